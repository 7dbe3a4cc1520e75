// The command line: the verbs that look, on files made here and on fixtures.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aCard, ends, write } from './command.mjs';
import { fixtureFiles, groovebench, library, root, scratch } from './place.mjs';

const { Project } = library;

test('without a verb, with a wrong one and with --help it says what there is', async () => {
  await ends([], 2, /Usage: groovebench VERB/, {});
  await ends(['--help'], 0, /doctor/, {});
  await ends(['sing'], 2, /^groovebench: expected a verb \(show, get, .*\), found sing\n$/, {});
  await ends(['get', '--loud', 'x', 'y'], 2, /Unknown option '--loud'/);
  await ends(['get', 'x'], 2, /groovebench get FILE FIELD/);
  for (const verb of readdirSync(join(root, 'cli/verbs'))) assert.match((await import(join(root, 'cli/verbs', verb))).help, new RegExp(`^\\ngroovebench ${verb.slice(0, -4)} `));
  await ends(['show', '--help'], 0, /^groovebench show /);
});

test('show tells a file, a project and a record', async (t) => {
  const { folder } = aCard(t);
  await ends(['show', join(folder, 'bank01.work')], 0, /Bank A › A03\n  part 1, 16 steps, 1 trig, 0 locks: T1\n[^]*15 untouched patterns/);
  await ends(['show', join(folder, 'project.work')], 0, /120\.0 BPM[^]*Project › F001\n  \.\.\/AUDIO\/kick\.wav/);
  await ends(['show', folder], 0, /markers\.work\n  Markers › F001\n    frames 0 to 44100/);
  await ends(['show', join(folder, 'bank01.work'), 'patterns[3].tail'], 0, /^patterns\[3\]\.tail\.master_length +16 +steps\n/);
  const lines = JSON.parse(await ends(['show', join(folder, 'arr01.work'), '--json'], 0));
  assert.equal(lines.format, 'octatrack arrangement');
  assert.equal(JSON.parse(await ends(['show', folder, '--json'], 0)).length, 26);
});

test('get answers for values, flags, records, arrays and settings', async (t) => {
  const { folder } = aCard(t);
  const bank = join(folder, 'bank01.work'), text = join(folder, 'project.work');
  const answers = [
    [bank, 'patterns[3].audio_tracks[1].trigs[7]', 'on'], [bank, 'parts[1].machines[1]', 'FLEX'], [bank, 'part_names[2].text', 'TWO'],
    [text, 'flex[1].path', '../AUDIO/kick.wav'], [join(folder, 'markers.work'), 'flex[1].trim_end', '44100'],
  ];
  for (const [file, path, shown] of answers) assert.equal(await ends(['get', file, path], 0), `${shown}\n`, path);
  assert.equal(await ends(['get', bank, 'parts[1].machines[1]', '--raw'], 0), '1\n');
  assert.match(await ends(['get', bank, 'patterns[3].tail'], 0), /^\{"master_length": 16, .*\}\n$/);
  assert.equal(JSON.parse(await ends(['get', bank, 'part_names'], 0)).length, 4);
  assert.equal(JSON.parse(await ends(['get', text, 'settings'], 0)).tempo, 2880);
  const field = JSON.parse(await ends(['get', bank, 'patterns[1].tail.length', '--json'], 0));
  assert.deepEqual([field.raw, field.shown, field.unit, field.range, field.offset], [16, '16', 'steps', '2 to 64', 0x8ef9]);
  await ends(['get', bank, 'patterns[17]'], 2, /bank01\.work: patterns\[17\]: expected patterns\[1\] to \[16\], found no such field/);
  await ends(['get', join(folder, 'none.work'), 'x'], 2, /expected a file or a folder, found nothing of that name/);
  await ends(['get', folder, 'x'], 2, /expected a file, found a folder/);
});

test('diff tells two files, a file and its stored copy, and two projects', async (t) => {
  const { card, folder, project } = aCard(t);
  project.bank(1).pattern(3).track(1).step(7).lock('AMP VOL', '+6');
  project.set('settings.tempo', '130');
  const other = write(join(card, 'BACKUP/SONG'), project);
  await ends(['diff', folder, folder], 0, /^$/);
  await ends(['diff', join(folder, 'bank01.work'), join(other, 'bank01.work')], 1, /^Bank A › A03 › T1 › step 7\n  AMP VOL not locked → \+6\n$/);
  const out = await ends(['diff', folder, other], 1, /project\.work:\n/);
  assert.match(out, /bank01\.work:\n  Bank A › A03 › T1 › step 7\n    AMP VOL not locked → \+6\n/);
  const files = JSON.parse(await ends(['diff', folder, other, '--json'], 1));
  assert.deepEqual(files.filter(({ same }) => !same).map(({ name }) => name).sort(), ['bank01.work', 'project.work']);
  await ends(['diff', folder, join(other, 'bank01.work')], 2, /expected a folder like/);
  await ends(['diff', join(folder, 'arr01.work'), join(other, 'bank01.work')], 2, /expected octatrack arrangement, found octatrack bank/);
});

test('check looks through a card, and finds what is missing', async (t) => {
  const { card, folder } = aCard(t);
  await ends(['check', card], 0, /^26 files checked, no findings\n$/);
  const ended = await groovebench(['check', card, '--progress']);
  assert.match(ended.complaint, /checking 27 of 27: .*SONG/);
  await ends(['set', join(folder, 'project.work'), 'flex[1].path', '../AUDIO/gone.wav'], 0);
  await ends(['check', card], 1, /error: .*SONG\/project\.work: flex\[1\]\.path: .*gone\.wav is not there\n26 files checked, 1 finding\n/);
  const bank = join(folder, 'bank02.work'), bytes = readFileSync(bank);
  writeFileSync(bank, bytes.subarray(0, 1000));
  const { findings } = JSON.parse(await ends(['check', bank, '--json'], 1));
  assert.match(findings[0].sentence, /bank02\.work: size: at 0x3E8: expected 636113 bytes, found 1000 bytes/);
  await ends(['set', join(folder, 'project.work'), 'flex[1].path', '../audio/KICK.WAV'], 0);
  writeFileSync(bank, bytes);
  await ends(['check', folder, join(folder, 'arr01.work')], 0, /27 files checked, no findings/);   // found as a card finds it
  await ends(['check', join(card, 'SET/AUDIO')], 2, /expected a file of a known kind, found none/);
});

test('check reports random bytes changed, through the sum', async (t) => {
  const folder = scratch(t);
  const bytes = Project.create().bank(1).bytes();
  const paths = [];
  for (let i = 0; i < 40; i++) {
    const changed = Uint8Array.from(bytes);
    changed[(i * 15901 + 16) % bytes.length] ^= 1 << i % 8;
    paths.push(join(folder, `copy-${i}.work`));
    writeFileSync(paths.at(-1), changed);
  }
  const { findings } = JSON.parse(await ends(['check', ...paths, '--json'], 1));
  for (const path of paths) assert.ok(findings.some(({ file }) => file === path), path);
});

test('list tells sets, projects and samples', async (t) => {
  const { card } = aCard(t);
  await ends(['list', card, '--samples'], 0, /SET\n  SONG: 26 of 26 files\n  AUDIO: 1 sample, 0\.0 MB\nSET\/AUDIO\/kick\.wav\n/);
  const { sets, samples } = JSON.parse(await ends(['list', card, '--json'], 0));
  assert.equal(sets[0].projects[0].name, 'SONG');
  assert.deepEqual(samples, ['SET/AUDIO/kick.wav']);
  await ends(['list', join(card, 'SET/AUDIO')], 0, /1 sample/);
});

test('formats prints a page for each format, or those that are named', async () => {
  const all = await ends(['formats'], 0);
  for (const title of ['bank', 'project', 'markers', 'arrangement', 'sample settings']) assert.match(all, new RegExp(`^# ${title}$`, 'm'));
  assert.match(all, /\| 0x8 \| 8 × 2338 \| `audio_tracks\[1…8\]` \| audio tracks T1 to T8 \| see audio track \| verified \|/);
  await ends(['formats', 'sample settings'], 0, /^# sample settings\n/);
  await ends(['formats', 'songs'], 2, /expected a format \(octatrack bank, /);
  assert.equal(JSON.parse(await ends(['formats', '--json'], 0)).length, library.formats().length);
});

test('fixtures of each kind go through json on the command line', async (t) => {
  const folder = scratch(t);
  const files = fixtureFiles().filter((path) => /full_options|1slices|manager\/dest-project|bank-copy\/bank/.test(path));
  for (const path of files) {
    const document = join(folder, 'document.json'), out = join(folder, `${files.indexOf(path)}`);
    writeFileSync(document, await ends(['json', path], 0));
    const { code } = await groovebench(['json', document, '--to', out]);
    assert.equal(code, path.endsWith('full_options.work') ? 1 : 0, path);
    assert.deepEqual(readFileSync(out), readFileSync(path), path);
  }
});

test('the command of the checkout finds the build, and says how to make one', async (t) => {
  const own = fileURLToPath(new URL('../../shell/cli/groovebench', import.meta.url));
  const env = { ...process.env, BUILDROOT: join(root, '../..') };
  await ends(['formats', 'bank'], 0, /^# bank/, { program: own, env });
  const copy = scratch(t);
  cpSync(fileURLToPath(new URL('../../shell', import.meta.url)), join(copy, 'shell'), { recursive: true });
  await ends(['formats'], 2, /not built: run \.\/ci\/build wasm library/, { program: join(copy, 'shell/cli/groovebench'), env: { ...env, BUILDROOT: copy } });
});
