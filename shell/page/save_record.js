// What a save keeps in the browser's private storage, written and proved there before the card is touched:
//
//   saves/ID/journal.json   what is to be done to which file, with size and SHA-256 of the old and the new bytes; never rewritten
//   saves/ID/old/0, 1 …     the bytes about to be replaced or removed, by step: the backup
//   saves/ID/new/0, 1 …     the bytes to be written, until they are on the card
//   saves/ID/done | undone  markers: the card is all new and proved, or all old and proved
//
// No journal.json: the card was not touched. A journal without a marker: a save was begun and is to be finished or undone.
//
// This is the quarantine too. A file that is removed could stay on the card only as a folder that the machine shows: each
// folder at the top is a set to it, each one below is listed where projects or samples are chosen, and a browser can set no
// attribute that hides one. So what is removed lies here, dated, proved before it goes, listed file by file and put back with
// a click (backups.js), to be had as a zip, and never pruned: it may be the only copy.

import { hashOf, sameBytes } from './bytes.js';

/**
 * @typedef {{size: number, hash: string} | null} Side   null: the file is not there
 * @typedef {{action: 'add'|'replace'|'remove', path: string, round: number, old: Side, new: Side}} Step   round: when its turn is
 * @typedef {{version: 1, id: string, time: string, card: {id: string, name: string}, title: string, where: string,
 *   changes: {heading: string, lines: string[]}[], steps: Step[]}} SaveRecord
 * @typedef {'writing'|'done'|'undone'} Phase
 */

const folder_of = (id) => `saves/${id}`;
const copy_of = (record, side, index) => `${folder_of(record.id)}/${side}/${index}`;
const encode = (value) => new TextEncoder().encode(JSON.stringify(value));

/** Its name sorts by time; the tail keeps two tabs apart. @returns {SaveRecord} */
export function newRecord({ now, card }, { title, where = '', changes = [] }) {
  const time = now().toISOString();
  const id = `${time.replace(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}`;
  return { version: 1, id, time, card, title, where, changes, steps: [] };
}

/** Writes into the store and proves it by reading back. */
async function keep(store, path, bytes) {
  let kept;
  try {
    await store.write(path, bytes);
    kept = await store.read(path);
  } catch (error) {
    if (error.reason === 'full') throw new Error("The browser's own storage has no room for the backup. Delete old backups, or free space on this computer.");
    throw new Error(`The browser's own storage did not take the backup: ${error.message}`);
  }
  if (!sameBytes(kept, bytes)) throw new Error("The browser's own storage did not keep what was written to it.");
}

/** @returns {Promise<Side>} */
export async function sideOf(bytes) {
  return bytes ? { size: bytes.length, hash: await hashOf(bytes) } : null;
}

export async function keepCopy(store, record, side, index, bytes) {
  await keep(store, copy_of(record, side, index), bytes);
}

/** The copy of one side of a step, proved by its hash. @returns {Promise<Uint8Array>} */
export async function readCopy(store, record, side, step) {
  const index = record.steps.indexOf(step);
  const bytes = await store.read(copy_of(record, side, index)).catch((error) => {
    throw new Error(`${step.path}: the copy in the browser's storage could not be read${error.reason === 'missing' ? ', it is not there any more' : ''}.`);
  });
  if ((await hashOf(bytes)) === step[side].hash) return bytes;
  throw new Error(`${step.path}: the copy in the browser's storage is damaged.`);
}

/** From here on the save counts as begun. */
export async function writeJournal(store, record) {
  await keep(store, `${folder_of(record.id)}/journal.json`, encode(record));
}

export async function mark(store, record, phase) {
  await store.write(`${folder_of(record.id)}/${phase}`, encode(phase));
}

export async function unmark(store, record) {
  for (const phase of ['done', 'undone']) {
    const path = `${folder_of(record.id)}/${phase}`;
    if (await store.stat(path)) await store.remove(path);
  }
}

/** @returns {Promise<Phase>} */
export async function phaseOf(store, record) {
  if (await store.stat(`${folder_of(record.id)}/undone`)) return 'undone';
  return (await store.stat(`${folder_of(record.id)}/done`)) ? 'done' : 'writing';
}

/** What was only needed to finish. */
export async function forgetNewCopies(store, record) {
  if ((await store.folders(folder_of(record.id))).includes('new')) await store.remove(`${folder_of(record.id)}/new`);
}

export async function forgetRecord(store, id) {
  if ((await store.folders('saves')).includes(id)) await store.remove(folder_of(id));
}

/** @returns {Promise<SaveRecord | null>} null: preparing it was interrupted, the card was not touched */
export async function readRecord(store, id) {
  if (!(await store.stat(`${folder_of(id)}/journal.json`))) return null;
  try {
    return JSON.parse(new TextDecoder().decode(await store.read(`${folder_of(id)}/journal.json`)));
  } catch {
    return null; // torn while it was made: the card is touched only after it was read back whole
  }
}

/** All records, newest first, with their phase. @returns {Promise<{record: SaveRecord, phase: Phase}[]>} */
export async function allRecords(store) {
  const found = [];
  for (const id of (await store.folders('saves')).reverse()) {
    const record = await readRecord(store, id);
    if (record) found.push({ record, phase: await phaseOf(store, record) });
  }
  return found;
}

/** What preparing left behind when it was interrupted. Only for who holds the lock of saving. */
export async function forgetUnbegun(store) {
  for (const id of await store.folders('saves')) if (!(await readRecord(store, id))) await forgetRecord(store, id);
}
