// The save: check, backup, write, read back, verify, say so. Pure logic over a folder (the card), a store (the browser's
// private storage) and a host (the app), so that the tests can break each of them at every step.
//
// The promise: each file on the card is whole at any moment, old or new; and whatever happens, save_record.js holds what
// recovery.js needs to bring the card to all-new or back to all-old.

import { countDifferences, firstDifference, hashOf, sameBytes } from './bytes.js';
import { pooled } from './pool.js';
import { forgetNewCopies, forgetRecord, keepCopy, mark, newRecord, readCopy, sideOf, writeJournal } from './save_record.js';
import { mendTorn, survey } from './survey.js';

const writes_at_once = 8;
const reads_at_once = 16;

/**
 * @typedef {object} SaveContext
 * @property {import('./folder.js').HandleFolder} folder the card
 * @property {import('./folder.js').HandleFolder} store
 * @property {{planBytes: (path: string) => any, originalBytes: (path: string) => any, verify: (path: string, bytes: Uint8Array) => any}} host
 * @property {{id: string, name: string}} card
 * @property {() => Date} now
 * @property {(stage: Stage, done: number, total: number) => void} progress
 *
 * @typedef {'check'|'backup'|'write'|'verify'|'done'} Stage
 * @typedef {{path: string, message: string, opened: number|null, card: number|null, modified: number|null, differing: number|null}} Conflict
 * @typedef {{ok: boolean, stage: Stage, id?: string, message?: string, path?: string, conflicts?: Conflict[],
 *   written?: string[], removed?: string[], state?: import('./survey.js').CardState}} Outcome
 */

/** A failure at a known stage. */
export class SaveError extends Error {
  constructor(stage, path, message, reason) {
    super(message);
    Object.assign(this, { stage, path, reason });
  }
}

async function at(stage, path, work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SaveError ? error : new SaveError(stage, path, error.message, error.reason);
  }
}

/** Counts one stage's progress for whoever watches. */
export function counter(context, stage, total) {
  let done = 0;
  context.progress(stage, 0, total);
  return () => context.progress(stage, ++done, total);
}

/**
 * Is each file still what was opened? `held` remembers what the card holds and the app does not know: size and hash, since
 * the bytes of many samples at once would be too much.
 * @returns {Promise<Conflict[]>}
 */
async function check(context, plan, accepted, held) {
  const conflicts = [];
  const tick = counter(context, 'check', plan.steps.length);
  await pooled(reads_at_once, plan.steps, (step) =>
    at('check', step.path, async () => {
      const stat = await context.folder.stat(step.path);
      const found = stat ? await context.folder.read(step.path) : null;
      const original = await context.host.originalBytes(step.path);
      const conflict = compare(step, stat, found, original);
      if (conflict && !accepted.has(step.path)) conflicts.push(conflict);
      if (!original || conflict) held.set(step.path, await sideOf(found));
      tick();
    }),
  );
  return conflicts.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(step, stat, found, original) {
  const conflict = (message) => ({
    path: step.path,
    message: `${step.path}: ${message}`,
    opened: original ? original.length : null,
    card: stat ? stat.size : null,
    modified: stat ? stat.modified : null,
    differing: original && found ? countDifferences(original, found) : null,
  });
  if (step.action === 'add') return found ? conflict('a file of this name has appeared on the card since it was opened.') : null;
  if (!found) return conflict('it was on the card when it was opened, and is gone now.');
  if (!original || sameBytes(original, found)) return null;
  return conflict(`another program has changed it since it was opened: ${firstDifference(original, found)}.`);
}

/** What the card holds of a step, as it was checked. */
async function heldBytes(context, held, path) {
  if (!held.has(path)) return context.host.originalBytes(path);
  if (!held.get(path)) return null;
  const bytes = await context.folder.read(path);
  if ((await hashOf(bytes)) === held.get(path).hash) return bytes;
  throw new Error(`${path}: another program is writing to it just now.`);
}

/** Keeps old and new bytes of every step in the store, and then the journal. @returns {Promise<import('./save_record.js').SaveRecord>} */
async function prepare(context, plan, held, record) {
  const { store, host } = context;
  record.steps = plan.steps.map(({ action, path, round }) => ({ action, path, round, old: null, new: null }));
  const tick = counter(context, 'backup', record.steps.length);
  await pooled(writes_at_once, record.steps, (step, index) =>
    at('backup', step.path, async () => {
      const old = await heldBytes(context, held, step.path);
      const fresh = step.action === 'remove' ? null : await host.planBytes(step.path);
      step.old = await sideOf(old);
      step.new = await sideOf(fresh);
      const problems = fresh ? await host.verify(step.path, fresh) : [];
      if (problems.length) throw new Error(`${step.path}: not written, since what would be written is not in order: ${problems.join('; ')}`);
      if (old) await keepCopy(store, record, 'old', index, old);
      if (fresh) await keepCopy(store, record, 'new', index, fresh);
      tick();
    }),
  );
  await at('backup', '', () => writeJournal(store, record));
}

/**
 * What is mentioned goes before what mentions it (core/card/save_plan.h says why), then what has to go, the other way round:
 * so that a card pulled out midway still loads. The steps of one round are done at once.
 */
function roundsOf(steps, side) {
  const rounds = (some) => [...new Set(some.map(({ round }) => round))].sort((a, b) => a - b).map((round) => some.filter((step) => step.round === round));
  return [...rounds(steps.filter((step) => step[side])), ...rounds(steps.filter((step) => !step[side])).reverse()];
}

async function put(context, record, side, step) {
  const { folder, store } = context;
  if (step[side]) await folder.write(step.path, await readCopy(store, record, side, step));
  else if (await folder.stat(step.path)) await folder.remove(step.path);
}

/** Each file being written takes the room of a second one: on a card with less than that for all of them, one after another. */
async function putRound(context, record, side, round, wrote) {
  const left = new Set(round);
  const one = (step) =>
    at('write', step.path, async () => {
      await put(context, record, side, step);
      left.delete(step);
      wrote();
    });
  try {
    await pooled(writes_at_once, round, one);
  } catch (error) {
    if (error.reason !== 'full') throw error;
    await pooled(1, [...left], one);
  }
}

/**
 * Brings the given steps to one side and proves it, round by round.
 * @param {SaveContext} context
 * @param {import('./save_record.js').SaveRecord} record
 * @param {'old'|'new'} side
 * @param {import('./save_record.js').Step[]} steps
 */
export async function carryOut(context, record, side, steps) {
  const wrote = counter(context, 'write', steps.length);
  const proved = counter(context, 'verify', steps.length);
  for (const round of roundsOf(steps, side)) {
    await putRound(context, record, side, round, wrote);
    await pooled(writes_at_once, round, (step) => at('verify', step.path, () => prove(context, record, side, step).then(proved)));
  }
}

/** Reads a file back from the card and compares; what was not kept is written once more before it counts as a failure. */
async function prove(context, record, side, step) {
  if (!step[side]) {
    if (await context.folder.stat(step.path)) throw new Error(`${step.path}: it was removed and is still there.`);
    return;
  }
  let found = await context.folder.read(step.path);
  if ((await hashOf(found)) !== step[side].hash) {
    const wanted = await readCopy(context.store, record, side, step);
    await context.folder.write(step.path, wanted);
    found = await context.folder.read(step.path);
    if (!sameBytes(found, wanted)) throw new Error(`${step.path}: read back from the card, ${countDifferences(found, wanted)} of ${wanted.length} bytes are not what was written: ${firstDifference(wanted, found)}.`);
  }
  const problems = side === 'new' ? await context.host.verify(step.path, found) : [];
  if (problems.length) throw new Error(`${step.path}: read back from the card, it is not in order: ${problems.join('; ')}`);
}

/** What the card holds after a failure; files that are neither old nor new are put back first. */
async function afterFailure(context, record, error) {
  const outcome = { ok: false, stage: error.stage, path: error.path, message: error.message, id: record.id };
  await mendTorn(context, record).catch(() => {});
  outcome.state = await survey(context, record);
  const untouched = outcome.state.old.length === record.steps.length;
  if (untouched) await mark(context.store, record, 'undone').catch(() => {});
  return outcome;
}

/**
 * @param {SaveContext} context
 * @param {{title: string, where?: string, changes?: any[], steps: {action: string, path: string, round: number}[]}} plan
 * @param {Set<string>} [accepted] paths whose change by another program the user has seen and wants to write over
 * @returns {Promise<Outcome>}
 */
export async function performSave(context, plan, accepted = new Set()) {
  const held = new Map();
  const record = newRecord(context, plan);
  try {
    const conflicts = await check(context, plan, accepted, held);
    if (conflicts.length) return { ok: false, stage: 'check', conflicts, message: conflicts[0].message };
    await prepare(context, plan, held, record);
  } catch (error) {
    await forgetRecord(context.store, record.id).catch(() => {});
    return { ok: false, stage: error.stage, path: error.path, message: error.message };
  }
  try {
    await carryOut(context, record, 'new', record.steps);
  } catch (error) {
    return afterFailure(context, record, error);
  }
  return concluded(context, record, 'done');
}

/** The card is proved; from here on a failing store changes nothing about that (recovery would find all files new, and say so). */
export async function concluded(context, record, phase) {
  await mark(context.store, record, phase).catch(() => {});
  await forgetNewCopies(context.store, record).catch(() => {});
  context.progress('done', 1, 1);
  const side = phase === 'done' ? 'new' : 'old';
  return {
    ok: true,
    stage: 'done',
    id: record.id,
    written: record.steps.filter((step) => step[side]).map((step) => step.path),
    removed: record.steps.filter((step) => !step[side]).map((step) => step.path),
  };
}
