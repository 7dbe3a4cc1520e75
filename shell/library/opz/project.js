// A project as the machine has it: patterns, their tracks and steps; chains, mutes, tempo. All count from 1.

import { core, valueOf } from '../core.js';
import { alike, index } from '../error.js';
import { MachineFile } from '../file.js';
import { OpzStep } from './step.js';
import { parameterField, parametersOf, trackNamed, trackNames } from './words.js';

const groups = { drums: 0, synths: 4, effects: 8, control: 12 };

export class OpzTrack {
  constructor(pattern, name) {
    Object.assign(this, { pattern, name, number: trackNames.indexOf(name) + 1 });
  }
  get file() {
    return this.pattern.project;
  }
  get #record() {
    return `${this.pattern.path}.tracks.${this.name}`;
  }
  step(number) {
    index('step', number, 16);
    return new OpzStep(this, number);
  }

  // An engine by its name, a kit by that of its file, or a number.
  get plug() {
    return this.file.shown(`${this.#record}.plug`);
  }
  set plug(what) {
    this.file.set(`${this.#record}.plug`, what);
  }
  get stepCount() {
    return this.file.get(`${this.#record}.step_count`);
  }
  set stepCount(steps) {
    this.file.set(`${this.#record}.step_count`, steps);
  }
  get stepLength() {
    return this.file.get(`${this.#record}.step_length`);
  }
  set stepLength(times) {
    this.file.set(`${this.#record}.step_length`, times);
  }

  // "pitch": { raw: 127, shown: "127" }, for each of the eighteen.
  get parameters() {
    const reading = (field) => {
      const { raw, shown } = this.file.field(`${this.pattern.path}.sounds.${this.name}.${field}`);
      return { raw, shown };
    };
    return Object.fromEntries(parametersOf(this.name).map(({ field, title }) => [title, reading(field)]));
  }
  setParameter(parameter, value) {
    this.file.set(`${this.pattern.path}.sounds.${this.name}.${parameterField(this.name, parameter)}`, value);
    return this;
  }

  // In the mute group that is in force, or in another one.
  #mute(group) {
    const of = Object.keys(groups).findLast((name) => groups[name] < this.number);
    return `${this.pattern.path}.mute_groups[${group}].${of}.${this.name}`;
  }
  isMuted(group = this.pattern.muteGroup) {
    return this.file.shown(this.#mute(group)) === 'muted';
  }
  mute(muted = true, group = this.pattern.muteGroup) {
    this.file.set(this.#mute(group), muted ? 'muted' : 'off');
    return this;
  }
  #routing(mask) {
    return `${this.pattern.path}.${mask}[${this.number}]`;
  }
  get toTape() {
    return this.file.shown(this.#routing('tape_routing')) === 'on';
  }
  set toTape(on) {
    this.file.set(this.#routing('tape_routing'), Boolean(on));
  }
  // All of another track, of this project or another; what could not come along is returned.
  copyFrom(track) {
    const { pattern, number } = alike(this, track, 'a track of an OP-Z');
    return valueOf(core.opzCopyTrack(this.file.handle, this.pattern.number - 1, this.number - 1, pattern.project.handle, pattern.number - 1, number - 1));
  }
  get followsMaster() {
    return this.file.shown(this.#routing('master_routing')) === 'on';
  }
  set followsMaster(on) {
    this.file.set(this.#routing('master_routing'), Boolean(on));
  }
}

export class OpzPattern {
  constructor(project, number) {
    Object.assign(this, { project, number, path: `patterns[${number}]` });
  }
  // "kick" or 1, up to "motion" or 16.
  track(track) {
    return new OpzTrack(this, trackNamed(track));
  }
  // All of another pattern, of this project or another; what could not come along is returned.
  copyFrom(pattern) {
    const { project, number } = alike(this, pattern, 'a pattern of an OP-Z');
    return valueOf(core.opzCopyPattern(this.project.handle, this.number - 1, project.handle, number - 1));
  }
  get muteGroup() {
    return this.project.get(`${this.path}.active_mute_group`) + 1;
  }
  set muteGroup(number) {
    this.project.set(`${this.path}.active_mute_group`, String(number));
  }
  get(path = '') {
    return this.project.get(path ? `${this.path}.${path}` : this.path);
  }
  shown(path) {
    return this.project.shown(`${this.path}.${path}`);
  }
  set(path, value) {
    this.project.set(`${this.path}.${path}`, value);
    return this;
  }
}

export class OpzProject extends MachineFile {
  // As the machine makes one; its sixteen patterns are untouched.
  static create(name = 'project01.opz') {
    return new OpzProject(name, core.opzBlank());
  }
  pattern(number) {
    index('pattern', number, 16);
    return new OpzPattern(this, number);
  }
  get tempo() {
    return this.get('tempo');
  }
  set tempo(bpm) {
    this.set('tempo', bpm);
  }

  // A saved chain, 1 to 15, or the one that plays: numbers of patterns.
  #chainPath(number) {
    return number === 'active' ? 'active_chain' : `chains[${index('chain', number, 15) + 1}]`;
  }
  chain(number = 'active') {
    const { patterns } = this.get(this.#chainPath(number));
    const end = patterns.findIndex((pattern) => pattern > 15);
    return patterns.slice(0, end < 0 ? patterns.length : end).map((pattern) => pattern + 1);
  }
  setChain(number, patterns) {
    const path = this.#chainPath(number);
    patterns.forEach((pattern) => index('pattern', pattern, 16));
    index('patterns in a chain', patterns.length || 1, 31);
    const before = this.chain(number).length;
    patterns.forEach((pattern, at) => this.set(`${path}.patterns[${at + 1}]`, String(pattern)));
    if (patterns.length < before) this.set(`${path}.patterns[${patterns.length + 1}]`, 'none');
    return this;
  }
  // The saved chain that plays, or null.
  get selectedChain() {
    const shown = this.shown('selected_chain');
    return shown === 'none' ? null : Number(shown);
  }
  set selectedChain(number) {
    this.set('selected_chain', number === null ? 'none' : String(number));
  }
}
