// Files that came without a folder handle: `<input webkitdirectory>`, dropped files, or a browser without the File System
// Access API. The same shape as folder.js, read only: what is changed goes out as a download.

import { FolderError, folderError } from './folder_error.js';
import { isSkipped } from './names.js';

export class FileList {
  /** @param {string} name @param {{path: string, file: File}[]} files */
  constructor(name, files) {
    this.name = name;
    this.kind = 'files';
    this.writable = false;
    /** @type {Map<string, File>} */
    this.files = new Map(files.filter(({ path }) => !path.split('/').some(isSkipped)).map(({ path, file }) => [path, file]));
  }

  /** What an input with `webkitdirectory` gives: the first part of each path is the folder itself. */
  static ofInput(files) {
    const list = [...files].map((file) => ({ path: (file.webkitRelativePath || file.name).split('/'), file }));
    const top = list.length && list.every(({ path }) => path.length > 1 && path[0] === list[0].path[0]) ? list[0].path[0] : '';
    return new FileList(top || (files.length === 1 ? files[0].name : 'files'), list.map(({ path, file }) => ({ path: path.slice(top ? 1 : 0).join('/'), file })));
  }

  /** By what it is recognised when it is opened again. */
  fingerprint() {
    return [...this.files.keys()].sort().join('/').slice(0, 4000);
  }

  async list(onBatch) {
    const depth = (path) => path.split('/').length;
    const paths = [...this.files.keys()].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
    for (let i = 0; i < paths.length; i += 512) {
      onBatch(paths.slice(i, i + 512).map((path) => ({ path, size: this.files.get(path).size, modified: this.files.get(path).lastModified })));
    }
    return paths.length;
  }

  #file(path) {
    const file = this.files.get(path);
    if (!file) throw new FolderError('missing', path, `${path}: it is not among the files that were opened.`);
    return file;
  }

  async read(path) {
    return this.readHead(path, Infinity);
  }

  async readHead(path, length) {
    const file = this.#file(path);
    try {
      return new Uint8Array(await (length < file.size ? file.slice(0, length) : file).arrayBuffer());
    } catch (error) {
      throw folderError('read', path, error);
    }
  }

  async stat(path) {
    const file = this.files.get(path);
    return file ? { size: file.size, modified: file.lastModified } : null;
  }

  async write(path) {
    throw new FolderError('permission', path, `${path}: this browser gave us the files to read, not to write. Download the changes instead.`);
  }

  async remove(path) {
    return this.write(path);
  }

  async tidy() {}

  async permission() {
    return false;
  }
}
