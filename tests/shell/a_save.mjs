// A save to try things on: sixteen banks, the project, a sample to add and one to take away; and the app that plans it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { FakeFolder, World } from './fake_folder.mjs';

export const bytes = (seed, length = 48) => Uint8Array.from({ length }, (_, i) => (seed * 31 + i * 7 + (seed >> 3)) & 255);
const bank = (number) => `SET/PROJECT/bank${String(number).padStart(2, '0')}.work`;
export const banks = Array.from({ length: 16 }, (_, i) => bank(i + 1));

/** What the card held when it was opened. */
export function opened() {
  const files = new Map(banks.map((path, i) => [path, bytes(i)]));
  files.set('SET/PROJECT/project.work', bytes(40, 30));
  files.set('SET/AUDIO/old.wav', bytes(41, 20));
  files.set('SET/AUDIO/kept.wav', bytes(42, 20));
  return files;
}

/** What it is to hold. */
export function wanted() {
  const files = opened();
  banks.forEach((path, i) => files.set(path, bytes(i + 100)));
  files.set('SET/AUDIO/new.wav', bytes(140, 64));
  files.set('SET/PROJECT/project.work', bytes(141, 34));
  files.delete('SET/AUDIO/old.wav');
  return files;
}

/** As core/card/save_plan.cpp has it: samples, banks, the project's text. */
const roundOf = (path) => (path.endsWith('.wav') ? 0 : path.includes('/bank') ? 4 : 6);

export function planOf(before = opened(), after = wanted()) {
  const steps = [];
  for (const [path, now] of after) {
    if (!before.has(path)) steps.unshift({ action: 'add', path, round: roundOf(path), size: now.length });
    else if (String(before.get(path)) !== String(now)) steps.push({ action: 'replace', path, round: roundOf(path), size: now.length });
  }
  for (const path of before.keys()) if (!after.has(path)) steps.push({ action: 'remove', path, round: roundOf(path), size: 0 });
  return { title: `Write ${steps.length} files to CARD`, where: 'SET / PROJECT', changes: [], steps };
}

export const host = {
  planBytes: (path) => wanted().get(path),
  originalBytes: (path) => opened().get(path) ?? null,
  verify: (path, found) => (String(found) === String(wanted().get(path)) ? [] : ['it does not decode']),
};

export const card = { id: 'CARD-1', name: 'CARD' };

/** A browser session: the disk and the browser's storage are maps that outlive it. */
export function session(disk, kept, { fault, ...options } = {}) {
  const world = new World(fault);
  const context = {
    folder: new FakeFolder(world, disk, options),
    store: new FakeFolder(world, kept, { name: 'storage' }),
    host,
    card,
    now: () => new Date(2026, 0, 2, 3, 4, 5),
    progress: () => {},
  };
  return { world, context };
}

export function sameFiles(a, b) {
  const text = (files) => JSON.stringify([...files].map(([path, data]) => [path, [...data]]).sort());
  return text(a) === text(b);
}

/** The files that are neither what they were nor what they are to be. A file to be added may be there and empty. */
export function notWhole(disk, before = opened(), after = wanted()) {
  const torn = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const is = String(disk.get(path));
    if (is === String(before.get(path)) || is === String(after.get(path))) continue;
    if (!before.has(path) && disk.get(path)?.length === 0) continue;
    torn.push(path);
  }
  return torn;
}

// Tens of thousands of small hashes: the same digest without a thread for each of them.
crypto.subtle.digest = async (name, data) => {
  assert.equal(name, 'SHA-256');
  return Uint8Array.from(createHash('sha256').update(data).digest()).buffer;
};
