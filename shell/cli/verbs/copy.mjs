// A pattern, a track or a part from one file to another, or to another place of the same.

import { resolve } from 'node:path';
import { openWhole, readBytes } from '../files.mjs';
import { say, sayGrouped, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { replace } from '../write.mjs';

export const help = `
groovebench copy FROM.opz [TO.opz] --pattern NUMBER [--to NUMBER] [--track NAME [--onto NAME]]
groovebench copy FROM-BANK [TO-BANK] --pattern|--part NUMBER [--to NUMBER]

Copies a pattern of an OP-Z's project, or one track of it, into another project; a pattern or a part of an Octatrack's bank into
another bank. Without a second file it goes to another place of the same.
  groovebench copy project01.opz project04.opz --pattern 3 --to 5
  groovebench copy project01.opz --pattern 3 --to 5 --track bass --onto lead
  groovebench copy bank01.work bank02.work --part 1
--to       the pattern or part it becomes; else the one of the same number
--track    a track by its name or number, with its sound, notes, steps and mutes     --onto  the track it becomes
--dry-run  says what would change, and writes nothing
What cannot come along is told, and ends with 1. A pattern of an Octatrack keeps the part it plays, a part its name; slots are
numbers, whose samples are the project's. What the file held before is beside it afterwards, as FILE.bak.
`;
export const options = {
  pattern: { type: 'string' }, part: { type: 'string' }, to: { type: 'string' }, track: { type: 'string' }, onto: { type: 'string' },
  'dry-run': { type: 'boolean' },
};
export const positionals = [1, 2];

const numberOf = (name, text) => {
  if (!/^[1-9]\d?$/.test(text)) throw new Refused(`--${name}: expected a number from 1, found ${text}`);
  return Number(text);
};
const trackOf = (text) => (/^\d+$/.test(text) ? Number(text) : text);

// What is copied, as the library has it: the piece of the one file and that of the other.
function pieces(from, to, { pattern, part, to: target, track, onto }) {
  if ((pattern === undefined) === (part === undefined)) throw new Refused(`expected --pattern or --part, found ${part === undefined ? 'neither' : 'both'}`);
  const what = part === undefined ? 'pattern' : 'part', number = numberOf(what, part ?? pattern);
  for (const file of [from, to])
    if (!file[what]) throw new Refused(`${file.name}: expected a file with ${what}s to copy, found ${file.format}`);
  const [source, place] = [from[what](number), to[what](target === undefined ? number : numberOf('to', target))];
  if (track === undefined && onto === undefined) return [source, place];
  if (track === undefined) throw new Refused('--onto: expected --track with it, found none');
  if (from.format !== 'opz project') throw new Refused(`--track: expected a project of an OP-Z, found ${from.format}`);
  return [source.track(trackOf(track)), place.track(trackOf(onto ?? track))];
}

export async function run([first, second = first], values) {
  const before = await readBytes(second), dry = values['dry-run'];
  const [from, to, old] = [await openWhole(first), await openWhole(second), await openWhole(second)];
  if (from.format !== to.format) throw new Refused(`${second}: expected ${from.format}, like ${first}, found ${to.format}`);
  const [source, place] = pieces(from, to, values);
  if (resolve(first) === resolve(second) && values.to === undefined && values.onto === undefined)
    throw new Refused('expected --to NUMBER, or another file to copy to, found neither');
  const told = place.copyFrom(source);
  const losses = Array.isArray(told) ? told : [];
  const written = dry ? false : await replace(second, before, to.bytes());
  const changes = to.edited ? old.differences(to) : [];
  if (values.json) sayJson({ file: second, written, changes, findings: losses });
  else {
    for (const { severity, sentence } of losses) say(`${severity}: ${sentence}`);
    sayGrouped(changes);
    if (!to.edited) say(`${second}: nothing to change`);
    else say(dry ? `${second}: not written` : `${second}: written; before: ${second}.bak`);
  }
  return losses.length ? 1 : 0;
}
