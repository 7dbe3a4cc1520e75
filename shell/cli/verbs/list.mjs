// Sets, projects and samples of a card.

import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { below, isFolder, openWhole } from '../files.mjs';
import { cardContents } from '../library.mjs';
import { isOpzDisk, listDisk, openDisk } from '../opz.mjs';
import { progress, say, sayJson, sayTable } from '../print.mjs';
import { Refused } from '../refused.mjs';

export const help = `
groovebench list FOLDER|ARCHIVE [--samples]

The sets of a card, the projects in them and their samples; a set or a project alone will do. --samples names each.
Of the disk of an OP-Z its projects, and its kits by track and slot.
Of a .ppak, a .pak or a project of an EP-133 its members, with the paths that their fields begin with.
`;
export const options = { samples: { type: 'boolean' } };
export const positionals = [1, 1];

const isSample = (path) => /\.(wav|aif|aiff)$/i.test(path);
const counted = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const inMegabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function filesWithSizes(folder, wanted) {
  const paths = await below(folder);
  const bar = progress(wanted, paths.length, 'looking at');
  const files = [];
  for (const path of paths) {
    bar.step(path);
    files.push([path, (await stat(join(folder, path))).size]);
  }
  bar.end();
  return files;
}

function saySet({ name, projects, pool }, folder) {
  say(name || folder);
  for (const project of projects)
    say(`  ${project.name}: ${project.files} of 26 files${project.storedFiles ? `, ${project.storedFiles} stored copies` : ''}${project.samples ? `, ${counted(project.samples, 'sample')} of its own` : ''}`);
  if (pool.path) say(`  ${basename(pool.path)}: ${counted(pool.samples, 'sample')}, ${inMegabytes(pool.bytes)}`);
}

async function listArchive(path, asJson) {
  const file = await openWhole(path);
  if (!file.members) throw new Refused(`${path}: expected a folder or an archive, found ${file.format}`);
  if (asJson) sayJson(file.members);
  else sayTable(file.members.map(({ path: name, key, size }) => [name, key, `${size} bytes`]));
  return 0;
}

export async function run([folder], { json, samples, progress: wanted }) {
  if (!(await isFolder(folder))) return listArchive(folder, json);
  if (await isOpzDisk(folder)) {
    const disk = await openDisk(folder);
    if (json) sayJson({ projects: disk.projects, kits: disk.kits, usedSpace: disk.usedSpace });
    else listDisk(disk, resolve(folder));
    return 0;
  }
  const files = await filesWithSizes(folder, wanted);
  const { sentence, sets } = cardContents(basename(resolve(folder)), files);
  const paths = files.map(([path]) => path).filter(isSample);
  if (json) sayJson({ sets, samples: paths, sentence });
  else {
    for (const set of sets) saySet(set, basename(resolve(folder)));
    if (sentence) say(sentence);
    if (samples) paths.forEach((path) => say(path));
  }
  return 0;
}
