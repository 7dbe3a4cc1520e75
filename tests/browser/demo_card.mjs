// The demo card unpacked on the disk, and what a bank holds, said once more by the test itself.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { page_folder, scratch } from './harness.mjs';

/** Unpacks the demo card by another program than ours. @returns {string} the folder */
export function unpackedDemoCard() {
  const card = join(scratch(), 'CARD');
  execFileSync('python3', ['-m', 'zipfile', '-e', join(page_folder, 'demo_card.zip'), card]);
  return card;
}

export const project = 'DEMO_SET/NIGHT_DRIVE';

// The layout of a bank, from the format's description: pattern, audio track, masks of trigs.
const pattern_at = (number) => 22 + 36588 * (number - 1);
const track_at = (pattern, track) => pattern_at(pattern) + 8 + 2338 * (track - 1);
const trig_masks = [9, 17, 25, 33]; // trig, trigless trig, trigless lock, one-shot

/** The byte and the bit of a step in the mask of plain trigs. */
function trigBit(pattern, track, step) {
  return [track_at(pattern, track) + trig_masks[0] + 7 - ((step - 1) >> 3), 1 << ((step - 1) & 7)];
}

/** Steps of the first page on which nothing stands. */
export function emptySteps(bank, pattern, track) {
  const steps = Array.from({ length: 16 }, (_, i) => i + 1);
  return steps.filter((step) => trig_masks.every((mask) => !(bank[track_at(pattern, track) + mask + 7 - ((step - 1) >> 3)] & (1 << ((step - 1) & 7)))));
}

/** The bank with trigs placed, and its checksum: everything else as it was. */
export function withTrigs(bank, pattern, track, steps) {
  const changed = Buffer.from(bank);
  for (const step of steps) {
    const [at, bit] = trigBit(pattern, track, step);
    changed[at] |= bit;
  }
  let sum = 0;
  for (let i = 16; i < changed.length - 2; i++) sum = (sum + changed[i]) & 0xffff;
  changed.writeUInt16BE(sum, changed.length - 2);
  return changed;
}

/** Opens a pattern of the project on the screen. */
export async function openPattern(visit, name) {
  await visit.click(`tree-project-${project}`);
  await visit.click(`cell-${name}`);
  await visit.click('tab-pattern');
  await visit.find('T1-s1');
}

/** A .ppak of the first pattern, as the page makes it. @returns {Promise<string>} the file */
export async function aPpak(visit) {
  await visit.drop(unpackedDemoCard());
  await visit.opened();
  await openPattern(visit, 'A01');
  await visit.click('make-ppak');
  const [download] = await Promise.all([visit.page.waitForEvent('download', { timeout: 60000 }), visit.click('ppak-build')]);
  const path = join(scratch(), 'ours.ppak');
  await download.saveAs(path);
  return path;
}
