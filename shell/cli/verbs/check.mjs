// What is odd in files, and in what only shows when the files of a project are looked at together.

import { join, resolve } from 'node:path';
import { below, isFolder, onCard, open, projectIn } from '../files.mjs';
import { Project } from '../library.mjs';
import { isOpzDisk, isOpzFile, openDisk } from '../opz.mjs';
import { progress, say, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';

export const help = `
groovebench check FILE|FOLDER … [--notes]

Opens every file it knows and tells what is odd: sums, tags, ranges, slots without a sample, samples that are not there.
Folders are looked through whole. Ends with 1 if there are findings. --notes tells what is only worth reading, too.
`;
export const options = { notes: { type: 'boolean' } };
export const positionals = [1, Infinity];

// Files that ought to be of a known kind: one with another name, such as a copy, is told by its content.
const isLookedAt = (path) => /.\.(work|strd|ot)$/i.test(path) || isOpzFile(path);
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

// What only shows when the files of a project are looked at together, with the folder in front of their names.
async function checkProject(folder) {
  const find = onCard();
  const findSample = (path) => (find(resolve(folder, path)) ? 'here' : 'missing');
  const findings = new Project(await projectIn(folder)).checkTogether({ findSample });
  return findings.map((one) => ({ ...one, file: join(folder, one.file), sentence: `${folder}/${one.sentence}` }));
}

// The same of a disk: kits that are missing, slots with two, names the device refuses.
async function checkDisk(folder) {
  const findings = (await openDisk(folder)).check();
  return findings.map((one) => ({ ...one, file: join(folder, one.file), sentence: join(folder, one.file) + one.sentence.slice(one.file.length) }));
}

async function filesOf(paths) {
  const files = [], projects = new Set(), disks = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      files.push(path);
      continue;
    }
    if (await isOpzDisk(path)) disks.push(path);
    const known = (await below(path)).filter(isLookedAt);
    files.push(...known.map((name) => join(path, name)));
    for (const name of known) if (/(^|\/)project\.(work|strd)$/i.test(name)) projects.add(join(path, folderOf(name)));
  }
  if (!files.length) throw new Refused(`${paths.join(', ')}: expected a file of a known kind, found none`);
  return { files, projects: [...projects], disks };
}

export async function run(paths, { json, notes, progress: wanted }) {
  const { files, projects, disks } = await filesOf(paths);
  const bar = progress(wanted, files.length + projects.length + disks.length, 'checking');
  const findings = [];
  for (const path of files) {
    bar.step(path);
    const file = await open(path);
    findings.push(...file.check());
    file.close();
  }
  for (const folder of projects) {
    bar.step(folder);
    findings.push(...(await checkProject(folder)));
  }
  for (const folder of disks) {
    bar.step(folder);
    const told = new Set(findings.map(({ sentence }) => sentence));   // a file that does not open says so itself
    findings.push(...(await checkDisk(folder)).filter(({ sentence }) => !told.has(sentence)));
  }
  bar.end();
  const told = findings.filter(({ severity }) => notes || severity !== 'note');
  if (json) sayJson({ files: files.length, findings: told });
  else {
    for (const { severity, sentence } of told) say(`${severity}: ${sentence}`);
    say(`${files.length} file${files.length === 1 ? '' : 's'} checked, ${told.length || 'no'} finding${told.length === 1 ? '' : 's'}`);
  }
  return findings.some(({ severity }) => severity !== 'note') ? 1 : 0;
}
