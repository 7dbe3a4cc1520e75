// Two files, or two projects, against each other.

import { isFolder, openWhole, projectIn } from '../files.mjs';
import { Project } from '../library.mjs';
import { differencesOf, isOpzDisk, openDisk } from '../opz.mjs';
import { say, sayGrouped, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';

export const help = `
groovebench diff FIRST SECOND

What differs between two files of a kind, or two folders with a project or the disk of an OP-Z, in words. Ends with 1 if anything does.
  groovebench diff bank01.work bank01.strd
  groovebench diff BACKUP/SONG CARD/SET/SONG
  groovebench diff OLD.ppak NEW.ppak
`;
export const options = {};
export const positionals = [2, 2];

async function diffFiles(first, second, asJson) {
  const differences = (await openWhole(first)).differences(await openWhole(second));
  if (asJson) sayJson(differences);
  else sayGrouped(differences);
  return differences.length ? 1 : 0;
}

const words = { 'only first': 'only in the first', 'only second': 'only in the second' };

function sayFile({ name, presence, same, differences, problem }) {
  if (same) return;
  if (presence !== 'both') return say(`${name}: ${words[presence]}`);
  if (problem) return say(`${name}: not compared: ${problem.sentence}`);
  say(`${name}:${differences.length ? '' : ' no difference but derived bytes'}`);
  sayGrouped(differences, { indent: '  ' });
}

async function diffProjects(first, second, asJson) {
  if (await isOpzDisk(first)) return sayFiles(differencesOf(await openDisk(first), await openDisk(second)), asJson);
  const projects = [];
  for (const folder of [first, second]) {
    const pairs = await projectIn(folder);
    if (!pairs.length) throw new Refused(`${folder}: expected the files of a project, found none`);
    projects.push(new Project(pairs));
  }
  return sayFiles(projects[0].differences(projects[1]), asJson);
}

function sayFiles(files, asJson) {
  if (asJson) sayJson(files);
  else files.forEach(sayFile);
  return files.every(({ same }) => same) ? 0 : 1;
}

export async function run([first, second], { json }) {
  const folders = [await isFolder(first), await isFolder(second)];
  if (folders[0] !== folders[1]) throw new Refused(`${second}: expected ${folders[0] ? 'a folder' : 'a file'} like ${first}, found ${folders[1] ? 'a folder' : 'a file'}`);
  return folders[0] ? diffProjects(first, second, json) : diffFiles(first, second, json);
}
