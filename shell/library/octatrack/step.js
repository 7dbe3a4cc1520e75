// A step of an audio or MIDI track of a pattern.

import { core, valueOf } from '../core.js';
import { refuse } from '../error.js';

const masks = { trig: 'trigs', 'trigless trig': 'trigless_trigs', 'trigless lock': 'trigless_locks', 'one-shot': 'one_shots' };

// How a value goes to the core: the text that the machine shows, or the raw number; null for none.
export function written(words, value) {
  if (value === null) return ['', -2];
  if (typeof value === 'string') return [value, -1];
  return Number.isInteger(value) && value >= 0 && value <= 255 ? ['', value] : refuse(words, 'a text as the machine shows it, 0 to 255, or null', value);
}

export class Step {
  constructor(track, number) {
    this.track = track;
    this.number = number;
  }

  get #place() {
    const { pattern, midi, number } = this.track;
    return [pattern.number - 1, midi, number - 1, this.number - 1];
  }
  get #handle() {
    return this.track.pattern.bank.handle;
  }
  #now() {
    return valueOf(core.step(this.#handle, ...this.#place));
  }
  #set(field, value) {
    this.track.set(field, value);
  }
  #word(part) {
    return `trig_words[${this.number}].${part}`;
  }
  #flag(mask) {
    return Boolean(this.track.get(`${mask}[${this.number}]`));
  }

  get trig() {
    return this.#now().trig;
  }
  set trig(type) {
    const now = this.trig;
    if (type in masks) this.#set(`${masks[type]}[${this.number}]`, true);
    else if (type !== 'none') refuse('trig', `none, ${Object.keys(masks).join(', ')}`, type);
    else if (now !== 'none') this.#set(`${masks[now]}[${this.number}]`, false);
  }

  get repeats() {
    return this.#now().repeats;
  }
  set repeats(times) {
    this.#set(this.#word('repeats'), String(times));
  }
  get microTiming() {
    return this.#now().microTiming;
  }
  set microTiming(value) {
    this.#set(this.#word('micro_timing'), value);
  }
  get condition() {
    return this.#now().condition;
  }
  set condition(value) {
    this.#set(this.#word('condition'), value);
  }

  get slide() {
    return this.#flag('slide');
  }
  set slide(on) {
    this.#set(`slide[${this.number}]`, Boolean(on));
  }
  get swing() {
    return this.#flag('swing');
  }
  set swing(on) {
    this.#set(`swing[${this.number}]`, Boolean(on));
  }

  // The recorder trig: which inputs it records, and whether once.
  get recorder() {
    return { ab: this.#flag('rec_ab'), cd: this.#flag('rec_cd'), src3: this.#flag('rec_src3'), oneShot: this.#flag('rec_one_shots') };
  }
  set recorder({ ab = false, cd = false, src3 = false, oneShot = false }) {
    for (const [mask, on] of Object.entries({ rec_ab: ab, rec_cd: cd, rec_src3: src3 })) this.#set(`${mask}[${this.number}]`, on);
    if (ab || cd || src3) this.#set(`rec_one_shots[${this.number}]`, oneShot);
  }

  // "AMP VOL": { raw: 76, shown: "+12" }
  get locks() {
    return this.#now().locks;
  }
  lock(parameter, value) {
    valueOf(core.setLock(this.#handle, ...this.#place, parameter, ...written(parameter, value)));
    return this;
  }
  unlock(parameter) {
    return this.lock(parameter, null);
  }

  // What the parameter is on this step: lock over scenes over part. `fader` is 0 for scene A to 127 for scene B.
  resolve(parameter, { fader = 0 } = {}) {
    return valueOf(core.resolved(this.#handle, ...this.#place, parameter, fader));
  }

  // As the device does: the trig, its locks, repeats, timing and condition go.
  remove() {
    valueOf(core.removeStep(this.#handle, ...this.#place));
    return this;
  }
}
