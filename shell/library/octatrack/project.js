// A project: its files by name, and the banks, arrangements and slots in them.

import { core, valueOf } from '../core.js';
import { index, refuse } from '../error.js';
import { openFile } from '../open.js';
import { Slot } from './slot.js';

const two = (number) => String(number).padStart(2, '0');

export class Project {
  #files;

  // From [name, bytes] pairs, or an object or Map of them.
  constructor(files) {
    const pairs = Array.isArray(files) ? files : files instanceof Map ? [...files] : Object.entries(files);
    this.#files = new Map(pairs.map(([name, bytes]) => [name, openFile(name, bytes)]));
  }

  // All 26 files as the device makes them, without samples.
  static create() {
    return new Project(core.blankProject());
  }

  get files() {
    return [...this.#files.values()];
  }
  // "bank01": the working copy, else the stored one; or a name in full.
  file(name) {
    const names = [name, `${name}.work`, `${name}.strd`];
    for (const wanted of names) for (const [known, file] of this.#files) if (known.toLowerCase() === wanted) return file;
    return refuse(name, 'a file of the project', 'none of that name');
  }
  get text() {
    return this.file('project');
  }
  get markers() {
    return this.file('markers');
  }
  bank(number) {
    index('bank', number, 16);
    return this.file(`bank${two(number)}`);
  }
  arrangement(number) {
    index('arrangement', number, 8);
    return this.file(`arr${two(number)}`);
  }

  flex(number) {
    index('flex slot', number, 128);
    return new Slot(this, 'flex', number);
  }
  static(number) {
    index('static slot', number, 128);
    return new Slot(this, 'static', number);
  }
  recorder(number) {
    index('recorder', number, 8);
    return new Slot(this, 'recorders', number);
  }

  // "settings.tempo", "states.bank".
  get(path) {
    return this.text.get(path);
  }
  shown(path) {
    return this.text.shown(path);
  }
  set(path, value) {
    this.text.set(path, value);
    return this;
  }

  // [name, bytes] of every file, or of those that were edited.
  entries() {
    return this.files.map((file) => [file.name, file.bytes()]);
  }
  changed() {
    return this.files.filter((file) => file.edited).map((file) => [file.name, file.bytes()]);
  }

  // What each file says of itself, then what only shows when they are looked at together. `findSample` tells of a path
  // whether its file is "here", "missing" or "out of reach"; without it nobody looks.
  check(options) {
    return [...this.files.flatMap((file) => file.check()), ...this.checkTogether(options)];
  }
  checkTogether({ findSample = null } = {}) {
    return valueOf(core.projectFindings(this.entries(), findSample));
  }
  differences(second) {
    return valueOf(core.comparedProjects(this.entries(), second.entries()));
  }

  // Another project of these files, for the folder `to` of a card; `from` is the folder of this one, both "SET/PROJECT".
  // `exists` tells of a path on the card whether it is there. `samples` are to be copied before the files are written.
  #copied(from, to, exists, templateOnly) {
    const { answer, files } = core.copiedProject(this.entries(), from, to, templateOnly, exists);
    return { ...valueOf(answer), files };
  }
  duplicate(from, to, { exists = () => false } = {}) {
    return this.#copied(from, to, exists, false);
  }
  asTemplate(from, to, { exists = () => false } = {}) {
    return this.#copied(from, to, exists, true);
  }
}
