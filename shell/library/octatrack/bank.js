// A bank as the machine has it: patterns with their tracks and steps, parts with their tracks and scenes. All count from 1.

import { core, valueOf } from '../core.js';
import { alike, index } from '../error.js';
import { MachineFile } from '../file.js';
import { Record } from '../record.js';
import { Step, written } from './step.js';

export class Track extends Record {
  constructor(pattern, number, midi) {
    super(pattern.bank, `${pattern.path}.${midi ? 'midi_tracks' : 'audio_tracks'}[${number}]`);
    Object.assign(this, { pattern, number, midi });
  }
  step(number) {
    index('step', number, 64);
    return new Step(this, number);
  }
  // The numbers of the steps that have a trig of any type but a trigless lock.
  get trigs() {
    const kinds = this.midi ? ['trigs', 'trigless_trigs'] : ['trigs', 'trigless_trigs', 'one_shots'];
    const all = kinds.reduce((bits, mask) => bits | BigInt(this.get(mask)), 0n);
    return Array.from({ length: 64 }, (_, step) => step + 1).filter((step) => (all >> BigInt(step - 1)) & 1n);
  }
}

export class Pattern extends Record {
  constructor(bank, number) {
    super(bank, `patterns[${number}]`);
    Object.assign(this, { bank, number });
  }
  track(number) {
    index('track', number, 8);
    return new Track(this, number, false);
  }
  midiTrack(number) {
    index('MIDI track', number, 8);
    return new Track(this, number, true);
  }
  get part() {
    return Number(this.shown('tail.part'));
  }
  set part(number) {
    this.set('tail.part', String(number));
  }
  // All of another pattern, of this bank or another; the part it plays stays.
  copyFrom(pattern) {
    const { bank, number } = alike(this, pattern, 'a pattern of an Octatrack');
    valueOf(core.copyPattern(this.bank.handle, this.number - 1, bank.handle, number - 1));
    return this;
  }
  get length() {
    return this.get('tail.length');
  }
  set length(steps) {
    this.set('tail.length', steps);
  }
}

export class Scene {
  constructor(part, number) {
    Object.assign(this, { part, number });
  }
  // The locks of a track: "AMP VOL": { raw, shown }
  locks(track) {
    return valueOf(core.sceneLocks(this.part.bank.handle, this.part.number - 1, this.number - 1, index('track', track, 8)));
  }
  lock(track, parameter, value) {
    valueOf(core.setSceneLock(this.part.bank.handle, this.part.number - 1, this.number - 1, index('track', track, 8), parameter, ...written(parameter, value)));
    return this;
  }
  unlock(track, parameter) {
    return this.lock(track, parameter, null);
  }
}

export class PartTrack {
  constructor(part, number, midi) {
    Object.assign(this, { part, number, midi });
  }
  get #place() {
    return [this.part.bank.handle, this.part.number - 1, this.midi, this.number - 1];
  }
  // "AMP VOL": { raw, shown }, for each that the track has with its machine and effects.
  get parameters() {
    return valueOf(core.trackParameters(...this.#place));
  }
  setParameter(parameter, value) {
    valueOf(core.setParameter(...this.#place, parameter, ...written(parameter, value)));
    return this;
  }
  get machine() {
    return this.part.shown(`machines[${this.number}]`);
  }
  set machine(word) {
    this.part.set(`machines[${this.number}]`, word);
  }
  get fx1() {
    return this.part.shown(`fx1[${this.number}]`);
  }
  set fx1(word) {
    this.part.set(`fx1[${this.number}]`, word);
  }
  get fx2() {
    return this.part.shown(`fx2[${this.number}]`);
  }
  set fx2(word) {
    this.part.set(`fx2[${this.number}]`, word);
  }
  // The slots that the STATIC and the FLEX machine play; FLEX 129 to 136 are the recorders.
  get staticSlot() {
    return this.part.get(`slots[${this.number}].static_machine`) + 1;
  }
  set staticSlot(slot) {
    this.part.set(`slots[${this.number}].static_machine`, String(slot));
  }
  get flexSlot() {
    return this.part.get(`slots[${this.number}].flex`) + 1;
  }
  set flexSlot(slot) {
    this.part.set(`slots[${this.number}].flex`, String(slot));
  }
}

export class Part extends Record {
  constructor(bank, number) {
    super(bank, `parts[${number}]`);
    Object.assign(this, { bank, number });
  }
  track(number) {
    index('track', number, 8);
    return new PartTrack(this, number, false);
  }
  midiTrack(number) {
    index('MIDI track', number, 8);
    return new PartTrack(this, number, true);
  }
  scene(number) {
    index('scene', number, 16);
    return new Scene(this, number);
  }
  get name() {
    return this.bank.shown(`part_names[${this.number}].text`);
  }
  set name(text) {
    this.bank.set(`part_names[${this.number}].text`, text);
  }
  // All of another part, of this bank or another, but its name. Slots are numbers: their samples are the project's.
  copyFrom(part) {
    const { bank, number } = alike(this, part, 'a part of an Octatrack');
    valueOf(core.copyPart(this.bank.handle, this.number - 1, bank.handle, number - 1));
    return this;
  }
  get edited() {
    return Boolean(this.bank.get(`parts_edited[${this.number}]`));
  }
  // SAVE PART and RELOAD PART.
  save() {
    valueOf(core.partAction(this.bank.handle, this.number - 1, true));
    return this;
  }
  reload() {
    valueOf(core.partAction(this.bank.handle, this.number - 1, false));
    return this;
  }
}

export class Bank extends MachineFile {
  pattern(number) {
    index('pattern', number, 16);
    return new Pattern(this, number);
  }
  part(number) {
    index('part', number, 4);
    return new Part(this, number);
  }

  // What the doctor sees in a bank whose bytes have moved; `rebuilt` is another bank, made of what is whole.
  examine() {
    const { answer, bytes } = core.rebuiltBank(this.handle);
    return { ...valueOf(answer), rebuilt: bytes ? new Bank(this.name, bytes) : null };
  }
}
