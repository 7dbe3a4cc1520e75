// The library under Node: what octapy offers its users, and that nothing is lost on the way.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fixture, fixtureFiles, library } from './place.mjs';

const { Bank, GroovebenchError, MachineFile, Project, cardContents, fileFromJson, formatPage, formats, mendedChecksum, openFile, sampleSettings, soundLength } = library;

const refused = (work, words) =>
  assert.throws(work, (error) => {
    assert.ok(error instanceof GroovebenchError, String(error));
    assert.match(error.message, words);
    return true;
  });
const reopened = (project) => new Project(project.entries());

test('every fixture comes back byte for byte, through the file and through JSON', () => {
  const files = fixtureFiles();
  for (const path of files) {
    const bytes = new Uint8Array(readFileSync(path));
    const file = openFile(path, bytes);
    assert.equal(file.problem, null, path);
    assert.equal(Buffer.compare(file.bytes(), bytes), 0, path);
    assert.equal(Buffer.compare(fileFromJson(path, file.json()).bytes(), bytes), 0, path);
    file.close();
  }
  console.log(`${files.length} fixtures`);
});

test('a document that has been through JavaScript is the same file', () => {
  const bank = Project.create().bank(1);
  for (let step = 1; step <= 64; step += 3) bank.pattern(2).track(1).step(step).trig = 'trig';
  const bytes = bank.bytes();
  const document = new Bank('bank01.work', bytes).toJSON();
  assert.equal(document.format, 'octatrack bank');
  assert.equal(document.patterns[0], 'blank');
  assert.equal(Buffer.compare(fileFromJson('bank01.work', document).bytes(), bytes), 0);
  refused(() => fileFromJson('bank01.work', { ...document, patterns: [] }), /patterns: .*expected an array of 16, found an array of 0/);
  refused(() => fileFromJson('arr01.work', document), /^arr01\.work: expected a name for a file of the kind octatrack bank, found one for octatrack arrangement$/);
  refused(() => fileFromJson('bank01.work', '{'), /JSON: at 0x2: expected JSON/);
});

test('trigs of all 64 steps are placed and read back, on audio and MIDI tracks', () => {
  const project = Project.create();
  for (const track of [project.bank(2).pattern(16).track(8), project.bank(2).pattern(16).midiTrack(8)])
    for (let number = 1; number <= 64; number++) {
      track.step(number).trig = 'trig';
      assert.deepEqual(track.trigs, [number]);
      assert.equal(track.step(number).trig, 'trig');
      track.step(number).trig = 'none';
      assert.equal(track.step(number).trig, 'none');
    }
  assert.deepEqual(project.changed(), []);
});

test('a step keeps all that is put on it', () => {
  const project = Project.create();
  project.bank(1).part(1).track(3).machine = 'FLEX';
  const step = project.bank(1).pattern(4).track(3).step(9);
  step.trig = 'one-shot';
  Object.assign(step, { repeats: 3, microTiming: '+5/384', condition: 'FILL', slide: true, swing: true });
  step.recorder = { ab: true, src3: true, oneShot: true };
  step.lock('AMP VOL', '+12').lock('sample', 'F014').lock('fx1 base', 5);
  const again = reopened(project).bank(1).pattern(4).track(3).step(9);
  assert.equal(again.trig, 'one-shot');
  assert.equal(again.repeats, 3);
  assert.equal(again.microTiming, '+5/384');
  assert.equal(again.condition, 'FILL');
  assert.ok(again.slide && again.swing);
  assert.deepEqual(again.recorder, { ab: true, cd: false, src3: true, oneShot: true });
  assert.deepEqual(Object.entries(again.locks).map(([name, { raw, shown }]) => [name, raw, shown]), [['AMP VOL', 76, '+12'], ['FX1 BASE', 5, '5'], ['SAMPLE SLOT', 13, 'F014']]);
  step.unlock('AMP VOL').remove();
  assert.deepEqual(step.locks, {});
  assert.equal(step.trig, 'none');
});

test('what a step or a part cannot hold is refused with a sentence', () => {
  const bank = Project.create().bank(1);
  const step = bank.pattern(1).track(1).step(1);
  refused(() => bank.pattern(17), /^pattern: expected 1 to 16, found 17$/);
  refused(() => bank.pattern(1).track(1).step(0), /^step: expected 1 to 64, found 0$/);
  refused(() => { step.trig = 'note'; }, /^trig: expected none, trig, .* found note$/);
  refused(() => step.lock('AMP LOUD', 1), /a parameter that T1 has, such as AMP VOL, found AMP LOUD/);
  refused(() => step.lock('AMP VOL', '+64'), /AMP VOL: expected -64 to \+63, as the machine shows it, found \+64/);
  refused(() => step.lock('AMP VOL', 300), /0 to 255/);
  refused(() => step.lock('AMP VOL', 200), /a value that can be locked, found 200/);
  refused(() => bank.part(1).reload(), /a part that was saved once/);
  refused(() => { bank.part(1).track(1).fx1 = 'DELAY'; }, /an effect that the chooser offers, found DELAY/);
  refused(() => bank.part(1).scene(1).lock(1, 'sample', 'S001'), /what a scene can lock/);
  refused(() => bank.set('patterns[1].tail.length', {}), /a text as the machine shows it, a whole number or a boolean/);
  assert.equal(bank.edited, false);
});

test('values are read raw and as shown, by any path', () => {
  const bank = Project.create().bank(1);
  bank.pattern(3).track(1).step(7).trig = 'trig';
  const shown = { 'patterns[3].audio_tracks[1].trigs[7]': 'on', 'patterns[3].audio_tracks[1].trigs[8]': 'off', 'patterns[3].audio_tracks[1].trigs': '0000000000000040',
    'patterns[3].audio_tracks[1].locks[5].amp_vol': 'none', 'patterns[3].tail.tempo_x24': '120.0', 'part_names[2].text': 'TWO', 'parts[1].arp_masks[2][5]': 'on' };
  for (const [path, words] of Object.entries(shown)) assert.equal(bank.shown(path), words, path);
  assert.equal(bank.get('patterns[3].audio_tracks[1].trigs'), '0x0000000000000040');
  assert.deepEqual(bank.get('patterns[3].audio_tracks[1].trig_words[7]'), { repeats: 0, micro_timing: 0, condition: 0 });
  assert.equal(bank.get('part_names').length, 4);
  assert.equal(bank.get().patterns.length, 16);
  assert.equal(bank.values('patterns[3].tail').length, 9);
});

test('a value is resolved over lock, scenes and part', () => {
  const bank = Project.create().bank(1);
  const step = bank.pattern(1).track(2).step(3);
  assert.equal(step.resolve('AMP VOL').origin, 'part');
  bank.part(1).scene(1).lock(2, 'AMP VOL', '-64');
  assert.equal(step.resolve('AMP VOL', { fader: 0 }).shown, '-64');
  assert.equal(step.resolve('AMP VOL', { fader: 127 }).origin, 'part');
  assert.match(step.resolve('AMP VOL', { fader: 64 }).origin, /between/);
});

test('slots live in text and markers: loaded, shortened, renamed, emptied', () => {
  const project = Project.create();
  project.flex(128).load('../AUDIO/café.wav', { frames: 48000 });
  project.recorder(1).load('../AUDIO/take.wav', { frames: 1000 });
  project.flex(128).length = 24000;
  project.flex(128).set('gain', '+3.0 dB');
  const again = reopened(project);
  assert.equal(again.flex(128).path, '../AUDIO/café.wav');
  assert.equal(again.flex(128).length, 24000);
  assert.equal(again.flex(128).shown('gain'), '+3.0 dB');
  assert.equal(again.recorder(1).markers.trim_end, 1000);
  assert.equal(again.flex(127).filled, false);
  assert.deepEqual(again.check().filter(({ severity }) => severity !== 'note'), []);
  refused(() => project.flex(1).load('../AUDIO/日本.wav', { frames: 1000 }), /ISO 8859-1/);
  refused(() => project.flex(1).load('../AUDIO/a.wav', { frames: 3 }), /64 frames or more, found 3 frames/);
  refused(() => project.flex(129), /flex slot: expected 1 to 128/);
  again.flex(128).clear();
  again.recorder(1).clear();
  assert.deepEqual(again.entries().map(([, bytes]) => Buffer.from(bytes).toString('base64')), Project.create().entries().map(([, bytes]) => Buffer.from(bytes).toString('base64')));
});

test('a project tells of samples that are not there', () => {
  const project = Project.create();
  project.flex(1).load('../AUDIO/gone.wav', { frames: 1000 });
  const missing = project.check({ findSample: () => 'missing' }).filter(({ severity }) => severity === 'error');
  assert.deepEqual(missing.map(({ sentence }) => sentence.split(': ').slice(-1)[0]), ['expected a file, found ../AUDIO/gone.wav is not there']);
  assert.deepEqual(project.check({ findSample: () => 'here' }), []);
});

test('two projects are compared in words, and one copied with paths that resolve', () => {
  const first = Project.create(), second = Project.create();
  second.bank(1).pattern(3).track(2).step(7).trig = 'trig';
  second.flex(1).load('kick.wav', { frames: 1000 });
  const files = first.differences(second).filter(({ same }) => !same);
  assert.deepEqual(files.map(({ name }) => name).sort(), ['bank01.work', 'markers.work', 'project.work']);
  assert.deepEqual(files.find(({ name }) => name === 'bank01.work').differences[0].place.slice(0, 3), ['Bank A', 'A03', 'T2']);
  const copy = second.duplicate('SET/ONE', 'OTHER/TWO', { exists: (path) => path === 'SET/ONE/kick.wav' });
  assert.deepEqual(copy.samples, [{ from: 'SET/ONE/kick.wav', to: 'OTHER/TWO/kick.wav' }]);
  assert.equal(copy.files.length, 26);
  assert.equal(second.asTemplate('SET/ONE', 'SET/TWO').files.length, 26);
});

test('a wrong sum refuses edits until consented, another version always', () => {
  const bytes = Project.create().bank(1).bytes();
  const wrong = Uint8Array.from(bytes);
  wrong[wrong.length - 1] ^= 1;
  const file = openFile('bank01.work', wrong);
  refused(() => file.set('patterns[1].tail.length', 8), /checksum: .*expected 0x[0-9A-F]{4}, found/);
  assert.equal(Buffer.compare(file.bytes(), wrong), 0);
  assert.equal(Buffer.compare(mendedChecksum(file), bytes), 0);
  const old = Uint8Array.from(bytes);
  old[21] = 20;
  const unsupported = openFile('bank01.work', old);
  assert.equal(unsupported.problem.cause, 'unsupported');
  refused(() => unsupported.allowEdits(), /version 23/);
  assert.equal(openFile('notes.txt', new Uint8Array(4)).format, null);
});

test('the one bad sum of the fixtures is a finding', (t) => {
  const bytes = fixture('octatools-arrange/full_options.work');
  if (!bytes) return console.log('no fixtures: nothing to find');
  const findings = openFile('full_options.work', bytes).check();
  assert.equal(findings[0].sentence, 'full_options.work: checksum: at 0x2C46: expected 0x8129, found 0x52E3');
});

test('formats, cards and sounds are told of', () => {
  assert.equal(formats().filter((name) => name.startsWith('octatrack ')).length, 5);
  assert.equal(formats().filter((name) => name.startsWith('ep133 ')).length, 9);
  assert.deepEqual(formats().filter((name) => name.startsWith('opz ')), ['opz project', 'opz kit', 'opz config', 'opz import log']);
  for (const name of formats()) assert.match(formatPage(name), /^# .*\n[^]*\| verified \|/, name);
  refused(() => formatPage('x'), /format/);
  const card = cardContents('CARD', [['SET/AUDIO/kick.wav', 1000], ['SET/ONE/project.work', 3000], ['SET/ONE/bank01.work', 636113]]);
  assert.deepEqual(card.sets.map(({ name, projects, pool }) => [name, projects[0].name, projects[0].files, pool.samples]), [['SET', 'ONE', 2, 1]]);
  const wav = Buffer.from('UklGRiwAAABXQVZFZm10IBAAAAABAAEAIlYAAESsAAACABAAZGF0YQgAAAAAAAAAAAAAAA==', 'base64');
  assert.deepEqual(soundLength(wav), { frames: 8, rate: 22050, channels: 1, bits: 16, headNeeded: 0 });
  assert.equal(openFile('kick.ot', sampleSettings({ frames: 44100 })).get('trim_end'), 44100);
});

test('a thousand files can be opened without being closed', () => {
  const bytes = Project.create().markers.bytes();
  for (let i = 0; i < 200; i++) new MachineFile(basename(`markers.work`), bytes).close();
  assert.equal(new MachineFile('markers.work', bytes).check().length, 0);
});
