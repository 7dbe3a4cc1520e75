// Between the page and the module: performs what the app asks for and gives it the answers. Bytes cross once: room is asked
// for and filled at once, since the view dies when the module's memory grows.

/**
 * @typedef {{id: number, ask: string, path: string, json: string, bytes: Uint8Array | null}} Request
 * @typedef {(request: Request, data: any) => any} Performer gives nothing, a Uint8Array, or data for JSON with `bytes` beside it; throws a sentence
 */

export class Bridge {
  /** @param {any} app @param {() => void} wake @param {Record<string, Performer>} performers */
  constructor(app, wake, performers) {
    Object.assign(this, { app, wake, performers });
  }

  /** After every frame. */
  takeRequests() {
    for (const request of this.app.takeRequests()) this.#perform(request);
  }

  async #perform(request) {
    try {
      const performer = this.performers[request.ask];
      if (!performer) throw new Error(`The page does not know how to "${request.ask}".`);
      const result = await performer(request, request.json ? JSON.parse(request.json) : {});
      if (request.id) this.#answer(request.id, result);
    } catch (error) {
      if (request.id) this.app.refuse(request.id, error.message);
      else console.error(request.ask, error);
    }
    this.wake();
  }

  #answer(id, result) {
    const { bytes, ...data } = result instanceof Uint8Array ? { bytes: result } : (result ?? {});
    if (bytes) this.fill(bytes);
    this.app.answer(id, JSON.stringify(data));
  }

  /** Puts bytes where the next answer or verify takes them from. */
  fill(bytes) {
    const room = this.app.room(bytes.length);
    if (bytes.length) room.set(bytes);
  }

  /** @param {string} event @param {any} data */
  tell(event, data) {
    this.app.tell(event, typeof data === 'string' ? data : JSON.stringify(data ?? {}));
    this.wake();
  }

  /** Problems of bytes as the file `path`, as sentences; none when it is in order. @returns {string[]} */
  verify(path, bytes) {
    this.fill(bytes);
    const problems = JSON.parse(this.app.verify(path));
    return problems.map((problem) => (typeof problem === 'string' ? problem : (problem.message ?? JSON.stringify(problem))));
  }
}
