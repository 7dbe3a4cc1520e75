// The command line on the files and the disk of an OP-Z.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ends } from './command.mjs';
import { library, scratch } from './place.mjs';

const { OpzKit, OpzProject } = library;

const kit = (length) => OpzKit.create('k', Int16Array.from({ length }, (_, i) => i), [[0, length]]).bytes();

// A disk with a project that uses a kit it has and one it has not.
function aDisk(t, { length = 10, name = 'DISK' } = {}) {
  const folder = join(scratch(t), name);
  const opz = OpzProject.create();
  opz.pattern(2).track('kick').plug = 'kick.aif';
  opz.pattern(2).track('kick').step(1).addNote('F3');
  opz.pattern(3).track('perc').plug = 'gone.aif';
  const files = {
    'projects/project01.opz': opz.bytes(), 'samplepacks/1-kick/01/kick.aif': kit(length), 'samplepacks/2-snare/01/~kick.aif': '',
    'config/general.json': '{\n\t"backlit_keys" : false\n}\n', 'import.log': '[IMPORT STARTED]\n  importing config/dmx.json...INVALID\n',
  };
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

test('show tells a disk, a project, a kit and a record', async (t) => {
  const disk = aDisk(t), project = join(disk, 'projects/project01.opz');
  await ends(['show', disk], 0, /projects\/project01\.opz\n  Project\n    120 BPM[^]*Kits\n    kick\.aif: pattern 2 kick\n    \d+ \(missing\): pattern 3 perc/);
  await ends(['show', project], 0, /opz project\n[^]*Pattern 2 › kick\n  kit \d+, 1 note/);
  await ends(['show', join(disk, 'samplepacks/1-kick/01/kick.aif')], 0, /drum kit "user", version 3[^]*slice 1\n  frames 0 to 10, 0\.2 ms/);
  await ends(['show', join(disk, 'config/general.json')], 0, /backlit_keys \(keys are lit\): off/);
  await ends(['show', join(disk, 'import.log')], 0, /Import 1\n  refused as invalid: config\/dmx\.json/);
  await ends(['show', project, 'patterns[2].tracks.kick'], 0, /^patterns\[2\]\.tracks\.kick\.plug +\d+\npatterns\[2\]\.tracks\.kick\.step_count +16 +steps\n/);
  assert.equal(JSON.parse(await ends(['show', disk, '--json'], 0)).kits.length, 2);
});

test('the settings of MIDI and lamps read in a few lines', async (t) => {
  const folder = scratch(t);
  const channels = Array.from({ length: 16 }, (_, track) => track);
  writeFileSync(join(folder, 'midi.json'), JSON.stringify({ track_channels: channels, parameter_cc_out: [[1, 2], [3, 4]] }));
  writeFileSync(join(folder, 'dmx.json'), JSON.stringify({ profiles: [{ name: 'rgb', channels: ['red', 7] }, { name: 'fog', channels: ['fog'] }], config: [{ fixture: 1, profile: 'rgb' }] }));
  await ends(['show', join(folder, 'midi.json')], 0, /Settings\n  track_channels \(MIDI channel of each track\): 1, 2, 3, [\d, ]*16\n  parameter_cc_out\[1\] \(.*\): 1, 2\n  parameter_cc_out\[2\]: 3, 4\n$/);
  await ends(['show', join(folder, 'dmx.json')], 0, /profiles\[1\]\.channels \(.*\): red, 7\n  profiles\[2\]\.name: fog\n  profiles\[2\]\.channels: fog\n  config\[1\]\.fixture \(lamp\): 1\n/);
});

test('get and set know the words of the machine', async (t) => {
  const project = join(aDisk(t), 'projects/project01.opz');
  assert.equal(await ends(['get', project, 'patterns[2].notes[1].kick[1].note'], 0), 'F3\n');
  await ends(['set', project, 'patterns[2].steps.kick[1].values.jump', 'back', 'patterns[2].tracks.bass.plug', 'volt', 'patterns[2].notes[1].kick[1].micro_timing', '-2 ticks'], 0,
    /Pattern 2 › kick › step 1\n[^]*jump 4\/4 → back/);
  assert.equal(await ends(['get', project, 'patterns[2].tracks.bass.plug'], 0), 'volt\n');
  assert.equal(await ends(['get', project, 'patterns[2].steps.kick[1].components[3]'], 0), 'on\n');
  await ends(['set', project, 'tempo', '10'], 2, /tempo: at 0x208: expected 40 to 200, found 10/);
  await ends(['set', project, 'patterns[2].notes[2].kick[1].velocity', '90'], 2, /set its note first/);
  const kick = join(dirname(dirname(project)), 'samplepacks/1-kick/01/kick.aif');
  await ends(['set', kick, 'end[1]', '5', 'pitch[1]', '-1.5'], 0, /Kit › slice 1\n  end 10 → 5/);
  assert.equal(await ends(['get', kick, 'pitch[1]'], 0), '-1.5\n');
});

test('check looks through a disk, and its files together', async (t) => {
  const disk = aDisk(t);
  await ends(['check', disk], 1, /warning: .*projects\/project01\.opz: patterns\[3\]\.tracks\.perc\.plug: expected a kit in samplepacks[^]*4 files checked, 1 finding\n/);
  await ends(['check', disk, '--notes'], 1, /refused as invalid: config\/dmx\.json/);
  writeFileSync(join(disk, 'projects/project02.opz'), 'x');
  await ends(['check', disk], 1, /project02\.opz: size: at 0x1: expected 342848 bytes[^]*2 findings/);
});

test('list tells projects and kits', async (t) => {
  await ends(['list', aDisk(t)], 0, /^DISK: 0\.0 MB of 24\.0 MB for kits\n  project 1 +projects\/project01\.opz +1 kit missing\n  kick 1 +kick\.aif +0\.0 MB\n  snare 1 +~kick\.aif +stored elsewhere\n$/);
});

test('diff tells two projects and two disks apart', async (t) => {
  const first = aDisk(t), second = aDisk(t, { length: 12 });
  await ends(['diff', first, first], 0, /^$/);
  await ends(['diff', first, second], 1, /samplepacks\/1-kick\/01\/kick\.aif:\n  Kit › slice 1\n    end 10 → 12/);
  const project = join(second, 'projects/project01.opz');
  await ends(['set', project, 'tempo', '99'], 0);
  await ends(['diff', join(first, 'projects/project01.opz'), project], 1, /^Project\n  tempo 120 → 99\n$/);
  writeFileSync(join(second, 'projects/project04.opz'), readFileSync(project));
  await ends(['diff', first, second], 1, /project04\.opz: only in the second/);
});

test('json writes a document and a file from it', async (t) => {
  const disk = aDisk(t);
  for (const name of ['projects/project01.opz', 'samplepacks/1-kick/01/kick.aif', 'config/general.json', 'import.log']) {
    const document = join(disk, 'document.json'), path = join(disk, name);
    writeFileSync(document, await ends(['json', path], 0));
    const before = readFileSync(path);
    await ends(['json', document, '--to', path], 0);
    assert.deepEqual(readFileSync(path), before, name);
  }
});

test('new makes a project, and formats tells of all of it', async (t) => {
  const path = join(scratch(t), 'project07.opz');
  await ends(['new', path], 0, /written/);
  await ends(['check', path], 0, /no findings/);
  await ends(['new', path], 2, /a name that is free/);
  await ends(['formats', 'kit'], 0, /# kit\n[^]*\| `start\[1…24\]` \|/);
});

test('bundle packs a project with its kits and places it on another disk', async (t) => {
  const from = aDisk(t), to = aDisk(t, { length: 30 });
  const zip = join(dirname(from), 'song.zip');
  await ends(['bundle', from, '1', '--to', zip], 1, /a kit in samplepacks[^]*project01\.opz and 1 kit written/);
  await ends(['bundle', zip, '--onto', to, '--as', '5', '--dry-run'], 1, /project05\.opz: not written/);
  assert.deepEqual(readdirSync(join(to, 'projects')), ['project01.opz']);
  const before = readFileSync(join(to, 'projects/project01.opz'));
  await ends(['bundle', zip, '--onto', to, '--as', '5'], 1, /kick\.aif: as samplepacks\/1-kick\/02\/kick-2\.aif, since the name was taken\nprojects\/project05\.opz: written/);
  assert.deepEqual(readFileSync(join(to, 'projects/project01.opz')), before);
  assert.deepEqual(readFileSync(join(to, 'samplepacks/1-kick/02/kick-2.aif')), Buffer.from(kit(10)));
  await ends(['show', to], 0, /project05\.opz[^]*kick-2\.aif: pattern 2 kick/);
  await ends(['bundle', zip, '--onto', to, '--as', '5'], 2, /a number that is free/);
  await ends(['bundle', zip, '--onto', to, '--as', '5', '--replace'], 1, /is there already: samplepacks\/1-kick\/02\/kick-2\.aif/);
  assert.equal(JSON.parse(await ends(['bundle', zip, '--onto', to, '--json', '--dry-run'], 1)).project, 'projects/project02.opz');
  await ends(['bundle', zip, '--onto', to, '--as', '11'], 2, /--as: expected 1 to 10, found 11/);
  await ends(['bundle', zip], 2, /--onto: expected the folder of a disk/);
  await ends(['bundle', from], 2, /expected a project behind it/);
  await ends(['bundle', from, '1'], 2, /--to: expected the name of a zip/);
  await ends(['bundle', dirname(from), '1', '--to', 'x.zip'], 2, /the disk of an OP-Z/);
});

test('copy takes a pattern or a track to another project', async (t) => {
  const from = join(aDisk(t), 'projects/project01.opz'), to = join(aDisk(t), 'projects/project01.opz');
  const before = readFileSync(to);
  await ends(['copy', from, to, '--pattern', '2', '--to', '5', '--dry-run'], 0, /Pattern 5 › kick[^]*not written\n$/);
  assert.deepEqual(readFileSync(to), before);
  await ends(['copy', from, to, '--pattern', '2', '--to', '5'], 0, /project01\.opz: written; before: .*\.bak\n$/);
  assert.deepEqual(readFileSync(`${to}.bak`), before);
  assert.equal(await ends(['get', to, 'patterns[5].notes[1].kick[1].note'], 0), 'F3\n');
  await ends(['copy', from, '--pattern', '2', '--track', 'kick', '--onto', 'perc', '--json'], 0, /"path": "patterns\[2\]\.notes\[1\]\.perc\[1\]/);
  await ends(['copy', from, to, '--pattern', '2', '--to', '5'], 0, /written/);
  await ends(['copy', from, to, '--pattern', '2', '--to', '5'], 0, /project01\.opz: nothing to change\n$/);
});

test('copy says what it cannot take, and what it was not told', async (t) => {
  const disk = aDisk(t), from = join(disk, 'projects/project01.opz'), to = join(disk, 'projects/project02.opz');
  const opz = OpzProject.create();
  for (let note = 60; note < 66; note++) opz.pattern(1).track('module').step(1).addNote(note);
  writeFileSync(to, opz.bytes());
  await ends(['copy', to, from, '--pattern', '1', '--track', 'module', '--onto', 'lead'], 1, /warning: .*patterns\[1\]\.notes\[1\]\.lead: expected at most 4 notes, found 6: the last 2 are left out\n[^]*written/);
  await ends(['copy', from, to, '--pattern', '1', '--track', 'kick', '--onto', 'bass'], 2, /expected a track like kick, found bass/);
  await ends(['copy', from, to, '--pattern', '1', '--track', 'drums'], 2, /track: expected 1 to 16, or kick, /);
  await ends(['copy', from, to, '--pattern', '17'], 2, /pattern: expected 1 to 16, found 17/);
  await ends(['copy', from, to, '--pattern', 'A01'], 2, /--pattern: expected a number from 1, found A01/);
  await ends(['copy', from, to], 2, /expected --pattern or --part, found neither/);
  await ends(['copy', from, to, '--part', '1'], 2, /expected a file with parts to copy, found opz project/);
  await ends(['copy', from, to, '--pattern', '1', '--onto', 'bass'], 2, /--onto: expected --track with it/);
  await ends(['copy', from, '--pattern', '1'], 2, /expected --to NUMBER, or another file to copy to/);
  await ends(['copy', from, join(disk, 'config/general.json'), '--pattern', '1'], 2, /general\.json: expected opz project, like .*, found opz config/);
});
