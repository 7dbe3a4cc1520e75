// One path of a file: a value, a flag, a record, a whole array.

import { openWhole } from '../files.mjs';
import { say, sayJson } from '../print.mjs';

export const help = `
groovebench get FILE FIELD [--raw]

What a path names: a value as the machine shows it, a record or an array as JSON with raw values.
  groovebench get bank01.work 'patterns[3].audio_tracks[2].locks[5].amp_vol'
  groovebench get bank01.work 'patterns[3].audio_tracks[2].trigs[5]'
  groovebench get project.work 'flex[1]'
  groovebench get SONG.ppak 'projects[1].pads.a[7].pitch'
  groovebench get project01.opz 'patterns[3].steps.kick[5].values.jump'
--raw gives the number of the file. --json gives all that is known of the field.
`;
export const options = { raw: { type: 'boolean' } };
export const positionals = [2, 2];

export async function run([path, name], { json, raw }) {
  const file = await openWhole(path);
  const field = file.field(name);
  if (json) sayJson(field);
  else if (field.shown !== undefined) say(raw ? String(field.raw) : field.shown);
  else process.stdout.write(file.json({ path: name }));
  return 0;
}
