// A bank whose bytes have moved: looked at, and rebuilt into another file when that is asked for.

import { readBytes } from '../files.mjs';
import { Bank, mendedChecksum, openFile } from '../library.mjs';
import { say, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { writeNew } from '../write.mjs';

export const help = `
groovebench doctor FILE [--write-to OUT] [--mend-checksum]

Tells what is damaged in a bank with bytes lost or inserted. The file itself is never changed.
--write-to OUT     writes a bank with every pattern and part that is whole, and blank ones in the place of the others
--mend-checksum    with --write-to: a copy of any binary file with the right sum. Look at the file first: a wrong sum
                   says that bytes may be wrong
Ends with 1 if there is damage.
`;
export const options = { 'write-to': { type: 'string' }, 'mend-checksum': { type: 'boolean' } };
export const positionals = [1, 1];

async function mend(path, out, asJson) {
  if (!out) throw new Refused('--mend-checksum: expected --write-to OUT, found none');
  await writeNew(out, mendedChecksum(openFile(path, await readBytes(path))));
  if (asJson) sayJson({ file: path, written: out });
  else say(`${out}: written, with the right sum`);
  return 0;
}

export async function run([path], { json, 'write-to': out, 'mend-checksum': mending }) {
  if (mending) return mend(path, out, json);
  const { format } = openFile(path, await readBytes(path));
  if (format && format !== 'octatrack bank') throw new Refused(`${path}: expected a bank of an Octatrack, found ${format}. See groovebench check`);
  const { sound, checksumIsRight, findings, notes, rebuilt } = new Bank(path, await readBytes(path)).examine();
  const written = rebuilt && out ? out : null;
  if (written) await writeNew(out, rebuilt.bytes());
  if (json) {
    sayJson({ file: path, sound, checksumIsRight, findings, notes, written });
  } else {
    for (const { sentence } of findings) say(sentence);
    if (!checksumIsRight) say(sound ? 'the sum is wrong: --mend-checksum --write-to OUT writes a copy with the right one' : 'the sum is wrong, too');
    if (sound) say(`${path}: every byte is in its place${checksumIsRight ? '' : ', but for the sum'}`);
    if (!sound) say(written ? `${written}: written` : '--write-to OUT would write a bank with what is whole:');
    for (const note of notes) say(`  ${note}`);
  }
  return sound && checksumIsRight ? 0 : 1;
}
