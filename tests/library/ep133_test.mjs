// The EP-133 in the library and on the command line.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aCard, aSound, ends } from './command.mjs';
import { ep133Fixtures, library, scratch } from './place.mjs';

const { Backup, GroovebenchError, ProjectArchive, buildBackup, descriptionFromCsv, fileFromJson, openFile } = library;

const description = {
  sounds: [{ slot: 700, file: 'kick.wav' }],
  pads: [{ pad: 'A7', sound: 700 }],
  patterns: [{ pattern: 'A1', notes: [{ pad: 7, at: 0 }] }],
  scenes: [{ patterns: [1, 1, 1, 1] }],
};
const aBackup = () => buildBackup({ description, files: { 'kick.wav': aSound(1000) }, date: new Date(0) }).backup;
const refused = (work, words) => assert.throws(work, (error) => error instanceof GroovebenchError && words.test(error.message));
const same = (a, b) => Buffer.compare(a, b) === 0;

test('fixtures of devices come back byte for byte, through the file and through JSON', () => {
  const files = ep133Fixtures();
  for (const path of files) {
    const bytes = new Uint8Array(readFileSync(path));
    const file = openFile(path, bytes);
    assert.equal(file.problem, null, path);
    assert.ok(same(file.bytes(), bytes), path);
    assert.ok(same(fileFromJson(path, file.json()).bytes(), bytes), path);
    for (const { path: member, kind } of file.members ?? []) {
      const inside = openFile(`${path}/${member}`, file.member(member));
      assert.equal(inside.format, `ep133 ${kind}`, member);
      inside.close();
    }
    file.close();
  }
  console.log(`${files.length} fixtures`);
});

test('the same description gives the same archive, and one member is packed anew at a time', () => {
  assert.ok(same(aBackup().bytes(), aBackup().bytes()));
  const backup = aBackup(), before = new Map(backup.members.map(({ path }) => [path, backup.member(path)]));
  backup.project(1).group('A').pad(7).set('pan', '-4');
  assert.deepEqual(backup.members.filter(({ path }) => !same(backup.member(path), before.get(path))).map(({ path }) => path), ['projects/P01.tar/pads/a/p07']);
  assert.deepEqual(aBackup().differences(backup).map(({ place, words }) => [place, words]), [[['Project 1', 'Group A', 'pad 7 (key 1)'], 'pan 0 → -4']]);
});

test('members come, change and go as files of a folder', () => {
  const backup = aBackup();
  backup.setMembers([['projects/P01.tar/patterns/b05', Uint8Array.of(0, 3, 0, 0)], ['projects/P02.tar/settings', backup.member('projects/P01.tar/settings')], ['sounds/700 kick.wav', null]]);
  assert.equal(backup.project(1).group('B').pattern(5).bars, 3);
  assert.deepEqual(backup.projects, [1, 2]);
  assert.deepEqual(backup.sounds, []);
  refused(() => backup.member('sounds/700 kick.wav'), /expected a member of the archive/);
  refused(() => backup.setMembers([['nothing', null]]), /expected a member of the archive/);
  const alone = openFile('P01.tar', backup.member('projects/P01.tar'));
  assert.ok(alone instanceof ProjectArchive && backup instanceof Backup);
  assert.equal(alone.project.group('B').pattern(5).bars, 3);
  assert.equal(alone.project.tempo, 120);
});

test('pads, patterns and scenes keep the rules of the machine', () => {
  const project = aBackup().project(1), group = project.group('a'), pattern = group.pattern(1);
  pattern.addNote({ pad: 7, at: 0, note: 72 }).addNote({ pad: 1, at: 400 });
  assert.deepEqual(pattern.notes.map(({ pad, at, note }) => [pad, at, note]), [[7, 0, 60], [7, 0, 72], [1, 400, 60]]);
  pattern.set('events[1].position', '200').removeEvent(1);
  assert.deepEqual(pattern.notes.map(({ at }) => at), [200, 400]);
  assert.equal(group.pattern(2).exists, false);
  assert.deepEqual(group.pattern(2).write({ bars: 4, events: pattern.events }).notes, pattern.notes);
  project.addScene({ patterns: [2, 1, 1, 1], before: 1 });
  assert.deepEqual([project.sceneCount, project.scene(1).patterns, project.get('scenes.song[1]')], [2, [2, 1, 1, 1], 2]);
  project.scene(1).time = '6/4';
  project.scene(2).remove();
  assert.deepEqual([project.sceneCount, project.scene(1).time], [1, '6/4']);
  group.pad(7).pitch = -11.98;
  assert.deepEqual([group.pad(7).get('pitch'), group.pad(7).get('pitch_fraction')], [-12, 2]);
  group.pad(7).clear();
  assert.equal(group.pad(7).slot, 0);
  refused(() => project.set('settings.tempo', '0'), /ERR CLOCK 43/);
  refused(() => project.scene(1).set('patterns[1]', 0), /ERR PATTERN 189/);
  refused(() => project.addScene({ patterns: [0, 1, 1, 1] }), /patterns 1 to 99/);
  refused(() => group.pad(13), /1 to 12/);
  refused(() => project.group('E'), /A to D/);
  refused(() => aBackup().project(2), /one of 1/);
});

test('tables become a description', () => {
  const tables = {
    pads: 'pad;file;name;pan\r\nA1;kick.wav;"Big ""Kick""";-2\r\nA2;hat.wav;;\r\n\r\nA3;kick.wav;;3\r\n',
    patterns: 'pattern,bars,pad,at\nA1,2,1,0\nA1,,2,48\nB1,1\n',
    scenes: 'a,b,c,d\n1,1,1,1\n',
  };
  const made = descriptionFromCsv(tables);
  assert.deepEqual(made.sounds, [{ file: 'kick.wav', slot: 700, name: 'Big "Kick"' }, { file: 'hat.wav', slot: 701 }]);
  assert.deepEqual(made.pads, [{ pad: 'A1', pan: '-2', sound: 700 }, { pad: 'A2', sound: 701 }, { pad: 'A3', pan: '3', sound: 700 }]);
  assert.deepEqual(made.patterns, [{ pattern: 'A1', bars: 2, notes: [{ pad: '1', at: '0' }, { pad: '2', at: '48' }] }, { pattern: 'B1', bars: 1, notes: [] }]);
  const { backup } = buildBackup({ description: made, files: { 'kick.wav': aSound(10), 'hat.wav': aSound(44100, 44100) } });
  assert.deepEqual(backup.sounds.map(({ name, frames }) => [name, frames]), [['big kick', 10], ['hat', 46875]]);
  assert.deepEqual(backup.preflight(), []);
  refused(() => descriptionFromCsv({ pads: 'pad\nA1,2\n' }), /pads, row 2: expected 1 cells, found 2/);
  refused(() => buildBackup({ description: { pads: [{ pad: 'A1', pan: 20 }] } }), /pads\[1\]\.pan: expected -16 to 16, found 20/);
});

test('every verb serves an archive', async (t) => {
  const folder = scratch(t), path = join(folder, 'SONG.ppak');
  writeFileSync(path, aBackup().bytes());
  await ends(['show', path], 0, /ep133 backup\nProject 1 › Group A › pad 7 \(key 1\)\n  slot 700, 1000 frames from 0, one-shot[^]*Sound 700 kick\n  0\.02 s, 46875 Hz, mono/);
  await ends(['show', path, 'projects[1].pads.a[7]'], 0, /^projects\[1\]\.pads\.a\[7\]\.zero +0\n/);
  assert.equal(await ends(['get', path, 'projects[1].settings.tempo'], 0), '120.00\n');
  assert.equal(await ends(['get', path, 'meta.device_sku'], 0), 'TE032AS001\n');
  assert.equal(JSON.parse(await ends(['get', path, 'projects[1].patterns.a'], 0))[1].bars, 1);
  await ends(['list', path], 0, /projects\/P01\.tar\/pads\/a\/p01 +projects\[1\]\.pads\.a\[1\] +27 bytes/);
  await ends(['set', path, 'projects[1].pads.a[7].pan', '-4', 'projects[1].settings.tempo', '99'], 0, /Project 1 › Group A › pad 7 \(key 1\)\n  pan 0 → -4\nProject 1 › Settings\n  tempo 120\.00 → 99\.00\n/);
  await ends(['diff', `${path}.bak`, path], 1, /pan 0 → -4/);
  await ends(['diff', path, path], 0);
  await ends(['check', folder], 0, /1 file checked, no findings/);
  writeFileSync(join(folder, 'song.json'), await ends(['json', path], 0));
  await ends(['json', join(folder, 'song.json'), '--to', join(folder, 'again.ppak')], 0, /written/);
  assert.ok(same(readFileSync(join(folder, 'again.ppak')), readFileSync(path)));
  await ends(['new', join(folder, 'blank.ppak')], 0, /Not yet proven on a device/);
  await ends(['check', join(folder, 'blank.ppak')], 0);
});

test('check tells what stops a machine, and mends it when it is asked to', async (t) => {
  const path = join(scratch(t), 'SONG.ppak'), backup = aBackup();
  const scenes = backup.member('projects/P01.tar/scenes');
  scenes[8] = 0;
  backup.setMembers([['projects/P01.tar/scenes', scenes], ['projects/P01.tar/settings', new Uint8Array(222)]]);
  writeFileSync(path, backup.bytes());
  await ends(['check', path], 1, /ERR PATTERN 189.*\(can be mended: Play a pattern without events there\)[^]*ERR CLOCK 43/);
  await ends(['check', path, '--mend'], 0, /mended: .*ERR CLOCK 43[^]*no findings/);
  assert.ok(existsSync(`${path}.bak`));
  assert.equal(await ends(['get', path, 'projects[1].scenes.scenes[1].patterns[2]'], 0), '2\n');
});

test('ppak makes an archive of a folder, on a backup of ones own too', async (t) => {
  const folder = scratch(t), kit = join(folder, 'kit');
  mkdirSync(kit);
  await ends(['ppak', kit, join(folder, 'a.ppak')], 2, /expected sounds, kit\.json, or pads\.csv/);
  for (const name of ['a kick.wav', 'b hat.wav']) writeFileSync(join(kit, name), aSound(500, 44100));
  await ends(['ppak', kit, join(folder, 'a.ppak'), '--tempo', '90'], 0, /a\.ppak: written\n.*not yet proven on a device/);
  const made = openFile('a.ppak', new Uint8Array(readFileSync(join(folder, 'a.ppak'))));
  assert.deepEqual([made.project(1).group('A').pad(2).slot, made.project(1).tempo], [701, 90]);
  writeFileSync(join(kit, 'pads.csv'), 'pad,file,slot\nC4,b hat.wav,5\n');
  writeFileSync(join(kit, 'patterns.csv'), 'pattern,bars,pad,at\nC1,1,4,0\n');
  writeFileSync(join(folder, 'mine.ppak'), aBackup().bytes());
  await ends(['ppak', kit, join(folder, 'b.ppak'), '--base', join(folder, 'mine.ppak')], 0, /^[^]*b\.ppak: written\n$/);
  const onMine = openFile('b.ppak', new Uint8Array(readFileSync(join(folder, 'b.ppak'))));
  assert.deepEqual([onMine.project(1).group('A').pad(7).slot, onMine.project(1).group('C').pad(4).slot], [700, 5]);
  writeFileSync(join(kit, 'kit.json'), '{"pads": [{"pad": "A1", "sound": 3}]}');
  await ends(['ppak', kit, join(folder, 'c.ppak')], 2, /pads\[1\]\.sound: expected a sound of the archive/);
  await ends(['ppak', kit, join(folder, 'c.wav')], 2, /expected a name that ends in \.ppak/);
  assert.deepEqual(readdirSync(folder).sort(), ['a.ppak', 'b.ppak', 'kit', 'mine.ppak']);
});

test('ppak makes an archive of a pattern of an Octatrack', async (t) => {
  const { card, folder } = aCard(t);
  writeFileSync(join(card, 'SET/AUDIO/kick.wav'), aSound(44100, 44100));
  await ends(['ppak', folder, 'A03', join(card, 'a03.ppak')], 0, /a03\.ppak: written/);
  const made = openFile('a03.ppak', new Uint8Array(readFileSync(join(card, 'a03.ppak'))));
  assert.deepEqual(made.sounds.map(({ name, frames }) => [name, frames]), [['kick', 46875]]);
  assert.equal(made.project(1).group('A').pattern(1).notes[0].at, 6 * 24);
  await ends(['ppak', folder, 'Q03', join(card, 'x.ppak')], 2, /expected a pattern from A01 to P16, found Q03/);
});
