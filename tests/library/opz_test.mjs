// The library on the files of an OP-Z: made here, and real ones for those who have them.

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { library, opzFixtures } from './place.mjs';

const { GroovebenchError, MachineFile, OpzDisk, OpzKit, OpzProject, fileFromJson, openFile, opzKitId } = library;

const refused = (act, pattern) => assert.throws(act, (error) => error instanceof GroovebenchError && (assert.match(error.message, pattern), true));
const sound = (frames) => Int16Array.from({ length: frames }, (_, i) => i * 37);

test('every fixture comes back byte for byte, through the file and through JSON', () => {
  const files = opzFixtures();
  for (const [path, bytes] of files) {
    const file = openFile(basename(path), bytes);
    assert.equal(file.problem, null, path);
    assert.equal(Buffer.compare(file.bytes(), bytes), 0, path);
    const again = fileFromJson(basename(path), file.json());
    assert.equal(Buffer.compare(again.bytes(), bytes), 0, path);
    assert.equal(file.differences(again).length, 0);
    assert.ok(file.summary().length, path);
    assert.deepEqual(file.check().filter(({ severity }) => severity !== 'note'), [], path);
    file.close();
    again.close();
  }
  console.log(files.length ? `${files.length} OP-Z fixtures` : 'no fixtures: only files made here are tested');
});

test('each file opens as what it is', () => {
  const opz = OpzProject.create();
  assert.ok(openFile('project01.opz', opz.bytes()) instanceof OpzProject);
  assert.ok(openFile('a.aif', OpzKit.create('a.aif', sound(10), []).bytes()) instanceof OpzKit);
  const settings = openFile('general.json', Buffer.from('{ "backlit_keys" : false }\n'));
  assert.ok(settings instanceof MachineFile && settings.format === 'opz config');
  settings.set('backlit_keys', true);
  assert.equal(Buffer.from(settings.bytes()).toString(), '{ "backlit_keys" : true }\n');
});

test('notes, components and locks of all tracks and steps are placed and read back, and go again', () => {
  const opz = OpzProject.create();
  const fresh = Buffer.from(opz.bytes());
  for (const name of ['kick', 'arp', 'fx1', 'motion'])
    for (const number of [1, 7, 16]) {
      const step = opz.pattern(16).track(name).step(number);
      step.addNote(60, { velocity: 1, duration: '16 steps' }).lock('filter', 3);
      assert.deepEqual(step.notes.map(({ voice, note, velocity, duration }) => [voice, note, velocity, duration]), [[1, 'C4', 1, '16 steps']]);
      assert.deepEqual(Object.values(step.locks).map(({ raw }) => raw), [3]);
      step.clearNotes().unlock('filter');
      assert.deepEqual([step.notes, step.locks], [[], {}]);
    }
  // What was there is left over, as on the device: empty all the same.
  assert.notEqual(Buffer.compare(opz.bytes(), fresh), 0);
  assert.deepEqual(opz.check(), []);
});

test('the arp holds eight voices, a drum two', () => {
  const pattern = OpzProject.create().pattern(1);
  const arp = pattern.track('arp').step(2), kick = pattern.track(1).step(2);
  for (let note = 60; note < 68; note++) arp.addNote(note);
  kick.addNote('F3').addNote('G3');
  refused(() => arp.addNote(70), /arp step 2: expected a free slot for a note, of 8, found none/);
  refused(() => kick.addNote('A3'), /of 2, found none/);
  arp.removeNote(3).addNote(80);
  assert.deepEqual(arp.notes.map(({ note }) => note), ['C4', 'C#4', 'G#5', 'D#4', 'E4', 'F4', 'F#4', 'G4']);
});

test('components come with their words', () => {
  const step = OpzProject.create().pattern(1).track('lead').step(3);
  step.component('multiply', 'quantize').component('parameter spark', 'all but last of 3').component('pulse');
  assert.deepEqual(Object.entries(step.components).map(([name, { raw, shown }]) => [name, raw, shown]), [['pulse', 4, '4'], ['parameter spark', 0x23, 'all but last of 3'], ['multiply', 10, 'quantize']]);
  step.component('pulse', false);
  assert.deepEqual(Object.keys(step.components), ['parameter spark', 'multiply']);
  refused(() => step.component('wobble', 1), /wobble: expected pulse, parameter spark, /);
  refused(() => step.component('jump', 'moon'), /expected start to gate step, found moon/);
});

test('tracks have their sound, length, mutes and routing', () => {
  const opz = OpzProject.create();
  const track = opz.pattern(2).track('bass');
  Object.assign(track, { plug: 'mine.aif', stepCount: 12, stepLength: 4, toTape: false, followsMaster: false });
  assert.deepEqual([track.plug, track.stepCount, track.stepLength, track.toTape, track.followsMaster], [String(opzKitId('mine.aif')), 12, 4, false, false]);
  opz.pattern(2).muteGroup = 10;
  track.mute();
  assert.deepEqual([track.isMuted(), track.isMuted(1), opz.pattern(2).shown('mute_groups[10].synths.bass')], [true, false, 'muted']);
  track.mute(false).setParameter('LFO shape', 'gyro').setParameter('level', 200);
  assert.equal(track.parameters['LFO shape'].shown, 'gyro');
  assert.equal(opz.pattern(2).track('arp').parameters['arp pattern'].shown, 'up-down');
  refused(() => track.setParameter('loudness', 1), /a parameter of bass: parameter 1, /);
  refused(() => { track.stepCount = 17; }, /expected 1 to 16, found 17/);
  refused(() => opz.pattern(2).track('drums'), /track: expected 1 to 16, or kick, /);
});

test('chains are set and selected', () => {
  const opz = OpzProject.create();
  opz.setChain(3, [1, 2, 16]).setChain(3, [5]).selectedChain = 3;
  assert.deepEqual([opz.chain(3), opz.chain(), opz.selectedChain], [[5], [5], 3]);
  opz.setChain('active', [7, 7]);
  assert.deepEqual([opz.chain(), opz.chain(3), opz.selectedChain], [[7, 7], [5], null]);
  opz.setChain(3, []);
  assert.deepEqual(opz.chain(3), []);
  refused(() => { opz.selectedChain = 3; }, /a saved chain with patterns in it/);
  refused(() => opz.setChain(16, [1]), /chain: expected 1 to 15, found 16/);
  refused(() => opz.setChain(1, Array(32).fill(1)), /expected 1 to 31, found 32/);
});

test('patterns and tracks are copied between projects, and what could not come along is told', () => {
  const from = OpzProject.create('project01.opz'), to = OpzProject.create('project02.opz');
  for (const note of [60, 62, 64, 65, 67, 69]) from.pattern(2).track('module').step(4).addNote(note);
  from.pattern(2).track('kick').step(1).addNote('F3', { microTiming: '-3 ticks' });
  assert.deepEqual(to.pattern(7).copyFrom(from.pattern(2)), []);
  assert.deepEqual(to.get('patterns[7]'), from.get('patterns[2]'));
  assert.deepEqual(to.differences(openFile('x.opz', from.bytes())).length > 0, true);
  const [loss] = to.pattern(8).track('lead').copyFrom(from.pattern(2).track('module'));
  assert.equal(loss.sentence, 'project02.opz: patterns[8].notes[4].lead: expected at most 4 notes, found 6: the last 2 are left out');
  assert.equal(to.pattern(8).track('lead').step(4).notes.length, 4);
  assert.deepEqual(from.pattern(9).track('snare').copyFrom(from.pattern(2).track('kick')), []);   // within a project
  assert.equal(from.pattern(9).track('snare').step(1).notes[0].microTiming, '-3 ticks');
  const before = to.bytes();
  refused(() => to.pattern(1).track('bass').copyFrom(from.pattern(2).track('kick')), /patterns\[1\]\.tracks\.bass: expected a track like kick, found bass/);
  refused(() => to.pattern(1).copyFrom(from), /copyFrom: expected a pattern of an OP-Z, found/);
  refused(() => to.pattern(1).copyFrom(new OpzProject('short.opz', new Uint8Array(9)).pattern(1)), /short\.opz: size: at 0x9: expected 342848 bytes/);
  assert.equal(Buffer.compare(to.bytes(), before), 0);
});

test('a note that cannot be is not left half', () => {
  const opz = OpzProject.create();
  const step = opz.pattern(1).track('kick').step(1);
  refused(() => step.addNote('F3', { velocity: 0 }), /velocity: at 0x.*: expected 1 to 127, found 0/);
  assert.deepEqual(step.notes, []);
  refused(() => step.addNote('H9'), /note/);
});

test('slices of a kit are edited in frames, milliseconds and semitones', () => {
  const kit = OpzKit.create('kit.aif', sound(1000), [[0, 500], [500, 1000]]);
  const slice = kit.slice(2);
  Object.assign(slice, { end: 800, start: '15 ms', pitch: 2.5, volume: 50, reverse: true, playmode: 16384 });
  assert.deepEqual([slice.start, slice.end, slice.pitch, slice.volume, slice.reverse, slice.playmode], [662, 800, 2.5, 50, true, 16384]);
  assert.equal(kit.get('reverse[2]'), 16384);
  refused(() => { slice.start = 900; }, /at most its end, 800 frames, found 900/);
  refused(() => kit.slice(25), /slice: expected 1 to 24/);
  refused(() => OpzKit.create('x.aif', sound(10), [[0, 11]]), /a slice within 10 frames/);
  refused(() => OpzKit.create('x.aif', sound(10), [[0, 'x']]), /whole numbers of frames/);
  assert.deepEqual(kit.check(), []);
});

function aDisk(kits, names = ['kick.aif']) {
  const opz = OpzProject.create();
  names.forEach((name, track) => { opz.pattern(1).track(track + 1).plug = name; });
  const files = { 'projects/project01.opz': opz.bytes() };
  for (const [path, length] of Object.entries(kits)) files[`samplepacks/${path}`] = length ? OpzKit.create('k', sound(length), []).bytes() : new Uint8Array(0);
  return new OpzDisk(files);
}

test('a disk tells what its projects use, and what is missing', () => {
  const disk = aDisk({ '1-kick/01/kick.aif': 10, '2-snare/01/~kick.aif': 0 }, ['kick.aif', 'gone.aif']);
  assert.deepEqual(disk.kits.map(({ track, slot, name, reference }) => [track, slot, name, reference]), [['kick', 1, 'kick.aif', false], ['snare', 1, '~kick.aif', true]]);
  const plugs = disk.projects[0].plugs;
  assert.deepEqual(plugs.find(({ name }) => name === 'kick.aif').at, [{ pattern: 1, track: 'kick' }]);
  assert.equal(plugs.find(({ plug }) => plug === opzKitId('gone.aif')).state, 'missing');
  assert.match(disk.check()[0].sentence, /project01\.opz: patterns\[1\]\.tracks\.snare\.plug: expected a kit in samplepacks, found none with the id/);
  assert.equal(disk.file('projects/project01.opz').format, 'opz project');
});

test('a bundle lands on another disk, and a name that is taken gets another', () => {
  const from = aDisk({ '1-kick/01/kick.aif': 10, '1-kick/02/unused.aif': 20 }), to = aDisk({ '1-kick/01/kick.aif': 30 });
  const { bytes, kits } = from.bundle('projects/project01.opz');
  assert.deepEqual(kits, ['samplepacks/1-kick/01/kick.aif']);
  const plan = to.unbundle(bytes);
  assert.deepEqual(plan.files.map(([path]) => path), ['samplepacks/1-kick/02/kick-2.aif', 'projects/project02.opz']);
  assert.deepEqual(plan.kits.map(({ renamed, written }) => [renamed, written]), [[true, true]]);
  to.write(plan);
  assert.deepEqual(to.check(), []);
  assert.equal(to.projects[1].plugs.find(({ name }) => name === 'kick-2.aif').state, 'here');
  refused(() => to.unbundle(bytes, { number: 2 }), /project 2: expected a number that is free/);
  assert.equal(to.unbundle(bytes, { number: 2, replace: true }).kits[0].written, false);
  refused(() => to.unbundle(new Uint8Array(9)), /./);
  refused(() => from.bundle('projects/project05.opz'), /a project on the disk/);
});
