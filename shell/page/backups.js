// Backups: the bytes that each save replaced or removed, kept in the browser's storage by save_record.js. Listing, pruning,
// putting one or some of its files back (itself a save, with its own backup), and as a zip.

import { allRecords, forgetRecord, readCopy } from './save_record.js';

const day = 86400000;
const kept_ms = 120 * day;
const kept_bytes = 512 * 1024 * 1024;
const kept_always = 3;

/**
 * `removed`: how many of the files are not on the card any more since that save, which has the only copy.
 * @typedef {{record: import('./save_record.js').SaveRecord, size: number, files: number, removed: number}} Backup
 */

/** @returns {Promise<Backup[]>} newest first */
export async function listBackups(store) {
  const done = (await allRecords(store)).filter(({ phase }) => phase === 'done');
  return done.map(({ record }) => {
    const kept = record.steps.filter((step) => step.old);
    return { record, files: kept.length, removed: kept.filter((step) => !step.new).length, size: kept.reduce((sum, step) => sum + step.old.size, 0) };
  });
}

/**
 * Forgets what is too old or too much, the oldest first. The newest few always stay, and so does what was removed from the
 * card: only its owner deletes the last copy of a file.
 * @returns {Promise<string[]>} ids
 */
export async function pruneBackups(store, now, limits = { ms: kept_ms, bytes: kept_bytes, always: kept_always }) {
  const gone = [];
  let sum = 0;
  for (const [index, { record, size, removed }] of (await listBackups(store)).entries()) {
    if (removed) continue;
    sum += size;
    if (index < limits.always || (now - Date.parse(record.time) <= limits.ms && sum <= limits.bytes)) continue;
    await forgetRecord(store, record.id);
    gone.push(record.id);
  }
  for (const { record, phase } of await allRecords(store)) {
    if (phase !== 'undone' || now - Date.parse(record.time) <= limits.ms) continue;
    await forgetRecord(store, record.id);
  }
  return gone;
}

/** @returns {Promise<{path: string, bytes: Uint8Array}[]>} the files as they were before the save */
export async function backupFiles(store, record) {
  const files = [];
  for (const step of record.steps) if (step.old) files.push({ path: step.path, bytes: await readCopy(store, record, 'old', step) });
  return files;
}

/**
 * The plan and the host for putting a backup back through performSave: what the save replaced is written, what it added is
 * removed. What is on the card now was perhaps changed since, and goes into a backup of its own. That what is written equals
 * the copy is proved as ever; whether it is in order is not asked, since it was on the card like that.
 * @param {string[]} [paths] only these of its files
 */
export function restorePlan(store, record, paths = record.steps.map((step) => step.path)) {
  const chosen = record.steps.filter((step) => paths.includes(step.path));
  const steps = chosen.map(({ path, round, ...step }) => ({ path, round, action: step.old ? (step.new ? 'replace' : 'add') : 'remove', size: step.old?.size ?? 0 }));
  const byPath = new Map(chosen.map((step) => [step.path, step]));
  return {
    plan: { title: `Put back the backup of ${record.time.slice(0, 16).replace('T', ' ')}`, where: record.where, changes: [], steps },
    host: { originalBytes: () => null, planBytes: (path) => readCopy(store, record, 'old', byPath.get(path)), verify: () => [] },
  };
}
