// After a killed tab, a full card or a card pulled out: the save that was begun is finished (all new) or undone (all old).
// Every step looks at the card first, so that it may itself be interrupted and begun again, in either direction.

import { carryOut, concluded } from './save.js';
import { allRecords, forgetNewCopies, keepCopy, mark, phaseOf, unmark } from './save_record.js';
import { keepFound, survey } from './survey.js';

/**
 * Saves that were begun and neither finished nor undone, newest first.
 * @returns {Promise<import('./save_record.js').SaveRecord[]>}
 */
export async function unfinishedSaves(store) {
  return (await allRecords(store)).filter(({ phase }) => phase === 'writing').map(({ record }) => record);
}

/** A sentence about what the card holds of a save. @param {import('./survey.js').CardState} state */
export function stateInWords(state) {
  const parts = [];
  const say = (paths, one, many) => paths.length && parts.push(`${paths.length} ${paths.length === 1 ? one : many}`);
  say(state.new, 'file is new', 'files are new');
  say(state.old, 'file is as before', 'files are as before');
  say(state.torn, 'file is not whole', 'files are not whole');
  say(state.other, 'file is neither (another program has changed it)', 'files are neither (another program has changed them)');
  say(state.gone, 'file is not there any more', 'files are not there any more');
  say(state.unreadable, 'file could not be read', 'files could not be read');
  return parts.length ? `On the card ${parts.join(', ')}.` : '';
}

/** If the card is all new or all old already, nothing is left to ask: it is marked so. @returns {Promise<'done'|'undone'|null>} */
export async function settled(context, record, state) {
  const all = record.steps.length;
  const phase = state.new.length === all ? 'done' : state.old.length === all ? 'undone' : null;
  if (!phase) return null;
  for (const step of record.steps) await context.folder.tidy(step.path);
  await mark(context.store, record, phase);
  return phase;
}

/** The card stays as it is, whatever that is. What the save replaced is a backup now. */
export async function leaveAsItIs(context, record) {
  await mark(context.store, record, 'done');
  await forgetNewCopies(context.store, record);
}

/**
 * Finishes (`new`) or undoes (`old`) a save.
 * @param {import('./save.js').SaveContext} context
 * @param {import('./save_record.js').SaveRecord} record
 * @param {'new'|'old'} side
 * @returns {Promise<import('./save.js').Outcome>}
 */
export async function recover(context, record, side) {
  try {
    const state = await survey(context, record);
    if (!isKnown(record, state)) return notThisCard(record, state);
    if ((await phaseOf(context.store, record)) !== 'writing') await beginAnew(context, record, state);
    await keepFound(context, record, side, state.other);
    const left = record.steps.filter(({ path }) => !state[side].includes(path));
    for (const step of record.steps) await context.folder.tidy(step.path);
    await bring(context, record, side, left);
    const proved = await survey(context, record);
    if (proved[side].length !== record.steps.length && !sameOnBothSides(record, proved)) {
      return { ok: false, stage: 'verify', id: record.id, state: proved, message: `The card did not keep what was written. ${stateInWords(proved)}` };
    }
  } catch (error) {
    return { ok: false, stage: error.stage ?? 'check', path: error.path, id: record.id, message: error.message, state: await survey(context, record).catch(() => undefined) };
  }
  return concluded(context, record, side === 'new' ? 'done' : 'undone');
}

/** A save that had ended is rolled back: it may be interrupted too, and then be finished, from the new copies that only the card has. */
async function beginAnew(context, record, state) {
  for (const [index, step] of record.steps.entries()) {
    if (step.new && state.new.includes(step.path)) await keepCopy(context.store, record, 'new', index, await context.folder.read(step.path));
  }
  await unmark(context.store, record);
}

/** Is there any file on this card that the save knows? (That a file to be added is missing proves nothing.) */
export function isKnown(record, state) {
  const has = (side) => record.steps.some((step) => step[side] && state[side].includes(step.path));
  return has('old') || has('new') || state.torn.length > 0;
}

/** A file whose old and new bytes are equal shows up as new when we undo. */
function sameOnBothSides(record, proved) {
  const same = record.steps.filter((step) => step.old?.hash === step.new?.hash).map((step) => step.path);
  return proved.new.every((path) => same.includes(path)) && proved.old.length + proved.new.length === record.steps.length;
}

/** Undoing on a full card: what the save had added goes first, if there is no room otherwise. */
async function bring(context, record, side, steps) {
  try {
    await carryOut(context, record, side, steps);
  } catch (error) {
    const added = steps.filter((step) => step[side] === null);
    if (side === 'new' || !added.length) throw error;
    await carryOut(context, record, side, added);
    await carryOut(context, record, side, steps);
  }
}

function notThisCard(record, state) {
  const message = `None of the ${record.steps.length} files is what this save knows: this does not seem to be the card it was writing to. Nothing was touched.`;
  return { ok: false, stage: 'check', id: record.id, state, message };
}
