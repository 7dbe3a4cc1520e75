// An archive of an EP-133: a backup with its projects and sounds, or a project alone; inside as the machine has it. All count
// from 1, pads from the top left: pad 7 is key 1.

import { core, valueOf } from '../core.js';
import { index, refuse } from '../error.js';
import { MachineFile } from '../file.js';
import { Record } from '../record.js';

const letters = ['A', 'B', 'C', 'D'];
const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', 'ENTER'];
const two = (number) => String(number).padStart(2, '0');

class ArchiveFile extends MachineFile {
  // As in a folder: "projects/P01.tar/pads/a/p07", "sounds/700 kick.wav".
  get members() {
    return valueOf(core.archiveMembers(this.handle));
  }
  // The whole of a project, too: "projects/P01.tar".
  member(path) {
    const { answer, bytes } = core.archiveMember(this.handle, path);
    valueOf(answer);
    return bytes;
  }
  // [path, bytes] pairs; a path that is not there is added, null for bytes removes. Only what changes is packed anew.
  setMembers(pairs) {
    valueOf(core.setMembers(this.handle, pairs));
    return this;
  }

  // What the sample tool would refuse, what would stop the machine, what would be silent; some with an offer to mend it.
  preflight() {
    return valueOf(core.preflight(this.handle));
  }
  // Does what a finding of preflight() offers.
  mend(finding) {
    const at = this.preflight().findIndex(({ path, expected, found }) => path === finding.path && expected === finding.expected && found === finding.found);
    if (at < 0) refuse(finding.path ?? 'finding', 'a finding of preflight()', 'another archive');
    valueOf(core.mendFinding(this.handle, at));
    return this;
  }
}

export class Pad extends Record {
  constructor(group, number) {
    super(group.file, `${group.key('pads')}[${number}]`);
    Object.assign(this, { group, number });
  }
  // As printed on the machine: "7" … "ENTER".
  get label() {
    return keys[this.number - 1];
  }
  get #member() {
    return `${this.group.project.folder}pads/${this.group.letter.toLowerCase()}/p${two(this.number)}`;
  }
  // The slot of its sound; 0 for none.
  get slot() {
    return this.get('slot');
  }
  // Plays a sound from its start to its end. Its frames are those of the archive's sound unless they are given.
  assign(slot, { frames = this.file.sound?.(slot).frames } = {}) {
    if (frames === undefined) refuse('frames', 'the length of the sound', 'none');
    valueOf(core.assignPad(this.file.handle, this.#member, slot, frames));
    return this;
  }
  clear() {
    valueOf(core.clearPad(this.file.handle, this.#member, this.group.project.tempo));
    return this;
  }
  // In semitones; a pad from before OS 2.0 has whole ones only.
  get pitch() {
    return core.padPitch(this.file.handle, this.#member);
  }
  set pitch(semitones) {
    valueOf(core.setPadPitch(this.file.handle, this.#member, semitones));
  }
}

export class GroupPattern extends Record {
  constructor(group, number) {
    super(group.file, `${group.key('patterns')}[${number}]`);
    Object.assign(this, { group, number });
  }
  get #member() {
    return `${this.group.project.folder}patterns/${this.group.letter.toLowerCase()}${two(this.number)}`;
  }
  // A pattern that nobody edited has no file, and is silent.
  get exists() {
    return this.file.members.some(({ path }) => path === this.#member);
  }
  get bars() {
    return this.get('bars');
  }
  set bars(bars) {
    this.set('bars', bars);
  }
  // Raw, as in the file: positions and durations in ticks, 96 to a quarter.
  get events() {
    return this.exists ? this.get('events') : [];
  }
  // The notes among them, with pads from 1.
  get notes() {
    return this.events.filter(({ what }) => what.type === 0).map(({ position, what, note, velocity, duration }) => ({ pad: what.pad + 1, at: position, note, velocity, duration }));
  }
  // Empty, or with events as `events` gives them.
  write({ bars = 1, events = [] } = {}) {
    valueOf(core.setMemberJson(this.file.handle, this.#member, JSON.stringify({ bars, events })));
    return this;
  }
  addNote({ pad, at, note = 60, velocity = 100, duration = 24 }) {
    if (!this.exists) this.write();
    valueOf(core.addNote(this.file.handle, this.#member, pad, at, note, velocity, duration));
    return this;
  }
  removeEvent(number) {
    valueOf(core.removeEvent(this.file.handle, this.#member, number));
    return this;
  }
}

export class Group {
  constructor(project, letter) {
    Object.assign(this, { project, letter, file: project.file });
  }
  key(what) {
    return `${this.project.prefix}${what}.${this.letter.toLowerCase()}`;
  }
  pad(number) {
    index('pad', number, 12);
    return new Pad(this, number);
  }
  pattern(number) {
    index('pattern', number, 99);
    return new GroupPattern(this, number);
  }
}

// A row of four patterns and a time signature.
export class GroupScene extends Record {
  constructor(project, number) {
    super(project.file, `${project.prefix}scenes.scenes[${number}]`);
    Object.assign(this, { project, number });
  }
  get patterns() {
    return this.get('patterns');
  }
  get time() {
    return `${this.get('numerator')}/${this.get('denominator')}`;
  }
  set time(signature) {
    const [numerator, denominator] = String(signature).split('/').map(Number);
    this.set('numerator', numerator).set('denominator', denominator);
  }
  remove() {
    valueOf(core.removeScene(this.file.handle, `${this.project.folder}scenes`, this.number));
  }
}

export class BackupProject {
  // A project of a backup, or with number 0 the file itself.
  constructor(file, number) {
    Object.assign(this, { file, number, prefix: number ? `projects[${number}].` : '', folder: number ? `projects/P${two(number)}.tar/` : '' });
  }
  group(letter) {
    const upper = String(letter).toUpperCase();
    return letters.includes(upper) ? new Group(this, upper) : refuse('group', 'A to D', letter);
  }
  get tempo() {
    return this.get('settings.tempo');
  }
  set tempo(bpm) {
    this.set('settings.tempo', String(bpm));
  }
  get sceneCount() {
    return core.sceneCount(this.file.handle, `${this.folder}scenes`);
  }
  scene(number) {
    index('scene', number, 99);
    return new GroupScene(this, number);
  }
  // Before another, or behind the last.
  addScene({ patterns = [1, 1, 1, 1], time = '4/4', before = 0 } = {}) {
    const [numerator, denominator] = time.split('/').map(Number);
    valueOf(core.addScene(this.file.handle, `${this.folder}scenes`, before, patterns, numerator, denominator));
    return this.scene(before || this.sceneCount);
  }
  get(path) {
    return this.file.get(`${this.prefix}${path}`);
  }
  shown(path) {
    return this.file.shown(`${this.prefix}${path}`);
  }
  set(path, value) {
    this.file.set(`${this.prefix}${path}`, value);
    return this;
  }
}

// Behind "data" and its size; the samples are the last chunk of a sound of the machine.
function dataOffset(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 12; at + 8 <= bytes.length; at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) & 1))
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'data') return at + 8;
  return bytes.length;
}

export class Sound extends Record {
  constructor(backup, slot) {
    super(backup, `sounds[${slot}]`);
    Object.assign(this, { backup, slot });
  }
  get #member() {
    return this.backup.members.find(({ key }) => key === this.path) ?? refuse('slot', 'a slot with a sound in the archive', this.slot);
  }
  get name() {
    return /\d{3}\s(.*)\.wav$/.exec(this.#member.path)[1];
  }
  get frames() {
    const bytes = this.bytes();
    return (bytes.length - dataOffset(bytes)) / this.get('wave.block');
  }
  // The WAV.
  bytes() {
    return this.backup.member(this.#member.path);
  }
}

export class Backup extends ArchiveFile {
  // The numbers of the projects in it.
  get projects() {
    return this.list('projects').map(({ path }) => Number(/\d+/.exec(path)[0]));
  }
  project(number) {
    return this.projects.includes(number) ? new BackupProject(this, number) : refuse('project', `one of ${this.projects.join(', ')}`, number);
  }
  get sounds() {
    return this.members.filter(({ kind }) => kind === 'sound').map(({ key }) => this.sound(Number(/\d+/.exec(key)[0])));
  }
  sound(slot) {
    index('slot', slot, 999);
    return new Sound(this, slot);
  }
}

// A project out of a backup: the TAR alone.
export class ProjectArchive extends ArchiveFile {
  get project() {
    return new BackupProject(this, 0);
  }
}
