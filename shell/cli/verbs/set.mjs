// Fields of a file, changed under the rules of the machine, and written so that there is a way back.

import { open, readBytes } from '../files.mjs';
import { say, sayGrouped, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { replace } from '../write.mjs';

export const help = `
groovebench set FILE FIELD VALUE [FIELD VALUE …] [--raw] [--consent] [--dry-run]

Changes fields, all or none. A value is what the machine shows, or with --raw the number of the file.
  groovebench set bank01.work 'patterns[1].audio_tracks[1].trigs[5]' on 'patterns[1].tail.length' 32
  groovebench set SONG.ppak 'projects[1].settings.tempo' 98.5
  groovebench set project01.opz 'patterns[1].tracks.bass.plug' volt 'patterns[1].notes[1].bass[1].note' C2
What the file held before is beside it afterwards, as FILE.bak.
--consent  edits a file whose sum is wrong     --dry-run  says what would change, and writes nothing
`;
export const options = { raw: { type: 'boolean' }, consent: { type: 'boolean' }, 'dry-run': { type: 'boolean' } };
export const positionals = [3, Infinity];

const valueOf = (text, raw) => {
  if (!raw) return text;
  if (!/^-?\d{1,15}$/.test(text)) throw new Refused(`expected a whole number with --raw, found ${text}`);
  return Number(text);
};

export async function run([path, ...pairs], { json, raw, consent, 'dry-run': dry }) {
  if (pairs.length % 2) throw new Refused(`${pairs.at(-1)}: expected a value behind it, found none`);
  const before = await readBytes(path);
  const file = await open(path);
  const old = await open(path);
  if (consent) file.allowEdits();
  if (file.locked) throw new Refused(`${file.locked.sentence}${file.locked.cause === 'broken' ? ' (--consent edits it all the same)' : ''}`);
  for (let i = 0; i < pairs.length; i += 2) file.set(pairs[i], valueOf(pairs[i + 1], raw));
  const written = dry ? false : await replace(path, before, file.bytes());
  const changes = file.edited ? old.differences(file) : [];
  if (json) sayJson({ file: path, written, changes });
  else if (!file.edited) say(`${path}: nothing to change`);
  else {
    sayGrouped(changes);
    say(dry ? `${path}: not written` : `${path}: written; before: ${path}.bak`);
  }
  return 0;
}
