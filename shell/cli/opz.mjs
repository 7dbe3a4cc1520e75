// The content disk of an OP-Z as a folder: where it is one, and what the verbs ask of it.

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { below, isFolder, readBytes } from './files.mjs';
import { OpzDisk, isOnOpzDisk, openFile } from './library.mjs';
import { say, sayGrouped, sayTable } from './print.mjs';

// A folder with projects or kits where the disk has them.
export async function isOpzDisk(folder) {
  if (!(await isFolder(folder))) return false;
  if (existsSync(join(folder, 'samplepacks'))) return true;
  const projects = await readdir(join(folder, 'projects')).catch(() => []);
  return projects.some((name) => /\.opz$/i.test(name));
}

export async function openDisk(folder) {
  const paths = (await below(folder)).filter(isOnOpzDisk);
  const pairs = [];
  for (const path of paths) pairs.push([path, await readBytes(join(folder, path))]);
  return new OpzDisk(pairs);
}

// Files of the disk that open by themselves: a name that begins with ~ refers to one stored elsewhere, and is empty.
export const isOpzFile = (path) =>
  /\.opz$/i.test(path) || /(^|\/)samplepacks\/([^/]+\/)*[^~/][^/]*\.aif$/i.test(path) || /(^|\/)config\/(general|midi|dmx)\.json$/i.test(path) || /(^|\/)import\.log$/.test(path);

const isKnown = (path) => isOpzFile(path) && isOnOpzDisk(path);

// ---- show

const placesOf = (at) => {
  const named = at.slice(0, 3).map(({ pattern, track }) => `pattern ${pattern} ${track}`).join(', ');
  return at.length > 3 ? `${named} and ${at.length - 3} more` : named;
};

export function contentsOf(disk) {
  const files = disk.entries().filter(([path]) => isKnown(path) && /\.(opz|json)$/i.test(path));
  return files.map(([path, bytes]) => {
    const file = openFile(path, bytes);
    const told = { file: path, ...(file.problem ? { problem: file.problem } : { lines: file.summary() }) };
    file.close();
    return told;
  });
}

export function showDisk(disk) {
  const plugs = new Map(disk.projects.map(({ path, plugs: used }) => [path, used]));
  for (const { file, lines, problem } of contentsOf(disk)) {
    say(`${file}${problem ? `: ${problem.sentence}` : ''}`);
    if (lines) sayGrouped(lines, { indent: '  ' });
    const kits = (plugs.get(file) ?? []).filter(({ state }) => state === 'here' || state === 'missing');
    if (!kits.length) continue;
    say('  Kits');
    for (const { name, state, at } of kits) say(`    ${name}${state === 'missing' ? ' (missing)' : ''}: ${placesOf(at)}`);
  }
}

// ---- list

const megabytes = (bytes) => `${(bytes / (1 << 20)).toFixed(1)} MB`;

export function listDisk(disk, folder) {
  say(`${basename(folder)}: ${megabytes(disk.usedSpace)} of 24.0 MB for kits`);
  sayTable(disk.projects.map(({ path, number, snapshot, plugs }) => {
    const missing = plugs.filter(({ state }) => state === 'missing').length;
    return [`  project ${number}${snapshot ? ', snapshot' : ''}`, path, missing ? `${missing} kit${missing === 1 ? '' : 's'} missing` : ''];
  }));
  sayTable(disk.kits.map(({ track, slot, name, reference, bytes }) => [`  ${track} ${slot}`, name, reference ? 'stored elsewhere' : megabytes(bytes)]));
}

// ---- diff

export function differencesOf(first, second) {
  const before = new Map(first.entries()), after = new Map(second.entries());
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.map((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    if (!a || !b) return { name, presence: a ? 'only first' : 'only second', same: false, differences: [] };
    if (Buffer.compare(a, b) === 0) return { name, presence: 'both', same: true, differences: [] };
    const files = [openFile(name, a), openFile(name, b)];
    const problem = files[0].problem ?? files[1].problem;
    const differences = problem ? [] : files[0].differences(files[1]);
    files.forEach((file) => file.close());
    return { name, presence: 'both', same: false, differences, ...(problem ? { problem } : {}) };
  });
}
