// Saves whose plan a test makes itself: the page's dialog, engine and a real folder, with the app's answers about the plan
// replaced. So that sixteen banks can be written, and broken, without clicking through sixteen banks.

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bytes that depend on a number, quick to make on both sides. */
export function pattern(seed, size) {
  const bytes = new Uint8Array(size);
  let state = seed * 2654435761 + 1;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

export const bank_size = 636113;
const bank = (n) => `SET/PROJECT/bank${String(n).padStart(2, '0')}.work`;

/** @returns {{path: string, seeds: [number, number], old: Uint8Array, fresh: Uint8Array}[]} */
export function sixteenBanks(size = bank_size) {
  return Array.from({ length: 16 }, (_, i) => ({ path: bank(i + 1), seeds: [i, i + 100], old: pattern(i, size), fresh: pattern(i + 100, size) }));
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

/** Replaces what the app says about the plan. The bytes are made anew there: twenty megabytes are slow to hand over. */
export async function plan(visit, planned) {
  const steps = planned.map(({ path, fresh }) => ({ action: 'replace', path, size: fresh.length, note: `${Math.round(fresh.length / 1024)} KB` }));
  const changes = [
    { heading: 'Bank A', lines: ['A03 · T3: 4 trigs added (7, 9, 11, 15)', 'A03 · T2: condition FILL on step 16'] },
    { heading: 'Project', lines: ['Tempo 124.0 → 126.0'] },
  ];
  const words = { card: 'CARD', title: `Write ${steps.length} files to CARD`, where: 'SET / PROJECT', writable: true, blocked: [], steps, changes };
  await visit.page.addScriptTag({ url: 'pattern.js' });
  await visit.page.evaluate(
    ([json, files]) => {
      const seeds = new Map(files.map(([path, ...rest]) => [path, rest]));
      const { app } = window.groovebench;
      app.savePlan = () => json;
      app.planBytes = (path) => window.pattern(seeds.get(path)[1], seeds.get(path)[2]);
      app.originalBytes = (path) => (seeds.has(path) ? window.pattern(seeds.get(path)[0], seeds.get(path)[2]) : null);
      app.verify = () => '[]';
    },
    [JSON.stringify(words), planned.map(({ path, seeds, old }) => [path, ...seeds, old.length])],
  );
}

/** The server's answer to pattern.js: the function above, for the page. */
export const extra_files = { '/pattern.js': `window.pattern = ${pattern}` };

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
