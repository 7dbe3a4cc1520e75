// The journal of edits that are kept in this browser only: appended as they are made, offered again when the card is opened
// after a tab has died, forgotten once they are on the card.

export class Journal {
  /**
   * @param {import('./database.js').Database} database @param {string} card id of the card
   * @param {(message: string) => void} [onTrouble] edits could not be kept
   */
  constructor(database, card, onTrouble = () => {}) {
    Object.assign(this, { database, card, onTrouble });
    this.tail = Promise.resolve(); // one after another, in the order they were made
    /** @type {{card: string, time: number, record: string}[]} not kept yet: a gap would make what follows it worthless */
    this.waiting = [];
  }

  #next(work) {
    this.tail = this.tail.then(work, work);
    return this.tail;
  }

  /** @param {string} record one edit, as JSON */
  append(record) {
    this.waiting.push({ card: this.card, time: Date.now(), record });
    return this.#next(() => this.#keep()).catch((error) => this.onTrouble(`This browser does not keep your edits: ${error.message || error.name}. Save before you close the tab.`));
  }

  async #keep() {
    const kept = new Set(this.waiting);
    if (kept.size) await this.database.run('edits', 'readwrite', (edits) => void kept.forEach((one) => edits.add(one)));
    this.waiting = this.waiting.filter((one) => !kept.has(one));
  }

  /** @returns {Promise<string[]>} in order */
  records() {
    return this.#next(async () => {
      const all = await this.database.run('edits', 'readonly', (edits) => edits.index('card').getAll(this.card));
      return all.map((one) => one.record);
    });
  }

  clear() {
    return this.replace([]);
  }

  /** These and no others, at one stroke. @param {string[]} records */
  replace(records) {
    this.waiting = [];
    return this.#next(() =>
      this.database.run('edits', 'readwrite', (edits) => {
        const range = edits.index('card').openKeyCursor(IDBKeyRange.only(this.card));
        range.onsuccess = () => {
          if (!range.result) return records.forEach((record) => edits.add({ card: this.card, time: Date.now(), record }));
          edits.delete(range.result.primaryKey);
          range.result.continue();
        };
      }),
    );
  }
}

function read(text) {
  try {
    const record = JSON.parse(text);
    return record && typeof record === 'object' ? record : null;
  } catch {
    return null;
  }
}

/**
 * How many edits records stand for (core/card/journal.h says what they are): those made and not undone, and files that were
 * brought back to the card's former state.
 * @param {string[]} records
 */
export function editsIn(records) {
  let count = 0;
  for (const text of records) {
    const record = read(text);
    if (!record) break; // damaged: what follows it cannot be replayed
    if ('edit' in record || 'redo' in record || 'after' in record) count++;
    if ('undo' in record) count--;
  }
  return Math.max(count, 0);
}

/** How many edits wait, by card id. @returns {Promise<Map<string, number>>} */
export async function waitingEdits(database) {
  const records = new Map();
  for (const { card, record } of await database.run('edits', 'readonly', (edits) => edits.getAll())) {
    records.set(card, [...(records.get(card) ?? []), record]);
  }
  return new Map([...records].map(([card, all]) => [card, editsIn(all)]).filter(([, count]) => count > 0));
}
