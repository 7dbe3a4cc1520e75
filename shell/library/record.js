// Something inside a file: its fields by their paths from here.
export class Record {
  constructor(file, path) {
    this.file = file;
    this.path = path;
  }
  #full(path) {
    return path ? `${this.path}.${path}` : this.path;
  }
  get(path = '') {
    return this.file.get(this.#full(path));
  }
  shown(path) {
    return this.file.shown(this.#full(path));
  }
  set(path, value) {
    this.file.set(this.#full(path), value);
    return this;
  }
}
