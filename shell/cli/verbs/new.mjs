// A project: its 26 files, blank or from a template.

import { constants, copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { onCard, projectIn } from '../files.mjs';
import { OpzProject, Project, buildBackup } from '../library.mjs';
import { say, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { writeNew } from '../write.mjs';

export const help = `
groovebench new FOLDER [--from TEMPLATE-FOLDER]
groovebench new FILE.opz|FILE.ppak

A project in a folder that is new or empty, as the machine makes one; best inside of a set: CARD/SET/NAME. For an OP-Z a
project is one file: DISK/projects/project01.opz to project10.opz. A .ppak is a project of an EP-133 with nothing in it; not yet
proven on a device (see groovebench ppak).
--from  what another project holds, with blanks for the files it lacks. Samples are copied where paths would not find them
`;
export const options = { from: { type: 'string' } };
export const positionals = [1, 1];

async function emptyFolder(path) {
  const there = await readdir(path).catch((error) => (error.code === 'ENOENT' ? [] : Promise.reject(error)));
  if (there.length) throw new Refused(`${path}: expected a new or empty folder, found ${there.length} files in it`);
  await mkdir(path, { recursive: true });
}

// Both projects on one imagined card, as SET/PROJECT; sets of one name in two places get two names there.
function imaginedCard(from, to) {
  const setOf = (folder) => dirname(resolve(folder));
  const sets = new Map([[basename(setOf(to)), setOf(to)]]);
  let name = basename(setOf(from));
  while (sets.has(name) && sets.get(name) !== setOf(from)) name += "'";
  sets.set(name, setOf(from));
  const real = (path) => {
    const [set, ...rest] = path.split('/');
    return join(sets.get(set) ?? join(dirname(setOf(to)), set), ...rest);
  };
  return { from: `${name}/${basename(resolve(from))}`, to: `${basename(setOf(to))}/${basename(resolve(to))}`, real };
}

async function fromTemplate(template, folder) {
  const pairs = await projectIn(template);
  if (!pairs.length) throw new Refused(`${template}: expected the files of a project, found none`);
  const card = imaginedCard(template, folder);
  const find = onCard();
  const copy = new Project(pairs).asTemplate(card.from, card.to, { exists: (path) => find(card.real(path)) !== null });
  for (const { from, to } of copy.samples) {
    await mkdir(dirname(card.real(to)), { recursive: true });
    await copyFile(find(card.real(from)), card.real(to), constants.COPYFILE_EXCL);
  }
  return { files: copy.files.map(([path, bytes]) => [basename(path), bytes]), samples: copy.samples.map(({ to }) => card.real(to)), findings: copy.findings };
}

async function newOpz(path, from, asJson) {
  if (from) throw new Refused('--from: expected the folder of a new project, found a file: copy the other project instead');
  await writeNew(path, OpzProject.create(basename(path)).bytes());
  if (asJson) sayJson({ file: path });
  else say(`${path}: written`);
  return 0;
}

async function newBackup(path, asJson) {
  await writeNew(path, buildBackup({ name: path }).backup.bytes());
  if (asJson) sayJson({ file: path, proven: false });
  else say(`${path}: written. Not yet proven on a device`);
  return 0;
}

// A folder of such a name would be taken for a file of another kind.
const isOfAnotherFile = /\.(pak|ppak|tar|aiff?|wav|json|log|work|strd|ot)$/i;

export async function run([folder], { json, from }) {
  if (/\.opz$/i.test(folder)) return newOpz(folder, from, json);
  if (/\.ppak$/i.test(folder) && !from) return newBackup(folder, json);
  if (isOfAnotherFile.test(folder)) throw new Refused(`${folder}: expected the name of a folder, or one that ends in .opz or .ppak, found ${basename(folder)}`);
  await emptyFolder(folder);
  const { files, samples, findings } = from ? await fromTemplate(from, folder) : { files: Project.create().entries(), samples: [], findings: [] };
  for (const [name, bytes] of files) await writeNew(join(folder, name), bytes);
  if (json) sayJson({ folder, files: files.map(([name]) => name), samples, findings });
  else {
    for (const { sentence } of findings) say(sentence);
    say(`${folder}: ${files.length} files written${samples.length ? `, ${samples.length} samples copied` : ''}`);
  }
  return findings.some(({ severity }) => severity !== 'note') ? 1 : 0;
}
