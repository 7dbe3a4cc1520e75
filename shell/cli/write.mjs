// Writing a file so that at every moment the old or the new one is there, whole, and the old one afterwards too.
//
// The way back is a copy beside the file, NAME.bak: it is where one looks for it, travels with the card, needs no other disk,
// and the machine passes over it. It holds what the file held before the last write, no more: numbered copies would fill a
// card without anybody having asked.

import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refused } from './refused.mjs';

const same = (a, b) => a.length === b.length && Buffer.compare(a, b) === 0;

// A file of that name with these bytes, on the disk and read back; it comes into being at once, or not at all.
async function place(path, bytes) {
  const part = `${path}.groovebench-part`;
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!same(await readFile(part), bytes)) throw new Refused(`${path}: expected the bytes that were written, found others: the file is as it was`);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(dirname(path));
}

// The new name is on the disk only when its folder is. Not every system lets one ask for that.
async function syncFolder(path) {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

// A new file; one that is there already is left alone.
export async function writeNew(path, bytes) {
  if (await stat(path).catch(() => null)) throw new Refused(`${path}: expected a name that is free, found a file`);
  await place(path, bytes);
}

// `before` is what was read of it: a file that another program has written meanwhile is not replaced.
export async function replace(path, before, bytes) {
  if (same(before, bytes)) return false;
  if (!same(await readFile(path), before)) throw new Refused(`${path}: expected the file that was read, found that it changed meanwhile: nothing was written`);
  await place(`${path}.bak`, before);
  await place(path, bytes);
  return true;
}
