// The whole way, on the demo card unpacked on the disk: place trigs, undo, save, compare the disk; make a .ppak; lose the tab
// and get the edits back.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptySteps, openPattern, project, unpackedDemoCard, withTrigs } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { Visit, scratch } from './harness.mjs';
import { filesBelow, write } from './planned.mjs';

async function opened(t, card) {
  const made = await freshVisit(t);
  await made.visit.drop(card);
  await made.visit.opened();
  return made;
}

/** Presses Save and writes; checks the disk against what was there, with the given banks instead. */
async function saveAndCompare(visit, card, was, changed) {
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.equal(await write(visit), 'Written and verified on card.');
  const is = filesBelow(card);
  assert.deepEqual([...is.keys()], [...was.keys()]);
  for (const [path, bytes] of is) assert.ok(bytes.equals(changed.get(path) ?? was.get(path)), path);
  await visit.page.click('#save_close');
}

const bank_path = `${project}/bank01.work`;
const [pattern, track] = [1, 3];

test('trigs are placed, one is taken back by undo, and the save changes only mask and checksum on the disk', async (t) => {
  const card = unpackedDemoCard();
  const was = filesBelow(card);
  const [first, second, third] = emptySteps(was.get(bank_path), pattern, track);
  const { visit } = await opened(t, card);
  await openPattern(visit, 'A01');
  for (const step of [first, second, third]) await visit.click(`T${track}-s${step}`);
  await visit.press('Control+z');
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.match(await visit.page.textContent('#save_title'), /^Write 1 file to CARD/);
  assert.match(await visit.page.textContent('.changes'), new RegExp(`A01.*T${track}.*${first}`));
  await visit.page.click('#save_cancel');
  const expected = withTrigs(was.get(bank_path), pattern, track, [first, second]);
  await saveAndCompare(visit, card, was, new Map([[bank_path, expected]]));
  await visit.idle();
  assert.equal(await visit.page.title(), 'CARD · Groovebench');
  assert.deepEqual(visit.complaints, []);
});

test('a tab that dies loses nothing: the edits are offered, brought back, and can be saved', async (t) => {
  const card = unpackedDemoCard();
  const was = filesBelow(card);
  const steps = emptySteps(was.get(bank_path), pattern, track).slice(0, 2);
  const { context, server, visit } = await opened(t, card);
  await openPattern(visit, 'A01');
  for (const step of steps) await visit.click(`T${track}-s${step}`);
  await visit.page.close({ runBeforeUnload: false });
  const next = await Visit.to(context, server.url);
  await next.page.waitForFunction(() => document.querySelector('#left_over').textContent.includes('2 edits of CARD were not written'));
  await next.page.click('#left_over button');
  await next.opened();
  await next.page.waitForFunction(() => document.title.startsWith('(1) CARD'));
  await saveAndCompare(next, card, was, new Map([[bank_path, withTrigs(was.get(bank_path), pattern, track, steps)]]));
  await next.page.reload();
  await next.loaded();
  assert.equal(await next.page.textContent('#left_over'), '');
});

test('a .ppak is made of a pattern, downloaded, and holds a project and its sounds', async (t) => {
  const { visit } = await opened(t, unpackedDemoCard());
  await openPattern(visit, 'A01');
  await visit.click('make-ppak');
  const [download] = await Promise.all([visit.page.waitForEvent('download', { timeout: 60000 }), visit.click('ppak-build')]);
  assert.equal(download.suggestedFilename(), 'NIGHT_DRIVE_A01.ppak');
  const folder = scratch();
  await download.saveAs(join(folder, 'p.ppak'));
  const script = 'import json, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([z.namelist(), json.loads(z.read("/meta.json" if "/meta.json" in z.namelist() else "meta.json"))]))';
  const [names, meta] = JSON.parse(execFileSync('python3', ['-c', script, join(folder, 'p.ppak')], { encoding: 'utf8' }));
  assert.ok(names.some((name) => /projects\/P\d\d\.tar$/.test(name)), names.join(' '));
  assert.ok(names.some((name) => /sounds\/\d{3} .*\.wav$/.test(name)), names.join(' '));
  assert.equal(typeof meta, 'object');
  assert.ok(readFileSync(join(folder, 'p.ppak')).length > 10000);
});

test('the demo card opens from the start screen; a changed one is downloaded, every other byte of it as it was', async (t) => {
  const { visit } = await freshVisit(t);
  await visit.page.click('#open_demo');
  await visit.opened();
  await openPattern(visit, 'A01');
  const was = filesBelow(unpackedDemoCard());
  const [step] = emptySteps(was.get(bank_path), pattern, track);
  await visit.click(`T${track}-s${step}`);
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.equal(await visit.page.textContent('#save_title'), 'Download DEMO CARD with 1 changed file');
  assert.equal(await visit.page.$('#save_write'), null);
  const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.page.click('#save_download')]);
  assert.equal(download.suggestedFilename(), 'DEMO CARD.zip');
  const folder = scratch();
  await download.saveAs(join(folder, 'card.zip'));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'card.zip'), join(folder, 'card')]);
  const is = filesBelow(join(folder, 'card'));
  assert.deepEqual([...is.keys()], [...was.keys()]);
  const changed = withTrigs(was.get(bank_path), pattern, track, [step]);
  for (const [path, bytes] of is) assert.ok(bytes.equals(path === bank_path ? changed : was.get(path)), path);
});
