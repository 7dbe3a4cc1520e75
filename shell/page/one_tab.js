// One card, one tab: two would write over each other, on the card and in the journal of edits.

import { NotOpened } from './sources.js';

const prefix = 'groovebench-card-';
const patience = 1000; // milliseconds: a page that is being left may still hold it
let held = { id: '', release: () => {} };

/** Holds the card for this tab, until it is released or the tab is gone; throws a sentence if another tab has it. */
export async function claimCard({ id, name }) {
  if (held.id === id || !navigator.locks) return;
  releaseCard();
  await new Promise((resolve, reject) => {
    const hold = () =>
      new Promise((release) => {
        held = { id, release };
        resolve();
      });
    const taken = () => reject(new NotOpened(`${name} is open in another tab of Groovebench. Close it there first: two tabs would write over each other.`));
    navigator.locks.request(`${prefix}${id}`, { signal: AbortSignal.timeout(patience) }, hold).catch(taken);
  });
}

/** In this tab or in another one. */
export async function isAnyCardOpen() {
  const { held: all = [] } = (await navigator.locks?.query()) ?? {};
  return all.some((lock) => lock.name.startsWith(prefix));
}

export function releaseCard() {
  held.release();
  held = { id: '', release: () => {} };
}
