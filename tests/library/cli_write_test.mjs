// The command line: the verbs that write, and what is left when they cannot.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aCard, ends } from './command.mjs';
import { library, scratch } from './place.mjs';

const { Project } = library;

test('set changes what it says, keeps a way back, and all or nothing', async (t) => {
  const { folder } = aCard(t);
  const bank = join(folder, 'bank01.work'), before = readFileSync(bank);
  await ends(['set', bank, 'patterns[1].audio_tracks[1].trigs[5]', 'on', 'patterns[1].audio_tracks[1].locks[5].amp_vol', '-12'], 0, /Bank A › A01 › T1 › step 5\n[^]*before: .*bank01\.work\.bak/);
  assert.equal(await ends(['get', bank, 'patterns[1].audio_tracks[1].locks[5].amp_vol'], 0), '-12\n');
  await ends(['check', bank], 0, /no findings/);
  assert.deepEqual(readFileSync(`${bank}.bak`), before);
  const now = readFileSync(bank);
  await ends(['set', bank, 'patterns[2].tail.length', '8', 'patterns[3].tail.length', '99'], 2, /patterns\[3\]\.tail\.length: at 0x.*: expected 2 to 64, found 99/);
  await ends(['set', bank, 'patterns[2].tail.length', '16'], 0, /nothing to change/);
  await ends(['set', bank, 'patterns[2].tail.length', '8', '--dry-run'], 0, /length 16 → 8\n.*not written/);
  await ends(['set', bank, 'patterns[2].tail.length'], 2);
  await ends(['set', bank, 'patterns[2].tail.length', 'x', '--raw'], 2, /a whole number with --raw/);
  assert.deepEqual(readFileSync(bank), now);
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes('part')), []);
  const { changes, written } = JSON.parse(await ends(['set', bank, 'patterns[2].tail.length', '8', '--raw', '--json'], 0));
  assert.ok(written);
  assert.equal(changes[0].words, 'length 16 → 8');
  assert.deepEqual(readFileSync(`${bank}.bak`), now);
  await ends(['set', join(folder, 'project.work'), 'settings.tempo', '126.5'], 0, /120\.0 → 126\.5/);
});

test('copy takes patterns and parts to another bank, or another place of the same', async (t) => {
  const { folder } = aCard(t);
  const bank = join(folder, 'bank01.work'), other = join(folder, 'bank02.work');
  await ends(['copy', bank, other, '--pattern', '3', '--to', '16'], 0, /Bank B › B16 › T1[^]*bank02\.work: written; before: /);
  assert.equal(await ends(['get', other, 'patterns[16].audio_tracks[1].trigs[7]'], 0), 'on\n');
  await ends(['copy', bank, '--part', '1', '--to', '2'], 0, /Bank A › Part 2[^]*FLEX/);
  assert.equal(await ends(['get', bank, 'parts[2].machines[1]'], 0), 'FLEX\n');
  await ends(['check', bank, other], 0, /no findings/);
  await ends(['copy', bank, join(folder, 'project.work'), '--part', '1'], 2, /expected octatrack bank, like .*, found octatrack project/);
  await ends(['copy', bank, other, '--part', '5'], 2, /part: expected 1 to 4, found 5/);
  await ends(['copy', bank, other, '--pattern', '1', '--track', '1'], 2, /--track: expected a project of an OP-Z, found octatrack bank/);
  await ends(['copy', bank, join(folder, 'nothing.work'), '--part', '1'], 2, /nothing of that name/);
});

test('set leaves a wrong sum alone until consented', async (t) => {
  const { folder } = aCard(t);
  const bank = join(folder, 'bank01.work'), bytes = readFileSync(bank);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(bank, bytes);
  await ends(['set', bank, 'patterns[1].tail.length', '8'], 2, /checksum: .*--consent/);
  assert.deepEqual(readFileSync(bank), bytes);
  await ends(['set', bank, 'patterns[1].tail.length', '8', '--consent'], 0);
  await ends(['check', bank], 0);
});

test('set that cannot write leaves the file as it is', async (t) => {
  const { folder } = aCard(t);
  const bank = join(folder, 'bank01.work'), before = readFileSync(bank);
  mkdirSync(`${bank}.groovebench-part`);   // where the new bytes would go
  mkdirSync(`${bank}.bak`);
  await ends(['set', bank, 'patterns[1].tail.length', '8'], 2, /bank01\.work/);
  assert.deepEqual(readFileSync(bank), before);
});

test('doctor looks without changing anything, and writes what is whole elsewhere', async (t) => {
  const folder = scratch(t), bank = join(folder, 'bank01.work'), out = join(folder, 'whole.work');
  const bytes = Project.create().bank(1).bytes();
  writeFileSync(bank, bytes);
  await ends(['doctor', bank], 0, /every byte is in its place/);
  const cut = Buffer.concat([bytes.subarray(0, 50000), bytes.subarray(50032)]);
  writeFileSync(bank, cut);
  await ends(['doctor', bank], 1, /32 bytes lost[^]*patterns\[2\]/);
  assert.deepEqual(readdirSync(folder), ['bank01.work']);
  await ends(['doctor', bank, '--write-to', out], 1, /whole\.work: written/);
  assert.deepEqual(readFileSync(bank), cut);
  await ends(['check', out], 0);
  await ends(['doctor', bank, '--write-to', out], 2, /expected a name that is free/);
  writeFileSync(join(folder, 'notes.txt'), 'notes');
  await ends(['doctor', join(folder, 'notes.txt')], 2, /notes\.txt: patterns: at 0x0: expected tags of a bank/);
  await ends(['doctor', join(folder, 'bank.ppak')], 2, /nothing of that name/);
  writeFileSync(join(folder, 'general.json'), '{ "backlit_keys" : false }\n');
  await ends(['doctor', join(folder, 'general.json')], 2, /general\.json: expected a bank of an Octatrack, found opz config/);
  await ends(['doctor', folder], 2, /expected a file, found a folder/);
  const wrong = Uint8Array.from(bytes);
  wrong[100] ^= 1;
  writeFileSync(bank, wrong);
  await ends(['doctor', bank], 1, /the sum is wrong/);
  await ends(['doctor', bank, '--mend-checksum', '--write-to', join(folder, 'mended.work')], 0);
  assert.equal(JSON.parse(await ends(['doctor', join(folder, 'mended.work'), '--json'], 0)).checksumIsRight, true);
});

test('new makes a project, blank or from another one with its samples', async (t) => {
  const { card, folder } = aCard(t);
  await ends(['new', join(card, 'SET/BLANK')], 0, /26 files written/);
  await ends(['check', join(card, 'SET/BLANK')], 0);
  await ends(['new', folder], 2, /expected a new or empty folder/);
  await ends(['new', join(card, 'SET/NEXT'), '--from', folder], 0, /26 files written\n$/);
  await ends(['diff', folder, join(card, 'SET/NEXT')], 0);
  await ends(['new', join(card, 'LIVE/NEXT'), '--from', folder], 0, /1 samples? copied/);
  await ends(['check', join(card, 'LIVE')], 0, /26 files checked, no findings/);
  assert.ok(statSync(join(card, 'LIVE/AUDIO/kick.wav')).isFile());
  await ends(['new', join(card, 'SET/X'), '--from', join(card, 'SET/AUDIO')], 2, /expected the files of a project/);
});

test('json goes there and back, byte for byte', async (t) => {
  const { folder } = aCard(t);
  for (const name of ['bank01.work', 'project.work', 'markers.work', 'arr01.work']) {
    const path = join(folder, name), document = join(folder, `${name}.json`);
    writeFileSync(document, await ends(['json', path, ...(name.startsWith('arr') ? ['--full'] : [])], 0));
    await ends(['json', document, '--to', join(folder, `again-${name}`)], 0, /written/);
    assert.deepEqual(readFileSync(join(folder, `again-${name}`)), readFileSync(path), name);
  }
  const bank = join(folder, 'bank01.work'), before = readFileSync(bank), document = JSON.parse(await ends(['json', bank], 0));
  document.patterns[2].tail.length = 12;
  await ends(['json', '-', '--to', bank], 1, /checksum: .*--seal/, { input: JSON.stringify(document) });
  assert.deepEqual(readFileSync(`${bank}.bak`), before);
  await ends(['json', '-', '--to', bank, '--seal'], 0, null, { input: JSON.stringify(document) });
  assert.equal(await ends(['get', bank, 'patterns[3].tail.length'], 0), '12\n');
  await ends(['check', bank], 0);
  await ends(['json', '-', '--to', join(folder, 'arr01.work')], 2, /arr01\.work: expected a name for a file of the kind octatrack bank/, { input: JSON.stringify(document) });
  document.patterns[2].tail.length = 'long';
  await ends(['json', '-', '--to', bank], 2, /patterns\[3\]\.tail\.length: at 0x.*: expected a number, 0 to 255, found "long"/, { input: JSON.stringify(document) });
  await ends(['json', '-', '--to', bank], 2, /^groovebench: standard input: JSON: at 0x/, { input: '{"format": ' });
});
