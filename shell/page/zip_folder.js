// A card that came as a zip, with the shape that every source of files has (folder.js). It stays packed in the workshop; a file is
// unpacked when it is read. Read only: what is changed goes out as the same archive with the changes in it.

import { byId } from './dom.js';
import { FolderError } from './folder_error.js';
import { isSkipped } from './names.js';
import { filesFromInput } from './sources.js';

export class ZipFolder {
  /**
   * @param {import('./workshop.js').Workshop} workshop @param {string} name @param {Uint8Array} archive given away
   * @param {Blob} [file] what it came from; without, it is kept beside
   */
  static async open(workshop, name, archive, file = new Blob([archive])) {
    const folder = new ZipFolder(workshop, name, file);
    await folder.#open(archive);
    return folder;
  }

  constructor(workshop, name, blob) {
    Object.assign(this, { workshop, name, blob });
    this.kind = 'zip';
    this.writable = false;
    /** @type {Map<string, {size: number, index: number}>} */
    this.files = new Map();
  }

  async #open(archive) {
    this.workshop.begin();
    this.opened_in = this.workshop.worker;
    const { entries } = await this.workshop.perform('zip_open', { name: this.name }, archive, true);
    const wanted = entries.filter(({ path }) => !path.split('/').some(isSkipped));
    this.files = new Map(wanted.map(({ path, size, index }) => [path, { size, index }]));
  }

  /** A workshop that broke has forgotten the archive. */
  async #reopened() {
    if (this.opened_in !== this.workshop.worker) await this.#open(new Uint8Array(await this.blob.arrayBuffer()));
  }

  /** By what it is recognised when it is opened again. */
  fingerprint() {
    return String(this.blob.size);
  }

  async list(onBatch) {
    const paths = [...this.files.keys()];
    for (let i = 0; i < paths.length; i += 512) onBatch(paths.slice(i, i + 512).map((path) => ({ path, size: this.files.get(path).size })));
    return paths.length;
  }

  async read(path) {
    const file = this.files.get(path);
    if (!file) throw new FolderError('missing', path, `${path}: it is not in ${this.name}.`);
    try {
      await this.#reopened();
      return (await this.workshop.perform('zip_read', { index: file.index })).bytes;
    } catch (error) {
      throw new FolderError('read', path, `${path}: ${error.message}`);
    }
  }

  async readHead(path, length) {
    return (await this.read(path)).subarray(0, length);
  }

  async stat(path) {
    const file = this.files.get(path);
    return file ? { size: file.size, modified: 0 } : null;
  }

  /** A work of the workshop about the archive that is open there. @param {string} work @param {string} order @param {Uint8Array} bytes given away */
  async perform(work, order, bytes) {
    await this.#reopened();
    return this.workshop.perform(work, order, bytes, true);
  }

  /** Another archive, to be compared with this one. @returns {Promise<{name?: string}>} without a name: the dialog was closed */
  async openBeside() {
    const [file] = (await filesFromInput(byId('beside_input'))) ?? [];
    if (!file) return {};
    await this.#reopened();
    return this.workshop.perform('beside_open', { name: file.name }, new Uint8Array(await file.arrayBuffer()), true);
  }

  /** The edited files, for the next work about the archive; within a work that is alone. */
  async put(files) {
    await this.#reopened();
    await this.workshop.put(files);
  }

  /** The archive with these changes: its order and every byte of what did not change are as they came. @param {import('./workshop.js').Run} [run] */
  async packed(files, date, run) {
    await this.#reopened();
    return this.workshop.pack(files, date, { onto_open: true }, run);
  }
}
