// A folder behind a FileSystemDirectoryHandle: the card that was chosen or dropped, or our own place in the browser's
// private storage (OPFS), which hands out the same handles. Paths are relative to it, "/" between the parts.
//
// FolderLike, the shape every source of files has (file_list.js, and the fake of the tests):
//   name, kind, writable
//   list(onBatch, onUnlisted) -> count     streams [{path}] breadth-first, names only
//   read(path), readHead(path, length) -> Uint8Array
//   stat(path) -> {size, modified} | null  null: the folder is there and has no such file
//   write(path, bytes)                     replaces as a whole, makes the folders on the way
//   remove(path)                           a file, or a folder with all in it
//   tidy(path)                             removes swap files that a killed browser left beside the file
//   permission(ask) -> boolean             may we write? ask: only inside a click
// Everything that fails throws a FolderError with a sentence.

import { FolderError, folderError } from './folder_error.js';
import { isInside, isSkipped, isSwapFileOf, splitPath } from './names.js';

const folders_at_once = 16;
const batch_size = 512;

export class HandleFolder {
  /** @param {FileSystemDirectoryHandle} handle */
  constructor(handle) {
    this.handle = handle;
    this.name = handle.name || 'card';
    this.kind = 'folder';
    this.writable = typeof handle.queryPermission !== 'undefined' || typeof handle.getFileHandle !== 'undefined';
    /** @type {Map<string, Promise<FileSystemDirectoryHandle>>} */
    this.known = new Map([['', Promise.resolve(handle)]]);
  }

  /**
   * @param {(batch: {path: string}[]) => void} onBatch
   * @param {(path: string, message: string) => void} onUnlisted
   */
  async list(onBatch, onUnlisted) {
    let level = [{ path: '', handle: this.handle }];
    let count = 0;
    while (level.length) {
      const below = [];
      for (let at = 0; at < level.length; at += folders_at_once) {
        const found = await Promise.all(level.slice(at, at + folders_at_once).map((folder) => this.#children(folder, onUnlisted)));
        const files = found.flatMap((one) => one.files);
        below.push(...found.flatMap((one) => one.folders));
        count += files.length;
        for (let i = 0; i < files.length; i += batch_size) onBatch(files.slice(i, i + batch_size));
      }
      level = below;
    }
    return count;
  }

  async #children({ path, handle }, onUnlisted) {
    const files = [];
    const folders = [];
    try {
      for await (const [name, child] of handle.entries()) {
        if (isSkipped(name)) continue;
        const full = path ? `${path}/${name}` : name;
        if (child.kind === 'directory') {
          this.known.set(full, Promise.resolve(child));
          folders.push({ path: full, handle: child });
        } else {
          files.push({ path: full });
        }
      }
    } catch (error) {
      onUnlisted(path, folderError('list', path, error).message);
    }
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    folders.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, folders };
  }

  /** The handle of a folder below; remembered, since walking down costs half a millisecond a step. */
  #folder(path, create) {
    const known = this.known.get(path);
    if (known) return known;
    const [above, name] = splitPath(path);
    const found = this.#folder(above, create).then((parent) => parent.getDirectoryHandle(name, { create }));
    this.known.set(path, found);
    found.catch(() => this.known.delete(path));
    return found;
  }

  async #file(path, create = false) {
    if (!isInside(path)) throw new FolderError('name', path, `${path}: this is not a path inside the folder.`);
    const [above, name] = splitPath(path);
    try {
      return await (await this.#folder(above, create)).getFileHandle(name, { create });
    } catch (error) {
      if (error?.name !== 'NotFoundError' || above === '') throw error;
      for (const key of this.known.keys()) if (key !== '') this.known.delete(key);
      return (await this.#folder(above, create)).getFileHandle(name, { create });
    }
  }

  async read(path) {
    try {
      return new Uint8Array(await (await (await this.#file(path)).getFile()).arrayBuffer());
    } catch (error) {
      throw folderError('read', path, error);
    }
  }

  async readHead(path, length) {
    try {
      const file = await (await this.#file(path)).getFile();
      return new Uint8Array(await file.slice(0, length).arrayBuffer());
    } catch (error) {
      throw folderError('read', path, error);
    }
  }

  async stat(path) {
    try {
      const file = await (await this.#file(path)).getFile();
      return { size: file.size, modified: file.lastModified };
    } catch (error) {
      if (error?.name !== 'NotFoundError') throw folderError('read', path, error);
      await this.#proveThere(path);
      return null;
    }
  }

  /** A card that was taken out is not a card without the file. */
  async #proveThere(path) {
    try {
      await this.handle.keys().next();
    } catch (error) {
      throw new FolderError('missing', path, `${this.name} is not there any more. Was the card taken out?`, error);
    }
  }

  async write(path, bytes) {
    let writable;
    let fresh = false;
    try {
      fresh = (await this.stat(path)) === null;
      const handle = await this.#file(path, true);
      writable = await handle.createWritable();
      await writable.write(bytes);
      const closing = writable;
      writable = undefined;
      await closing.close();
    } catch (error) {
      await writable?.abort().catch(() => {});
      if (fresh) await this.#removeEntry(path).catch(() => {}); // the empty file that getFileHandle made
      throw folderError('write', path, error);
    }
  }

  async remove(path) {
    try {
      await this.#removeEntry(path);
    } catch (error) {
      throw folderError('remove', path, error);
    }
  }

  async #removeEntry(path) {
    const [above, name] = splitPath(path);
    await (await this.#folder(above, false)).removeEntry(name, { recursive: true });
    for (const key of this.known.keys()) if (key === path || key.startsWith(path + '/')) this.known.delete(key);
  }

  async tidy(path) {
    const [above, name] = splitPath(path);
    try {
      const folder = await this.#folder(above, false);
      for await (const found of folder.keys()) if (isSwapFileOf(name, found)) await folder.removeEntry(found);
    } catch {
      // A swap file is only litter: it takes room and harms nothing, and not every browser lets us touch it.
    }
  }

  /** Names of the folders directly inside `path`. */
  async folders(path) {
    const names = [];
    try {
      for await (const [name, child] of (await this.#folder(path, false)).entries()) if (child.kind === 'directory') names.push(name);
    } catch (error) {
      if (error?.name !== 'NotFoundError') throw folderError('list', path, error);
    }
    return names.sort();
  }

  async permission(ask) {
    if (!this.handle.queryPermission) return true; // OPFS in browsers that have no pickers
    const wanted = { mode: /** @type {const} */ ('readwrite') };
    if ((await this.handle.queryPermission(wanted)) === 'granted') return true;
    return ask && (await this.handle.requestPermission(wanted)) === 'granted';
  }
}

/** Our own folder in the browser's private storage; made if it is not there. */
export async function privateFolder(name) {
  const root = await navigator.storage.getDirectory();
  return new HandleFolder(await root.getDirectoryHandle(name, { create: true }));
}
