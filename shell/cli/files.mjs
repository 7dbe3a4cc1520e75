// Files and folders that a verb is given.

import { existsSync, readdirSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openFile } from './library.mjs';
import { Refused } from './refused.mjs';

// No file of these machines is larger; a sound or a film is not read to find that out.
const isArchive = (path) => /\.(ppak|pak|tar|zip)$/i.test(path);
const mostBytes = (path) => (isArchive(path) || /\.(wav|aiff?|json)$/i.test(path) ? 256 << 20 : 4 << 20);
const isSkipped = (name) => name.startsWith('.') || name === 'System Volume Information';
const projectFile = /^(project|markers|bank(0[1-9]|1[0-6])|arr0[1-8])\.(work|strd)$/i;

export async function isFolder(path) {
  return (await found(path)).isDirectory();
}

async function found(path) {
  try {
    return await stat(path);
  } catch (error) {
    if (error.code === 'ENOENT') throw new Refused(`${path}: expected a file or a folder, found nothing of that name`);
    throw error;
  }
}

export const exists = (path) => stat(path).then(() => true, () => false);

export async function readBytes(path, most = mostBytes(path)) {
  const there = await found(path);
  if (there.isDirectory()) throw new Refused(`${path}: expected a file, found a folder`);
  const { size } = there;
  if (size > most) throw new Refused(`${path}: expected at most ${most} bytes, found ${size} bytes`);
  return new Uint8Array(await readFile(path));
}

export async function open(path) {
  return openFile(path, await readBytes(path));
}

// One that opens; else its problem is thrown as a sentence.
export async function openWhole(path) {
  const file = await open(path);
  if (file.problem) throw new Refused(file.problem.sentence);
  return file;
}

// All files below a folder, as paths relative to it, sorted.
export async function below(folder, under = '') {
  const paths = [];
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isSkipped(entry.name)) continue;
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) paths.push(...(await below(folder, path)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths;
}

// [name, bytes] of the files of the project in a folder; a project is where project.work or project.strd is.
export async function projectIn(folder) {
  const names = (await readdir(folder)).filter((name) => projectFile.test(name)).sort();
  const pairs = [];
  for (const name of names) pairs.push([name, await readBytes(join(folder, name))]);
  return pairs;
}
// Finds a file as a card would, letters in any case, accents composed or not: how it is spelled, or null. Folders are read once.
export function onCard() {
  const folders = new Map();
  const folded = (name) => name.normalize('NFC').toLowerCase();
  const namesIn = (folder) => {
    if (!folders.has(folder)) folders.set(folder, existsSync(folder) ? readdirSync(folder) : []);
    return folders.get(folder);
  };
  const spelled = (path) => {
    if (existsSync(path) || dirname(path) === path) return path;
    const folder = spelled(dirname(path));
    const name = folder && namesIn(folder).find((one) => folded(one) === folded(basename(path)));
    return name ? join(folder, name) : null;
  };
  return (path) => {
    const found = spelled(path);
    return found && existsSync(found) ? found : null;
  };
}
