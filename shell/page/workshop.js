// The page's side of the worker that does the long work (workshop_worker.js). Fetched at the first work; what it knows it
// does not forget between two of them, so a work that takes several calls is not mixed with others (`alone`).

/** @typedef {{stopped: boolean, progress: (share: number) => void}} Run a work in slices, which may be stopped between two of them */

export class Workshop {
  constructor() {
    this.worker = null;
    /** @type {Map<number, {resolve: (reply: any) => void, reject: (error: Error) => void}>} */
    this.waiting = new Map();
    this.next = 1;
    this.turn = Promise.resolve();
  }

  /** Starts to fetch it, so that it is there when it is asked. */
  begin() {
    if (this.worker) return;
    this.worker = new Worker('workshop_worker.js', { type: 'module' });
    this.worker.onmessage = ({ data }) => this.#answered(data);
    this.worker.onerror = () => this.#broken();
  }

  /** A worker that could not be fetched, or that ran out of memory, is given up; the next work begins with a new one. */
  #broken() {
    this.worker.terminate();
    this.worker = null;
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of failed) reject(new Error('The part of the editor that reads sounds and archives could not be loaded, or ran out of memory.'));
  }

  #answered({ id, json, bytes, refusal }) {
    const waiter = this.waiting.get(id);
    this.waiting.delete(id);
    if (refusal) waiter?.reject(new Error(refusal));
    else waiter?.resolve({ ...JSON.parse(json), bytes: bytes ?? new Uint8Array() });
  }

  /**
   * @param {string} work as web/workshop/workshop.h lists them
   * @param {any} data @param {Uint8Array} [bytes] given away if `give`
   * @param {{as_blob?: boolean}} [how] as_blob: what comes back is only to be stored
   */
  perform(work, data = {}, bytes = undefined, give = false, how = {}) {
    this.begin();
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const json = typeof data === 'string' ? data : JSON.stringify(data);
      this.worker.postMessage({ id, work, json, bytes, ...how }, bytes && give ? [bytes.buffer] : []);
    });
  }

  /** Works of several calls, one after another. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  alone(work) {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {}).then(() => {});
    return done;
  }

  /** What changes by the next pack. Within a work that is alone. @param {{path: string, bytes: Uint8Array | null}[]} files null: it is removed */
  async put(files) {
    for (const { path, bytes } of files) {
      if (bytes) await this.perform('pack_file', { path }, bytes);
      else await this.perform('pack_remove', { path });
    }
  }

  /**
   * Packs files as a zip: a new one, or the archive that is open with these changes.
   * @param {{path: string, bytes: Uint8Array | null}[]} files null: it is removed
   * @param {Date} date @param {{onto_open?: boolean}} [how] @param {Run} [run]
   * @returns {Promise<Blob>}
   */
  pack(files, date, how = {}, run = { stopped: false, progress: () => {} }) {
    return this.alone(async () => {
      try {
        await this.put(files);
        const time = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate(), hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds() };
        await this.perform('pack_begin', { ...time, ...how });
        for (let more = true; more; ) {
          if (run.stopped) throw new Error('Stopped.');
          const step = await this.perform('pack_step');
          more = step.more;
          run.progress(step.share);
        }
        return (await this.perform('pack_end', {}, undefined, false, { as_blob: true })).bytes;
      } finally {
        await this.perform('pack_forget').catch(() => {});
      }
    });
  }
}
