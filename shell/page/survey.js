// What does the card hold of a save: which files are old, which new, which neither. And putting back what is neither.

import { hashOf } from './bytes.js';
import { pooled } from './pool.js';
import { keepCopy, mark, newRecord, readCopy, sideOf, writeJournal } from './save_record.js';

/**
 * `torn`: the beginning of the new bytes, left by a write that broke off. `other`: neither old, new nor torn; somebody else's.
 * `gone`: it should be there, old or new, and is not.
 * @typedef {{old: string[], new: string[], torn: string[], other: string[], gone: string[], unreadable: string[]}} CardState
 */

/** @returns {Promise<keyof CardState>} */
async function stateOf(context, record, step) {
  let bytes;
  try {
    if (!(await context.folder.stat(step.path))) return step.new === null ? 'new' : step.old === null ? 'old' : 'gone';
    bytes = await context.folder.read(step.path);
  } catch {
    return 'unreadable';
  }
  const hash = await hashOf(bytes);
  if (hash === step.new?.hash) return 'new';
  if (hash === step.old?.hash) return 'old';
  return (await isTorn(context, record, step, bytes)) ? 'torn' : 'other';
}

async function isTorn(context, record, step, bytes) {
  for (const side of ['new', 'old']) {
    if (!step[side] || bytes.length >= step[side].size) continue;
    const whole = await readCopy(context.store, record, side, step).catch(() => null);
    if (whole && bytes.every((byte, i) => byte === whole[i])) return true;
  }
  return bytes.length === 0; // cleared by a write that broke off before its first byte
}

/** @param {import('./save.js').SaveContext} context @param {import('./save_record.js').SaveRecord} record @returns {Promise<CardState>} */
export async function survey(context, record) {
  const states = new Map();
  await pooled(16, record.steps, async (step) => void states.set(step.path, await stateOf(context, record, step)));
  const found = { old: [], new: [], torn: [], other: [], gone: [], unreadable: [] };
  for (const [path, state] of states) found[state].push(path);
  for (const paths of Object.values(found)) paths.sort();
  return found;
}

/** After a save that failed midway and is still here to act: files that are not whole get their old bytes back. */
export async function mendTorn(context, record) {
  const { torn, other, gone } = await survey(context, record);
  await keepFound(context, record, 'old', other);
  const broken = [...torn, ...other, ...gone];
  for (const step of record.steps.filter(({ path }) => broken.includes(path))) {
    if (step.old) await context.folder.write(step.path, await readCopy(context.store, record, 'old', step));
    else await context.folder.remove(step.path);
  }
}

/** Before one side is written over what is nobody's: that goes into a backup of its own, listed as any other. */
export async function keepFound(context, record, side, paths) {
  if (!paths.length) return;
  const { store, folder } = context;
  const found = newRecord(context, { title: `What another program had written during “${record.title}”`, where: record.where });
  for (const { path, round, ...sides } of record.steps.filter((step) => paths.includes(step.path))) {
    const bytes = await folder.read(path);
    found.steps.push({ action: sides[side] ? 'replace' : 'remove', path, round, old: await sideOf(bytes), new: sides[side] });
    await keepCopy(store, found, 'old', found.steps.length - 1, bytes);
  }
  await mark(store, found, 'done'); // before its journal, so that it never counts as begun
  await writeJournal(store, found);
}
