// A step of a track: its notes, components and locks.

import { refuse } from '../error.js';
import { componentList, componentNamed, parameterField, parametersOf, voicesOf } from './words.js';

const noNote = 255;

export class OpzStep {
  constructor(track, number) {
    this.track = track;
    this.number = number;
  }

  get #file() {
    return this.track.file;
  }
  #voice(number) {
    return `${this.track.pattern.path}.notes[${this.number}].${this.track.name}[${number}]`;
  }
  get #path() {
    return `${this.track.pattern.path}.steps.${this.track.name}[${this.number}]`;
  }

  // The slots that hold a note, each with its number from 1.
  get notes() {
    const found = [];
    for (let voice = 1; voice <= voicesOf(this.track.name); voice++) {
      const path = this.#voice(voice);
      const raw = this.#file.get(path);
      if (raw.note === noNote) continue;
      const shown = (field) => this.#file.shown(`${path}.${field}`);
      found.push({ voice, note: shown('note'), velocity: raw.velocity, duration: shown('duration'), microTiming: shown('micro_timing'), raw });
    }
    return found;
  }

  // Into the first slot that is free. The note as "C3" or its MIDI number; what is not given is as the device makes it.
  addNote(note, { velocity, duration, microTiming } = {}) {
    const taken = new Set(this.notes.map(({ voice }) => voice));
    const voices = voicesOf(this.track.name);
    let voice = 1;
    while (taken.has(voice)) voice++;
    if (voice > voices) refuse(`${this.track.name} step ${this.number}`, `a free slot for a note, of ${voices}`, 'none');
    return this.setNote(voice, { note, velocity, duration, microTiming });
  }
  // All of it or nothing.
  setNote(voice, { note, velocity, duration, microTiming }) {
    const path = this.#voice(voice);
    const fields = { note, velocity, duration, micro_timing: microTiming };
    const before = this.#file.shown(`${path}.note`);
    try {
      for (const [field, value] of Object.entries(fields)) if (value !== undefined) this.#file.set(`${path}.${field}`, value);
    } catch (error) {
      if (before === 'none' && this.#file.shown(`${path}.note`) !== 'none') this.#file.set(`${path}.note`, 'none');
      throw error;
    }
    return this;
  }
  removeNote(voice) {
    this.#file.set(`${this.#voice(voice)}.note`, 'none');
    return this;
  }
  clearNotes() {
    for (const { voice } of this.notes) this.removeNote(voice);
    return this;
  }

  // "jump": { raw: 7, shown: "random" }, for each that works.
  get components() {
    const mask = Number(this.#file.get(`${this.#path}.components`));
    const on = componentList.filter((_, index) => (mask >> index) & 1);
    return Object.fromEntries(on.map(({ field, title }) => [title, this.#reading(`values.${field}`)]));
  }
  // With a value as the machine has it ("4/4", "3 of 3"), or switched on as it was, or off.
  component(name, value = true) {
    const { field, number } = componentNamed(name);
    if (typeof value === 'boolean') this.#file.set(`${this.#path}.components[${number}]`, value);
    else this.#file.set(`${this.#path}.values.${field}`, value);
    return this;
  }

  // "filter": { raw: 96, shown: "96" }
  get locks() {
    const flags = this.#file.get(`${this.#path}.locked`);
    const locked = parametersOf(this.track.name).filter(({ field }) => flags[field] === 255);
    return Object.fromEntries(locked.map(({ field, title }) => [title, this.#reading(`locks.${field}`)]));
  }
  lock(parameter, value) {
    this.#file.set(`${this.#path}.locks.${parameterField(this.track.name, parameter)}`, value);
    return this;
  }
  unlock(parameter) {
    this.#file.set(`${this.#path}.locked.${parameterField(this.track.name, parameter)}`, 'off');
    return this;
  }

  #reading(field) {
    const { raw, shown } = this.#file.field(`${this.#path}.${field}`);
    return { raw, shown };
  }
}
