// A .ppak in the making: the workshop plans and builds, the folder gives the samples, and it can be stopped between any two steps.

import { pooled } from './pool.js';

const samples_at_once = 4;
const reading = 0.3; // of the bar

export class PpakMaker {
  /** @param {import('./workshop.js').Workshop} workshop @param {(share: number) => void} progress */
  constructor(workshop, progress) {
    Object.assign(this, { workshop, progress });
    this.run = { stopped: false };
  }

  /** @param {string} order JSON of a PpakOrder @param {Uint8Array} files */
  plan(order, files) {
    return this.workshop.perform('ppak_plan', order, files, true);
  }

  /** @returns {Promise<{name: string, bytes: Uint8Array}>} */
  build(folder, order, files) {
    this.stop();
    const run = (this.run = { stopped: false });
    return this.workshop.alone(async () => {
      try {
        const { needed } = await this.#step(run, 'ppak_begin', order, files);
        let read = 0;
        await pooled(samples_at_once, needed, async (path) => {
          await this.#step(run, 'ppak_sound', { path }, await folder.read(path));
          this.progress((reading * ++read) / needed.length);
        });
        for (let more = true; more; ) {
          const step = await this.#step(run, 'ppak_step');
          more = step.more;
          this.progress(reading + (1 - reading) * step.share);
        }
        return await this.#step(run, 'ppak_end');
      } finally {
        await this.workshop.perform('ppak_forget').catch(() => {});
      }
    });
  }

  stop() {
    this.run.stopped = true;
  }

  #step(run, work, data = {}, bytes = undefined) {
    if (run.stopped) throw new Error('Stopped.');
    return this.workshop.perform(work, data, bytes, true);
  }
}
