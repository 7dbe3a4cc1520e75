// A file in the making, a .ppak or a bundle of an OP-Z: the workshop builds it, the folder gives the sounds it asks for, and it can
// be stopped between any two steps.

import { pooled } from './pool.js';

const samples_at_once = 4;
const reading = 0.3; // of the bar

export class Maker {
  /**
   * @param {import('./workshop.js').Workshop} workshop
   * @param {string} kind `ppak` or `bundle`: how its works begin
   * @param {(share: number) => void} progress
   */
  constructor(workshop, kind, progress) {
    Object.assign(this, { workshop, kind, progress });
    this.run = { stopped: false };
  }

  /** @param {string} order JSON of a PpakOrder or DiskOrder @param {Uint8Array} files @returns {Promise<{name: string, bytes: Uint8Array}>} */
  build(folder, order, files) {
    this.stop();
    const run = (this.run = { stopped: false });
    return this.workshop.alone(async () => {
      try {
        const { needed } = await this.#step(run, 'begin', order, files);
        let read = 0;
        await pooled(samples_at_once, needed, async (path) => {
          await this.#step(run, 'sound', { path }, await folder.read(path));
          this.progress((reading * ++read) / needed.length);
        });
        for (let more = true; more; ) {
          const step = await this.#step(run, 'step');
          more = step.more;
          this.progress(reading + (1 - reading) * step.share);
        }
        return await this.#step(run, 'end');
      } finally {
        await this.workshop.perform(`${this.kind}_forget`).catch(() => {});
      }
    });
  }

  stop() {
    this.run.stopped = true;
  }

  #step(run, work, data = {}, bytes = undefined) {
    if (run.stopped) throw new Error('Stopped.');
    return this.workshop.perform(`${this.kind}_${work}`, data, bytes, true);
  }
}
