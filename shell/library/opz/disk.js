// The content disk: projects, kits by track and slot, and projects bundled with the kits they use.

import { core, valueOf } from '../core.js';
import { openFile } from '../open.js';

// Paths that the disk's own questions need; other files may be given all the same.
export const isOnOpzDisk = (path) => /^(projects\/[^/]+\.opz|samplepacks\/[^/]+\/[^/]+\/[^/]+|config\/[^/]+\.json|import\.log)$/i.test(path);

export class OpzDisk {
  #files;

  // From [path, bytes] pairs, or an object or Map of them; paths as on the disk.
  constructor(files) {
    const pairs = Array.isArray(files) ? files : files instanceof Map ? [...files] : Object.entries(files);
    this.#files = new Map(pairs);
  }
  entries() {
    return [...this.#files];
  }
  get #contents() {
    return valueOf(core.opzDisk(this.entries()));
  }

  // Each with the plugs it uses, where, and whether their kits are here.
  get projects() {
    return this.#contents.projects;
  }
  get kits() {
    return this.#contents.kits;
  }
  // Bytes that the kits take of the 24 MB.
  get usedSpace() {
    return this.#contents.usedSpace;
  }
  file(path) {
    return openFile(path, this.#files.get(path) ?? new Uint8Array(0));
  }

  // What only shows when the files are looked at together.
  check() {
    return valueOf(core.opzDiskFindings(this.entries()));
  }

  // A zip of one project with exactly the kits it uses.
  bundle(projectPath) {
    const { answer, bytes } = core.opzBundle(this.entries(), projectPath);
    return { ...valueOf(answer), bytes };
  }
  // What to write so that the project of a bundle is on this disk and no other is disturbed: [path, bytes], in that order.
  // Its number is the first that is free, or the one asked for.
  unbundle(zip, { number = 0, replace = false } = {}) {
    const { answer, files } = core.opzBundlePlan(zip, this.entries(), number, replace);
    return { ...valueOf(answer), files };
  }
  write(plan) {
    for (const [path, bytes] of plan.files) this.#files.set(path, bytes);
    return this;
  }
}
