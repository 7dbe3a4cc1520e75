// One file of any machine that the core knows: its fields by path, in raw numbers and as the machine shows them.

import { core, valueOf } from './core.js';
import { GroovebenchError } from './error.js';

export class MachineFile {
  #handle;

  constructor(name, bytes) {
    this.name = name;
    this.#handle = new core.File(name, bytes);
  }

  // For the classes around this one: what they hand on to the core.
  get handle() {
    return this.#handle;
  }

  get state() {
    return valueOf(this.#handle.state());
  }
  get format() {
    return this.state.format;
  }
  get edited() {
    return this.state.edited;
  }
  get problem() {
    return this.state.problem ?? null;
  }
  get locked() {
    return this.state.locked ?? null;
  }

  allowEdits() {
    valueOf(this.#handle.allow());
    return this;
  }

  get(path = '') {
    return valueOf(this.#handle.read(path)).raw;
  }
  shown(path) {
    return valueOf(this.#handle.read(path)).about.shown ?? '';
  }
  field(path) {
    const { about, raw } = valueOf(this.#handle.read(path));
    return { ...about, raw };
  }
  list(path = '') {
    return valueOf(this.#handle.list(path));
  }
  values(path = '') {
    return valueOf(this.#handle.values(path));
  }

  set(path, value) {
    if (typeof value === 'string') valueOf(this.#handle.setShown(path, value));
    else if (typeof value === 'boolean' || Number.isSafeInteger(value)) valueOf(this.#handle.setRaw(path, Number(value)));
    else throw new GroovebenchError({ severity: 'error', cause: 'broken', file: this.name, path, expected: 'a text as the machine shows it, a whole number or a boolean', found: String(value) });
    return this;
  }

  check() {
    return valueOf(this.#handle.check());
  }
  differences(second) {
    return valueOf(this.#handle.differences(second.handle));
  }
  summary() {
    return valueOf(this.#handle.summary());
  }

  json({ path = '', full = false } = {}) {
    const text = this.#handle.json(path, full);
    return text.startsWith('{"problem"') ? valueOf(text) : text;
  }
  toJSON() {
    return JSON.parse(this.json());
  }

  bytes() {
    return this.#handle.written();
  }

  // Frees the file's memory at once; otherwise it goes when nobody holds the file any more.
  close() {
    this.#handle.delete();
  }
}

export const formats = () => valueOf(core.formatNames());
export const formatPage = (name) => valueOf(core.formatPage(name));

// The length of a WAV or AIFF file in frames at 44.1 kHz, which slots count in.
export const soundLength = (bytes, size = bytes.length) => valueOf(core.soundLength(bytes, size));

// Sets, projects and samples among the files of a card: [path, size in bytes] pairs.
export const cardContents = (name, files) => valueOf(core.cardContents(name, JSON.stringify(files)));
