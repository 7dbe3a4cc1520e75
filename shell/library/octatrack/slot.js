// A sample slot. It lives in two files, the project's text and the markers; both are changed together.

import { core, valueOf } from '../core.js';

export class Slot {
  constructor(project, pool, number) {
    Object.assign(this, { project, pool, number });
  }
  get #path() {
    return `${this.pool}[${this.number}]`;
  }
  get #text() {
    return this.project.text;
  }

  get filled() {
    return Boolean(this.path);
  }
  // The audio file as the text names it, from the project's folder: "../AUDIO/kick.wav". Empty for an empty slot.
  get path() {
    return this.#text.list(this.pool).some(({ path }) => path === this.#path) ? this.get('path') : '';
  }
  // gain, timestretch, loop_mode, trig_quantise, tempo, trim_length or loop_length, path.
  get(attribute) {
    return this.#text.get(`${this.#path}.${attribute}`);
  }
  shown(attribute) {
    return this.#text.shown(`${this.#path}.${attribute}`);
  }
  set(attribute, value) {
    this.#text.set(`${this.#path}.${attribute}`, value);
    return this;
  }

  // `frames` at 44.1 kHz. With `settings`, the .ot file beside the sample, its attributes and slices come along.
  load(path, { frames, settings = null }) {
    valueOf(core.loadSample(this.#text.handle, this.project.markers.handle, this.pool, this.number, path, frames, settings?.handle ?? null));
    return this;
  }
  clear() {
    valueOf(core.emptySample(this.#text.handle, this.project.markers.handle, this.pool, this.number));
    return this;
  }

  // In frames: what plays, from trim start to trim end.
  get markers() {
    return this.project.markers.get(this.#path);
  }
  get length() {
    const { trim_start, trim_end } = this.markers;
    return trim_end - trim_start;
  }
  set length(frames) {
    this.project.markers.set(`${this.#path}.trim_end`, this.markers.trim_start + frames);
  }
}
