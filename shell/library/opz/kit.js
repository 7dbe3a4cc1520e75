// A drum kit or a synth sample: its slices in frames at 44.1 kHz.

import { core, valueOf } from '../core.js';
import { index, refuse } from '../error.js';
import { MachineFile } from '../file.js';

export class OpzSlice {
  constructor(kit, number) {
    Object.assign(this, { kit, number });
  }
  #shown(field) {
    return this.kit.shown(`${field}[${this.number}]`);
  }
  #set(field, value) {
    this.kit.set(`${field}[${this.number}]`, value);
  }
  // In frames; setting takes "250 ms" as well.
  get start() {
    return Number(this.#shown('start'));
  }
  set start(frames) {
    this.#set('start', String(frames));
  }
  get end() {
    return Number(this.#shown('end'));
  }
  set end(frames) {
    this.#set('end', String(frames));
  }
  // In semitones.
  get pitch() {
    return Number(this.#shown('pitch'));
  }
  set pitch(semitones) {
    this.#set('pitch', String(semitones));
  }
  // In per cent: 100 is as recorded.
  get volume() {
    return Number(this.#shown('volume').replace(' %', ''));
  }
  set volume(percent) {
    this.#set('volume', String(percent));
  }
  get reverse() {
    return this.#shown('reverse') === 'reverse';
  }
  set reverse(on) {
    this.#set('reverse', on ? 'reverse' : 'forward');
  }
  // The number of the file: what it means on an OP-Z is not known.
  get playmode() {
    return this.kit.get(`playmode[${this.number}]`);
  }
  set playmode(number) {
    this.#set('playmode', number);
  }
}

export class OpzKit extends MachineFile {
  // From the samples of a mono sound at 44.1 kHz (Int16Array) and [start, end] pairs in frames.
  static create(name, samples, slices) {
    const whole = (frame) => (Number.isInteger(frame) && frame >= 0 && frame < 2 ** 31 ? frame : refuse('slices', 'whole numbers of frames', frame));
    const cuts = slices.map(([start, end]) => [whole(start), whole(end)]);
    const { answer, bytes } = core.opzDrumKit(samples, JSON.stringify(cuts));
    valueOf(answer);
    return new OpzKit(name, bytes);
  }
  slice(number) {
    index('slice', number, 24);
    return new OpzSlice(this, number);
  }
}

// What projects call a kit, by the name of its file.
export const opzKitId = (fileName) => core.opzKitId(fileName.replace(/^.*\//, ''));
