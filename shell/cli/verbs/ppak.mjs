// An archive for an EP-133: of a folder of sounds and a description, or of a pattern of an Octatrack.

import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { below, exists, isFolder, onCard, projectIn, readBytes } from '../files.mjs';
import { Project, backupOfPattern, buildBackup, descriptionFromCsv, descriptionFromSounds } from '../library.mjs';
import { say, sayJson, warn } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { writeNew } from '../write.mjs';

export const help = `
groovebench ppak FOLDER FILE.ppak [--base BACKUP] [--tempo BPM] [--project NUMBER]
groovebench ppak PROJECT-FOLDER A03 FILE.ppak

A folder of WAV or AIFF files with kit.json, or with pads.csv, patterns.csv and scenes.csv (each may be missing), becomes an
archive; without any of them the sounds go onto the pads in the order of their names. The format of kit.json and of the tables
is in the README of the library. Or a pattern of a project of an Octatrack, with its part and its samples.
--base     a .ppak or .pak of your own that all this goes into; a copy is written, the backup stays as it is. Without one the
           archive is not yet proven on a device.
`;
export const options = { base: { type: 'string' }, tempo: { type: 'string' }, project: { type: 'string' } };
export const positionals = [2, 3];

const isSound = (path) => /\.(wav|aiff?)$/i.test(path);

const textIn = async (folder, name) => ((await exists(join(folder, name))) ? readFile(join(folder, name), 'utf8') : '');

async function descriptionIn(folder, sounds) {
  const kit = await textIn(folder, 'kit.json');
  if (kit) {
    try {
      return JSON.parse(kit);
    } catch (error) {
      throw new Refused(`${join(folder, 'kit.json')}: ${error.message}`);
    }
  }
  const [pads, patterns, scenes] = await Promise.all(['pads.csv', 'patterns.csv', 'scenes.csv'].map((name) => textIn(folder, name)));
  if (pads || patterns || scenes) return descriptionFromCsv({ pads, patterns, scenes });
  if (!sounds.length) throw new Refused(`${folder}: expected sounds, kit.json, or pads.csv, patterns.csv and scenes.csv, found none`);
  return descriptionFromSounds(sounds);
}

async function ofFolder(folder, path, { base, tempo, project }) {
  const sounds = (await below(folder)).filter(isSound);
  const description = await descriptionIn(folder, sounds);
  if (tempo) description.tempo = Number(tempo);
  if (project) description.project = Number(project);
  const named = new Set((description.sounds ?? []).map(({ file }) => file));
  const files = new Map();
  for (const name of sounds) if (named.has(name)) files.set(name, await readBytes(join(folder, name)));
  return { ...buildBackup({ description, files, base: base ? await readBytes(base) : null, name: path }), lines: [] };
}

async function ofPattern(folder, pattern, path) {
  const [, letter, number] = /^([A-P])(\d\d?)$/i.exec(pattern) ?? [];
  if (!letter || number < 1 || number > 16) throw new Refused(`expected a pattern from A01 to P16, found ${pattern}`);
  const pairs = await projectIn(folder);
  if (!pairs.length) throw new Refused(`${folder}: expected the files of a project, found none`);
  const find = onCard();
  const samples = async (name) => {
    const found = find(resolve(folder, name));
    return found ? readBytes(found) : null;
  };
  const bank = letter.toUpperCase().charCodeAt(0) - 64;
  const { backup, report } = await backupOfPattern(new Project(pairs), bank, Number(number), { samples, name: basename(resolve(folder)) });
  return { backup, proven: false, findings: [], lines: report, path };
}

export async function run(names, values) {
  const path = names.at(-1), { json } = values;
  if (!/\.(ppak|pak|tar)$/i.test(path)) throw new Refused(`${path}: expected a name that ends in .ppak, found another`);
  if (!(await isFolder(names[0]))) throw new Refused(`${names[0]}: expected a folder, found a file`);
  const { backup, proven, findings, lines } = names.length === 3 ? await ofPattern(names[0], names[1], path) : await ofFolder(names[0], path, values);
  await writeNew(path, backup.bytes());
  if (json) sayJson({ file: path, proven, findings, report: lines });
  else {
    for (const line of lines) say(line);
    for (const { severity, sentence } of findings) say(`${severity}: ${sentence}`);
    say(`${path}: written`);
  }
  if (!proven && !json) warn('not yet proven on a device: your own backup as --base is the safer way');
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
