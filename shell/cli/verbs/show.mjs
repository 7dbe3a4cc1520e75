// A file at a glance, or every value of a part of it.

import { basename, join } from 'node:path';
import { isFolder, open, openWhole, projectIn } from '../files.mjs';
import { contentsOf, isOpzDisk, openDisk, showDisk } from '../opz.mjs';
import { say, sayGrouped, sayJson, sayTable } from '../print.mjs';
import { Refused } from '../refused.mjs';

export const help = `
groovebench show FILE|PROJECT-FOLDER|OP-Z-DISK [FIELD]

A file, or all files of a project or of the disk of an OP-Z, at a glance. With FIELD every value of that record, as the machine shows it:
  groovebench show bank01.work 'patterns[1].tail'
  groovebench show SONG.ppak 'projects[1].scenes.scenes[2]'
  groovebench show project01.opz 'patterns[1].tracks.kick'
Which fields there are: groovebench formats
`;
export const options = {};
export const positionals = [1, 2];

async function showFields(path, field, asJson) {
  const values = (await openWhole(path)).values(field);
  if (asJson) return sayJson(values);
  sayTable(values.map(({ path: at, shown, unit }) => [at, shown, unit && !shown.endsWith(unit) ? unit : '']));
}

async function showFolder(folder, asJson) {
  const names = (await projectIn(folder)).map(([name]) => name);
  if (!names.length) throw new Refused(`${folder}: expected the files of a project, found none (for a card: groovebench list)`);
  const files = [];
  for (const name of names) {
    const file = await open(join(folder, name));
    files.push({ file: name, ...(file.problem ? { problem: file.problem } : { lines: file.summary() }) });
    file.close();
  }
  if (asJson) return sayJson(files);
  for (const { file, lines, problem } of files) {
    say(`${file}${problem ? `: ${problem.sentence}` : ''}`);
    if (lines) sayGrouped(lines, { indent: '  ' });
  }
}

export async function run([path, field], { json }) {
  if (field !== undefined) await showFields(path, field, json);
  else if (await isOpzDisk(path)) {
    const disk = await openDisk(path);
    if (json) sayJson({ projects: disk.projects, kits: disk.kits, files: contentsOf(disk) });
    else showDisk(disk);
  } else if (await isFolder(path)) await showFolder(path, json);
  else {
    const file = await openWhole(path);
    if (json) sayJson({ file: path, format: file.format, lines: file.summary() });
    else {
      say(`${basename(path)}: ${file.format}`);
      sayGrouped(file.summary());
    }
  }
  return 0;
}
