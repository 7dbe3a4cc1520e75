// Saves whose plan a test makes itself: the page's dialog, engine and a real folder, with the app's answers about the plan
// replaced. So that sixteen banks can be written, and broken, without clicking through sixteen banks.

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project, unpackedDemoCard, withTrigs } from './demo_card.mjs';

const bank = (n) => `SET/PROJECT/bank${String(n).padStart(2, '0')}.work`;

/**
 * Sixteen banks that the app accepts, each with another trig, and what they are to become.
 * @returns {{path: string, old: Uint8Array, fresh: Uint8Array}[]}
 */
export function sixteenBanks() {
  const demo = readFileSync(join(unpackedDemoCard(), project, 'bank01.work'));
  return Array.from({ length: 16 }, (_, i) => {
    const old = withTrigs(demo, 16, 8, [i + 1]);
    return { path: bank(i + 1), old, fresh: withTrigs(old, 1 + i, 5, [3, 7, 11]) };
  });
}

/** A sample that is to be removed. */
export function aRemoval(path = 'SET/AUDIO/old.wav') {
  return { path, old: Buffer.alloc(3000, 9), fresh: null };
}

/** Lays files on the disk. @param {string} folder @param {[string, Uint8Array][]} files */
export function lay(folder, files) {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Every file below a folder, by path. @returns {Map<string, Buffer>} */
export function filesBelow(folder, below = '') {
  const found = new Map();
  for (const name of readdirSync(join(folder, below)).sort()) {
    const path = below ? `${below}/${name}` : name;
    if (statSync(join(folder, path)).isDirectory()) for (const [key, bytes] of filesBelow(folder, path)) found.set(key, bytes);
    else found.set(path, readFileSync(join(folder, path)));
  }
  return found;
}

/** Which of the planned files are old, new, or neither. */
export function standing(folder, planned) {
  const states = { old: 0, new: 0, torn: [] };
  for (const { path, old, fresh } of planned) {
    const is = readFileSync(join(folder, path));
    if (is.equals(old)) states.old++;
    else if (is.equals(fresh)) states.new++;
    else states.torn.push(`${path} (${is.length} bytes)`);
  }
  return states;
}

/** Replaces what the app says about the plan. The bytes come from the server: twenty megabytes are slow to hand over. */
export async function plan(visit, planned) {
  const steps = planned.map(({ path, old, fresh }) => ({ action: fresh ? 'replace' : 'remove', path, round: 4, size: (fresh ?? old).length, note: `${Math.round((fresh ?? old).length / 1024)} KB` }));
  const changes = [{ heading: 'Bank A', lines: ['A01 · T5: 3 trigs added (3, 7, 11)'] }];
  const words = { card: 'CARD', title: `Write ${steps.length} files to CARD`, where: 'SET / PROJECT', writable: true, blocked: [], steps, changes };
  await visit.page.evaluate(
    async ([json, paths]) => {
      const fetched = async (side) => new Map(await Promise.all(paths.map(async (path) => [path, new Uint8Array(await (await fetch(`planned/${side}/${path}`)).arrayBuffer())])));
      const [old, fresh] = [await fetched('old'), await fetched('fresh')];
      const { app } = window.groovebench;
      app.savePlan = () => json;
      app.planBytes = (path) => fresh.get(path);
      app.originalBytes = (path) => old.get(path) ?? null;
    },
    [JSON.stringify(words), planned.map(({ path }) => path)],
  );
}

/** What the server hands out for plan(). */
export function filesOf(planned) {
  return Object.fromEntries(planned.flatMap(({ path, old, fresh }) => [[`/planned/old/${path}`, old], [`/planned/fresh/${path}`, fresh ?? 'nothing']]));
}

/** Opens the save dialog as the app would ask for it. */
export async function openSave(visit) {
  await visit.page.evaluate(() => void window.groovebench.session.bridge.performers.save());
  await visit.page.waitForSelector('#save_dialog[open]');
}

/** Presses Write and waits for the sentence in the end. */
export async function write(visit) {
  await visit.page.click('#save_write');
  await visit.page.waitForSelector('#save_dialog .message:not([hidden])', { timeout: 60000 });
  return visit.page.textContent('#save_dialog .message');
}
