// Bundles of an OP-Z that come in: the person chooses a zip, the workshop keeps it and plans; the folder gives the kits that may be
// the same as one in it.

import { byId } from './dom.js';
import { pooled } from './pool.js';
import { filesFromInput } from './sources.js';

const kits_at_once = 4;
const most_bytes = 64 << 20;
const asked_at_once = 16;

/**
 * Listing a folder does not tell how long its files are; whoever looks at a disk must know.
 * @param {string} order JSON of a DiskOrder @returns {Promise<string>} the same with the sizes of the files that are not given
 */
export async function withSizes(folder, order) {
  const disk = JSON.parse(order);
  const unknown = disk.files.filter((file) => !file.given && !file.size);
  await pooled(asked_at_once, unknown, async (file) => {
    file.size = (await folder.stat(file.path))?.size ?? 0;
  });
  return JSON.stringify(disk);
}

export class Bundles {
  /** @param {import('./workshop.js').Workshop} workshop */
  constructor(workshop) {
    this.workshop = workshop;
  }

  /** @returns {Promise<{name?: string}>} without a name: the dialog was closed */
  async choose() {
    const [file] = (await filesFromInput(byId('bundle_input'))) ?? [];
    if (!file) return {};
    if (file.size > most_bytes) throw new Error(`${file.name}: expected a bundle of at most 64 MB, found ${Math.ceil(file.size / 1048576)} MB.`);
    return this.workshop.perform('bundle_open', { name: file.name }, new Uint8Array(await file.arrayBuffer()), true);
  }

  /** @param {any} folder @param {string} order JSON of a DiskOrder @param {Uint8Array} files those it says are given */
  plan(folder, order, files) {
    return this.workshop.alone(async () => {
      const { needed } = await this.workshop.perform('bundle_needed', await withSizes(folder, order), files, true);
      await pooled(kits_at_once, needed, async (path) => this.workshop.perform('bundle_known', { path }, await folder.read(path), true));
      return this.workshop.perform('bundle_plan');
    });
  }
}
