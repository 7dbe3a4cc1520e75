// What is odd in files, and in what only shows when the files of a project are looked at together.

import { join, resolve } from 'node:path';
import { below, isFolder, onCard, open, projectIn, readBytes } from '../files.mjs';
import { Project } from '../library.mjs';
import { isOpzDisk, isOpzFile, openDisk } from '../opz.mjs';
import { progress, say, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { replace } from '../write.mjs';

export const help = `
groovebench check FILE|FOLDER … [--notes] [--mend]

Opens every file it knows and tells what is odd: sums, tags, ranges, slots without a sample, samples that are not there.
Folders are looked through whole. Ends with 1 if there are findings. --notes tells what is only worth reading, too.
Of an archive of an EP-133 it says what the sample tool would refuse and what would stop the machine. What can be mended is said;
--mend does it for errors and warnings, and what the file held before is beside it as FILE.bak.
`;
export const options = { notes: { type: 'boolean' }, mend: { type: 'boolean' } };
export const positionals = [1, Infinity];

// Files that ought to be of a known kind: one with another name, such as a copy, is told by its content.
const isLookedAt = (path) => /.\.(work|strd|ot|ppak|pak)$/i.test(path) || /(^|\/)P\d\d\.tar$/i.test(path) || isOpzFile(path);
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

// Mends what an archive offers to mend, one thing after the other: after each the others are looked for anew.
async function mendArchive(path, file) {
  const mended = [];
  for (let more = true; more && mended.length < 1000; ) {
    const finding = file.preflight().find((one) => one.offer && one.severity !== 'note' && !mended.some(({ sentence }) => sentence === one.sentence));
    more = Boolean(finding);
    if (!finding) break;
    file.mend(finding);
    mended.push(finding);
  }
  if (mended.length) await replace(path, await readBytes(path), file.bytes());
  return mended;
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

export async function run(paths, { json, notes, mend, progress: wanted }) {
  const { files, projects, disks } = await filesOf(paths);
  const bar = progress(wanted, files.length + projects.length + disks.length, 'checking');
  const findings = [];
  for (const path of files) {
    bar.step(path);
    const file = await open(path);
    if (mend && file.preflight && !file.problem)
      for (const { sentence, offer } of await mendArchive(path, file)) if (!json) say(`mended: ${sentence}: ${offer}`);
    findings.push(...(file.preflight && !file.problem ? file.preflight() : file.check()));
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
    for (const { severity, sentence, offer } of told) say(`${severity}: ${sentence}${offer ? ` (can be mended: ${offer})` : ''}`);
    say(`${files.length} file${files.length === 1 ? '' : 's'} checked, ${told.length || 'no'} finding${told.length === 1 ? '' : 's'}`);
  }
  return findings.some(({ severity }) => severity !== 'note') ? 1 : 0;
}
