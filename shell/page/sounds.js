// Sounds of the card for the app: the folder reads them, the workshop decodes them.

import { Lanes } from './pool.js';

const head_length = 4096; // enough to know a sound by, nearly always
const heads_at_once = 16; // what a card reader likes best
const sounds_at_once = 2; // whole files, and their samples as floats

export class Sounds {
  /** @param {import('./workshop.js').Workshop} workshop @param {() => any} folder the one that is open */
  constructor(workshop, folder) {
    Object.assign(this, { workshop, folder });
    this.heads = new Lanes(heads_at_once);
    this.whole = new Lanes(sounds_at_once);
  }

  /** Rate, channels, bits and frames, from the first bytes. */
  facts(path) {
    const folder = this.folder();
    return this.heads.run(async () => {
      const [head, file] = await Promise.all([folder.readHead(path, head_length), folder.stat(path)]);
      return this.workshop.perform('sound_facts', { size: file?.size ?? head.length }, head);
    });
  }

  /** Lowest and highest sample of each column. @param {Uint8Array} [bytes] of a file that the folder does not have */
  picture(path, columns, bytes) {
    return this.#decoded('sound_picture', path, { columns }, bytes);
  }

  /** Interleaved samples of the frames [from, to); to 0 is the end. @param {Uint8Array} [bytes] of a file that the folder does not have */
  samples(path, from, to, bytes) {
    return this.#decoded('sound', path, { from, to }, bytes);
  }

  #decoded(work, path, data, bytes) {
    const folder = this.folder();
    return this.whole.run(async () => this.workshop.perform(work, data, bytes?.length ? bytes : await folder.read(path), true));
  }
}
