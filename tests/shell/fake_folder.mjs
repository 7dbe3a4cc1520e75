// A folder in memory in the shape of shell/page/folder.js, which breaks where a test tells it to. Each step that can break by
// itself is counted: a look, a read, the making of an empty file, the writing of the swap file, the swap, a removal.

import { FolderError } from '../../shell/page/folder_error.js';
import { isSwapFileOf, splitPath } from '../../shell/page/names.js';

/** One machine: the card and the browser's storage die together. `fault(step, operation, path)` says what happens at a step. */
export class World {
  constructor(fault = () => null) {
    this.fault = fault;
    this.steps = 0;
    this.dead = false;
    this.log = [];
    this.out = null; // the name of a folder that is not there: a card taken out
    this.pause = null; // a test that looks at what happens at once gives each step some time
    this.crashed = new Promise((resolve) => (this.onCrash = resolve));
  }

  /** @returns {Promise<'short'|null>} never, once the browser is killed */
  async step(operation, path, folder) {
    await this.pause?.();
    const gone = (name) => new FolderError('missing', path, `${name} is not there any more. Was the card taken out?`);
    if (this.dead) return new Promise(() => {});
    const fault = this.fault(this.steps++, operation, path);
    this.log.push(`${operation} ${path}`);
    if (fault === 'crash') {
      this.dead = true;
      this.onCrash();
      return new Promise(() => {});
    }
    if (fault === 'out') this.out = folder;
    if (this.out === folder) throw gone(folder);
    if (fault === 'error') throw new FolderError('unreadable', path, `${path}: it could not be ${operation}. Was the card taken out?`);
    if (fault === 'full') throw new FolderError('full', path, `${path}: the card is full.`);
    return fault;
  }
}

export class FakeFolder {
  /** @param {Map<string, Uint8Array>} files what is on the disk; survives the world */
  constructor(world, files, { name = 'CARD', capacity = Infinity, readOnly = false, permitted = true } = {}) {
    Object.assign(this, { world, files, name, capacity, readOnly, permitted });
    this.kind = 'folder';
    this.writable = true;
    this.written = 0; // bytes
  }

  used() {
    let sum = 0;
    for (const bytes of this.files.values()) sum += bytes.length;
    return sum;
  }

  async list(onBatch) {
    await this.world.step('list', '', this.name);
    const paths = [...this.files.keys()].sort();
    onBatch(paths.map((path) => ({ path })));
    return paths.length;
  }

  async folders(path) {
    await this.world.step('list', path, this.name);
    const start = path + '/';
    const below = [...this.files.keys()].filter((key) => key.startsWith(start) && key.slice(start.length).includes('/'));
    return [...new Set(below.map((key) => key.slice(start.length).split('/')[0]))].sort();
  }

  async stat(path) {
    await this.world.step('stat', path, this.name);
    const bytes = this.files.get(path);
    return bytes ? { size: bytes.length, modified: 0 } : null;
  }

  async read(path) {
    await this.world.step('read', path, this.name);
    const bytes = this.files.get(path);
    if (!bytes) throw new FolderError('missing', path, `${path}: it is no longer there.`);
    return bytes.slice();
  }

  async readHead(path, length) {
    return (await this.read(path)).slice(0, length);
  }

  async write(path, bytes) {
    if (this.readOnly) throw new FolderError('read_only', path, `${path}: the card is read-only.`);
    const fresh = !this.files.has(path);
    try {
      if (fresh) {
        await this.world.step('create', path, this.name);
        this.files.set(path, new Uint8Array());
      }
      const kept = (await this.world.step('write', path, this.name)) === 'short' ? bytes.slice(0, bytes.length >> 1) : bytes.slice();
      if (this.used() + kept.length > this.capacity) throw new FolderError('full', path, `${path}: the card is full.`);
      this.files.set(path + '.crswap', kept);
      this.written += kept.length;
      await this.world.step('close', path, this.name);
      this.files.delete(path + '.crswap');
      this.files.set(path, kept);
    } catch (error) {
      this.files.delete(path + '.crswap');
      if (fresh) this.files.delete(path);
      throw error;
    }
  }

  async remove(path) {
    await this.world.step('remove', path, this.name);
    for (const key of [...this.files.keys()]) if (key === path || key.startsWith(path + '/')) this.files.delete(key);
  }

  async tidy(path) {
    await this.world.step('tidy', path, this.name).catch(() => {});
    const [above, name] = splitPath(path);
    for (const key of [...this.files.keys()]) {
      const [folder, candidate] = splitPath(key);
      if (folder === above && isSwapFileOf(name, candidate)) this.files.delete(key);
    }
  }

  async permission() {
    return this.permitted;
  }
}
