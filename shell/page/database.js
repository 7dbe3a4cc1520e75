// The browser's IndexedDB with two stores: the cards that were opened, and the journal of edits not yet written.

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export class Database {
  /** Opens it at once; every use waits for that. */
  constructor() {
    const request = indexedDB.open('groovebench', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('cards', { keyPath: 'id' });
      request.result.createObjectStore('edits', { autoIncrement: true }).createIndex('card', 'card');
    };
    this.opened = settled(request);
    this.opened.catch(() => {}); // said by whoever uses it
  }

  /**
   * Runs `work` on a store and gives its request's result once the transaction is complete.
   * @param {'cards'|'edits'} name @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest | void} work
   */
  async run(name, mode, work) {
    const transaction = (await this.opened).transaction(name, mode);
    const complete = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
    const request = work(transaction.objectStore(name));
    const [result] = await Promise.all([request ? settled(request) : undefined, complete]);
    return result;
  }
}
