// Every verb on every kind of file: one example of each format that the library names, so that a new format asks for its row here.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { aSound, ends } from './command.mjs';
import { library, scratch } from './place.mjs';

const { OpzKit, OpzProject, Project, buildBackup, formats, sampleSettings } = library;

const description = { sounds: [{ slot: 700, file: 'kick.wav' }], pads: [{ pad: 'A7', sound: 700 }], patterns: [{ pattern: 'A1', notes: [{ pad: 7, at: 0 }] }] };
const { backup } = buildBackup({ description, files: { 'kick.wav': aSound(1000) }, date: new Date(0) });
const member = (path) => backup.member(`projects/P01.tar/${path}`);
const octatrack = Project.create();
const text = (words) => new Uint8Array(Buffer.from(words));

// Of each format: a name, bytes, a field, what it becomes, how that reads; null for what nobody sets.
const kinds = {
  'octatrack bank': ['bank01.work', octatrack.bank(1).bytes(), 'patterns[1].tail.length', '32'],
  'octatrack project': ['project.work', octatrack.text.bytes(), 'settings.tempo', '132.0'],
  'octatrack markers': ['markers.work', octatrack.markers.bytes(), 'flex[1].trim_end', '32'],
  'octatrack arrangement': ['arr01.work', octatrack.arrangement(1).bytes(), 'current.title', 'VERSE'],
  'octatrack sample settings': ['kick.ot', sampleSettings({ frames: 44100 }), 'gain', '+3.0 dB'],
  'ep133 backup': ['SONG.ppak', backup.bytes(), 'projects[1].pads.a[7].pan', '-4'],
  'ep133 project': ['P01.tar', backup.member('projects/P01.tar'), 'settings.tempo', '99.00'],
  'ep133 pad': ['pads/a/p07', member('pads/a/p07'), 'amplitude', '90'],
  'ep133 pattern': ['patterns/a01', member('patterns/a01'), 'events[1].note', 'C5'],
  'ep133 scenes': ['P01.tar-files/scenes', member('scenes'), 'scenes[1].numerator', '3'],
  'ep133 settings': ['P01.tar-files/settings', member('settings'), 'groups[1].level', '0.50'],
  'ep133 fx settings': ['P01.tar-files/fx_settings', new Uint8Array(144), 'effect', 'reverb'],
  'ep133 meta': ['X/meta.json', backup.member('meta.json'), 'author', 'me'],
  'ep133 sound': ['sounds/700 kick.wav', backup.sound(700).bytes(), 'metadata.sound.pan', '-4'],
  'opz project': ['project01.opz', OpzProject.create().bytes(), 'tempo', '99'],
  'opz kit': ['samplepacks/1-kick/01/kick.aif', OpzKit.create('k', new Int16Array(20), [[0, 10], [10, 20]]).bytes(), 'pitch[2]', '-1.5'],
  'opz config': ['config/general.json', text('{\n\t"backlit_keys" : false\n}\n'), 'backlit_keys', 'on'],
  'opz import log': ['import.log', text('[IMPORT STARTED]\n  importing a...SUCCESS\n[IMPORT COMPLETE]\n'), 'lines[2]', null],
};

test('every format has an example here', () => assert.deepEqual(Object.keys(kinds).sort(), formats().sort()));

for (const [format, [name, bytes, field, value]] of Object.entries(kinds))
  test(`every verb serves ${format}`, async (t) => {
    const path = join(scratch(t), name), second = join(dirname(path), 'second', name);
    for (const place of [path, second]) {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    }
    await ends(['show', path], 0, new RegExp(`: ${format}\n`));
    await ends(['show', path, field], 0);
    const before = await ends(['get', path, field], 0);
    assert.equal((await ends(['check', path], 0)).split('\n').at(-2), '1 file checked, no findings');
    if (value === null) await ends(['set', path, field, 'x'], 2);
    else {
      await ends(['set', path, field, value], 0, /written; before: /);
      assert.equal(await ends(['get', path, field], 0), `${value}\n`);
      assert.notEqual(before, `${value}\n`);
      await ends(['diff', second, path], 1, /→/);
      await ends(['set', path, 'no.such.field', '1'], 2);
    }
    await ends(['diff', path, path], 0, /^$/);
    const document = join(dirname(second), 'document'), edited = readFileSync(path);
    for (const detail of [[], ['--full']]) {
      writeFileSync(document, await ends(['json', path, ...detail], 0));
      writeFileSync(path, bytes);
      await ends(['json', document, '--to', path], 0, /written/);
      assert.deepEqual(readFileSync(path), edited, `${format} ${detail}`);
    }
    await ends(['list', path], format === 'ep133 backup' || format === 'ep133 project' ? 0 : 2, /pads\.a\[7\]|expected a folder or an archive, found /);
    await ends(['formats', format], 0, /^# /);
  });

test('new makes what a machine would make, and says what it cannot', async (t) => {
  const folder = scratch(t);
  for (const name of ['SONG', 'project05.opz', 'SONG.ppak']) {
    await ends(['new', join(folder, name)], 0, /written/);
    await ends(['check', join(folder, name)], 0, /no findings/);
    await ends(['new', join(folder, name)], 2);
  }
  for (const name of ['P01.tar', 'kick.aif', 'bank01.work', 'general.json', 'SONG.pak'])
    await ends(['new', join(folder, name)], 2, new RegExp(`${name.replace('.', '\\.')}: expected the name of a folder, or one that ends in \\.opz or \\.ppak, found `));
});
