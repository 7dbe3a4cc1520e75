// One project of an OP-Z with exactly the kits it uses, as a zip; and a zip of that kind onto another disk.

import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, isFolder, readBytes } from '../files.mjs';
import { isOpzDisk, openDisk } from '../opz.mjs';
import { say, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { replace, writeNew } from '../write.mjs';

export const help = `
groovebench bundle DISK PROJECT --to FILE.zip
groovebench bundle FILE.zip --onto DISK [--as NUMBER] [--replace] [--dry-run]

A project of an OP-Z with exactly the kits it uses, as a zip, and back onto a disk that has projects and kits of its own.
DISK is the folder that the OP-Z shows in content mode, or a copy of it; PROJECT is 1 to 10, or a name such as project03f.opz.
  groovebench bundle /media/OP-Z 3 --to song.zip
  groovebench bundle song.zip --onto /media/OP-Z --as 5
Kits that the disk has are used where they are; one whose name another kit has comes under a new name, and the project is
told. Nothing else on the disk is changed. Without --as the project takes the first number that is free.
--replace  where there is a project of that number: it becomes projectNN.opz.bak     --dry-run  says what would be written
`;
export const options = { to: { type: 'string' }, onto: { type: 'string' }, as: { type: 'string' }, replace: { type: 'boolean' }, 'dry-run': { type: 'boolean' } };
export const positionals = [1, 2];

const two = (number) => String(number).padStart(2, '0');
const pathOf = (project) => (/^\d+$/.test(project) ? `projects/project${two(project)}.opz` : `projects/${project.replace(/^projects\//, '')}`);
const counted = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

async function diskIn(folder) {
  if (!(await isOpzDisk(folder))) throw new Refused(`${folder}: expected the disk of an OP-Z, with projects and samplepacks in it, found another folder`);
  return openDisk(folder);
}

function tell(findings, asJson, document, lines) {
  if (asJson) return sayJson(document);
  for (const { severity, sentence } of findings) say(`${severity}: ${sentence}`);
  lines.forEach((line) => say(line));
}

async function pack(folder, project, to, asJson) {
  const { bytes, kits, findings } = (await diskIn(folder)).bundle(pathOf(project));
  await writeNew(to, bytes);
  tell(findings, asJson, { file: to, project: pathOf(project), kits, findings }, [`${to}: ${pathOf(project)} and ${counted(kits.length, 'kit')} written`]);
  return findings.length ? 1 : 0;
}

async function write(folder, [path, bytes]) {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  if (await exists(place)) await replace(place, await readBytes(place), bytes);
  else await writeNew(place, bytes);
}

const numberOf = (text) => {
  if (text === undefined) return 0;
  if (!/^([1-9]|10)$/.test(text)) throw new Refused(`--as: expected 1 to 10, found ${text}`);
  return Number(text);
};

async function unpack(zip, folder, values) {
  const bytes = await readBytes(zip, 64 << 20);
  const plan = (await diskIn(folder)).unbundle(bytes, { number: numberOf(values.as), replace: Boolean(values.replace) });
  if (!values['dry-run']) for (const file of plan.files) await write(folder, file);
  const { project, kits, findings } = plan;
  const told = kits.map(({ from, to, written, renamed }) => `${from}: ${written ? (renamed ? `as ${to}, since the name was taken` : to) : `is there already: ${to}`}`);
  tell(findings, values.json, { project, kits, files: plan.files.map(([path]) => path), written: !values['dry-run'], findings }, [
    ...told,
    `${project}: ${values['dry-run'] ? 'not written' : 'written'}`,
  ]);
  return findings.length ? 1 : 0;
}

export async function run([first, project], values) {
  if (await isFolder(first)) {
    if (project === undefined) throw new Refused(`${first}: expected a project behind it, 1 to 10, found none`);
    if (values.to === undefined) throw new Refused('--to: expected the name of a zip, found none');
    return pack(first, project, values.to, values.json);
  }
  if (values.onto === undefined) throw new Refused('--onto: expected the folder of a disk, found none');
  if (project !== undefined) throw new Refused(`expected one bundle, found ${project} behind it`);
  return unpack(first, values.onto, values);
}
