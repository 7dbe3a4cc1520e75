// The page's side of the worker, with a worker made up by the test: waiting, refusing, breaking, and works of several calls.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lanes } from '../../shell/page/pool.js';
import { Maker } from '../../shell/page/maker.js';
import { Workshop } from '../../shell/page/workshop.js';
import { ZipFolder } from '../../shell/page/zip_folder.js';

/** Answers with what `answers` says of a work, a moment later. */
function workshopThat(answers) {
  const made = [];
  globalThis.Worker = class {
    constructor() {
      made.push(this);
      this.works = [];
    }
    postMessage({ id, work, json, bytes }) {
      this.works.push(work);
      setTimeout(() => this.gone || this.onmessage({ data: { id, ...answers(work, JSON.parse(json), bytes) } }), 1);
    }
    terminate() {
      this.gone = true;
    }
  };
  return { workshop: new Workshop(), made };
}

const said = (data, bytes) => ({ json: JSON.stringify(data), bytes });

test('a refusal is thrown as the sentence it is', async () => {
  const { workshop } = workshopThat(() => ({ refusal: 'a.wav: at 0x0: expected RIFF, found text' }));
  await assert.rejects(workshop.perform('sound'), /expected RIFF/);
});

test('a worker that breaks refuses what waits, and the next work has a new one', async () => {
  const { workshop, made } = workshopThat((work) => said({ work }));
  const waiting = workshop.perform('first');
  made[0].onerror();
  await assert.rejects(waiting, /ran out of memory/);
  assert.equal((await workshop.perform('second')).work, 'second');
  assert.equal(made.length, 2);
});

test('a zip is opened again in a worker that knows nothing of it', async () => {
  const { workshop, made } = workshopThat((work) => (work === 'zip_open' ? said({ entries: [{ path: 'A/x.work', size: 2, index: 7 }] }) : said({}, new Uint8Array([1, 2]))));
  const folder = await ZipFolder.open(workshop, 'card.zip', new Uint8Array(100));
  assert.equal(folder.fingerprint(), '100');
  made[0].onerror();
  assert.deepEqual([...(await folder.readHead('A/x.work', 1))], [1]);
  assert.deepEqual(made[1].works, ['zip_open', 'zip_read']);
  await assert.rejects(folder.read('A/y.work'), /not in card\.zip/);
});

test('packs do not mix', async () => {
  const { workshop, made } = workshopThat((work, data) => said(data, new Uint8Array(1)));
  const file = (path) => ({ path, bytes: new Uint8Array(1) });
  await Promise.all([workshop.pack([file('a'), { path: 'b', bytes: null }], new Date(0)), workshop.pack([file('c')], new Date(0))]);
  const pack = ['pack_begin', 'pack_step', 'pack_end', 'pack_forget'];
  assert.deepEqual(made[0].works, ['pack_file', 'pack_remove', ...pack, 'pack_file', ...pack]);
});

test('a pack tells how far it is, and one that is stopped leaves nothing behind for the next', async () => {
  let steps = 0;
  const { workshop, made } = workshopThat((work) => (work === 'pack_step' ? said({ more: ++steps < 3, share: steps / 3 }) : said({}, new Uint8Array(1))));
  const shares = [];
  const run = { stopped: false, progress: (share) => shares.push(share) };
  await workshop.pack([], new Date(0), {}, run);
  assert.deepEqual(shares, [1 / 3, 2 / 3, 1]);
  const stopped = { stopped: false, progress: () => (stopped.stopped = true) };
  steps = 0;
  await assert.rejects(workshop.pack([], new Date(0), {}, stopped), /Stopped/);
  assert.deepEqual(made[0].works.slice(-3), ['pack_begin', 'pack_step', 'pack_forget']);
});

/** A .ppak of two samples that takes three steps. */
function ppakWorks() {
  let steps = 0;
  return (work) => {
    if (work === 'ppak_begin') return said({ needed: ['a.wav', 'b.wav'] });
    if (work === 'ppak_step') return said({ more: ++steps < 3, share: steps / 3 });
    return work === 'ppak_end' ? said({ name: 'P_A01.ppak' }, new Uint8Array(9)) : said({});
  };
}
const folder = { read: async () => new Uint8Array(4) };

test('a .ppak is built of the samples it needs, with progress', async () => {
  const { workshop, made } = workshopThat(ppakWorks());
  const shares = [];
  const made_of = await new Maker(workshop, 'ppak', (share) => shares.push(share)).build(folder, '{}', new Uint8Array(1));
  assert.equal(made_of.name, 'P_A01.ppak');
  assert.equal(made_of.bytes.length, 9);
  assert.deepEqual(shares, [...shares].sort());
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(made[0].works, ['ppak_begin', 'ppak_sound', 'ppak_sound', 'ppak_step', 'ppak_step', 'ppak_step', 'ppak_end', 'ppak_forget']);
});

test('a stopped .ppak ends soon and is forgotten', async () => {
  const { workshop, made } = workshopThat(ppakWorks());
  const maker = new Maker(workshop, 'ppak', () => maker.stop());
  await assert.rejects(maker.build(folder, '{}', new Uint8Array(1)), /Stopped/);
  assert.equal(made[0].works.at(-1), 'ppak_forget');
  assert.ok(!made[0].works.includes('ppak_end'));
});

test('lanes run no more than their width at once, and go on after a failure', async () => {
  const lanes = new Lanes(2);
  let now = 0;
  let most = 0;
  const work = (fails) => async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now--;
    if (fails) throw new Error('no');
  };
  const done = await Promise.allSettled([true, false, true, false, false].map((fails) => lanes.run(work(fails))));
  assert.equal(most, 2);
  assert.equal(done.filter(({ status }) => status === 'rejected').length, 2);
});
