// Work on many things, a few at once.

/**
 * Runs `work` on every item, at most `width` at once. After the first failure nothing new is begun, what is under way is
 * waited for, and then the first failure is thrown: nobody goes on writing behind the back of who tidies up.
 * @template T
 * @param {number} width
 * @param {T[]} items
 * @param {(item: T, index: number) => Promise<void>} work
 */
export async function pooled(width, items, work) {
  let next = 0;
  let failed = false;
  let failure;
  const lane = async () => {
    while (!failed && next < items.length) {
      const index = next++;
      try {
        await work(items[index], index);
      } catch (error) {
        if (!failed) failure = error;
        failed = true;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (failed) throw failure;
}

/** Work that comes one by one, at most `width` of it at once. */
export class Lanes {
  constructor(width) {
    this.free = width;
    /** @type {(() => void)[]} */
    this.queue = [];
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  async run(work) {
    if (this.free > 0) this.free--;
    else await new Promise((resolve) => this.queue.push(/** @type {() => void} */ (resolve)));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.free++;
    }
  }
}
