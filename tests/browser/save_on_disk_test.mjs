// The save on a real folder of the disk, in a real browser: sixteen banks, a browser killed ten times, a card that is
// read-only or full, a file changed by another program.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freshVisit } from './fresh.mjs';
import { Visit, launch, scratch, serve } from './harness.mjs';
import { filesBelow, filesOf, lay, openSave, plan, sixteenBanks, standing, write } from './planned.mjs';

let server;
const planned = sixteenBanks();
before(async () => (server = await serve(undefined, filesOf(planned))));
after(() => server?.close());

const all_old = { old: 16, new: 0, torn: [] };
const all_new = { old: 0, new: 16, torn: [] };

async function fresh(t, card) {
  const { visit } = await freshVisit(t, { extra: filesOf(planned) });
  await visit.drop(card);
  return { visit };
}

async function visitWith(t, profile, card) {
  const context = await launch(profile);
  t.after(() => context.close());
  const visit = await Visit.to(context, server.url);
  await visit.drop(card);
  return { context, visit };
}

function aCard() {
  const card = join(scratch(), 'CARD');
  mkdirSync(card);
  lay(card, planned.map(({ path, old }) => [path, old]));
  return card;
}

test('sixteen banks are written and verified, then rolled back, byte by byte', async (t) => {
  const card = aCard();
  const { visit } = await fresh(t, card);
  await visit.opened();
  await plan(visit, planned);
  await openSave(visit);
  assert.equal(await write(visit), 'Written and verified on card.');
  assert.deepEqual(standing(card, planned), all_new);
  await visit.page.click('#save_roll_back');
  await visit.page.waitForFunction(() => document.querySelector('#save_dialog .message').textContent.startsWith('Rolled back'));
  assert.deepEqual(standing(card, planned), all_old);
  assert.equal(filesBelow(card).size, 16);
  assert.deepEqual(visit.complaints, []);
});

test('a file changed by another program stops the save, shows both sides, and is kept when written over', async (t) => {
  const card = aCard();
  const { visit } = await fresh(t, card);
  await visit.opened();
  await plan(visit, planned);
  const theirs = planned[2].old.slice();
  theirs[1000] ^= 255;
  writeFileSync(join(card, planned[2].path), theirs);
  await openSave(visit);
  assert.match(await write(visit), /bank03\.work: another program has changed it/);
  assert.match(await visit.page.textContent('.conflicts'), /1 byte differs/);
  assert.equal(standing(card, planned).new, 0);
  await visit.page.click('#save_over');
  await visit.page.waitForFunction(() => document.querySelector('#save_dialog .message').textContent.startsWith('Written'));
  assert.deepEqual(standing(card, planned), all_new);
  const kept = await visit.page.evaluate(async (path) => {
    const store = await window.groovebench.session.saver.store;
    const [{ record }] = await window.groovebench.session.saver.backups();
    const bytes = await store.read(`saves/${record.id}/old/${record.steps.findIndex((step) => step.path === path)}`);
    return Array.from(bytes.subarray(998, 1003));
  }, planned[2].path);
  assert.deepEqual(kept, [...theirs.subarray(998, 1003)]);
});

test('killed ten times during the save: every file whole, and the next visit finishes or undoes it', { timeout: 400000 }, async (t) => {
  const card = aCard();
  const profile = scratch();
  let mixed = 0;
  let now = await visitWith(t, profile, card);
  await now.visit.opened();
  for (let round = 0; round < 10; round++) {
    lay(card, planned.map(({ path, old }) => [path, old]));
    await plan(now.visit, planned);
    await openSave(now.visit);
    await killDuringSave(now, round);
    const found = standing(card, planned);
    assert.deepEqual(found.torn, [], `round ${round}`);
    if (found.old && found.new) mixed++;
    const side = round % 2 ? 'finish' : 'undo';
    now = await visitWith(t, profile, card);
    const asked = await settle(now.visit, side);
    const end = standing(card, planned);
    assert.deepEqual(end.torn, []);
    if (asked) assert.deepEqual(end, side === 'finish' ? all_new : all_old, `round ${round}`);
    else assert.ok(end.old === 16 || end.new === 16, `round ${round}: ${JSON.stringify(end)}`);
    assert.deepEqual(readdirSync(join(card, 'SET/PROJECT')).filter((name) => name.endsWith('.crswap')), []);
  }
  t.diagnostic(`${mixed} of 10 kills found old and new banks side by side`);
  assert.ok(mixed > 0, 'no kill came while banks were being written');
});

/** Presses Write and kills the browser's processes, as a crash would, once a number of files are said to be written. */
async function killDuringSave({ context, visit }, round) {
  const pids = browserProcesses(context);
  const wanted = (round * 2) % 12;
  const reached = (count) => {
    const [done, of] = document.querySelector('[data-stage=write] .mono')?.textContent.split(' of ') ?? [];
    return (of && Number(done) >= count) || document.querySelector('#save_close');
  };
  await visit.page.click('#save_write');
  await visit.page.waitForFunction(reached, wanted, { polling: 1, timeout: 60000 });
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with another one.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  await context.close().catch(() => {});
}

/** The processes that use this test's profile, the browser's own first; nobody else's. */
function browserProcesses(context) {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 24 }).split('\n');
  const ours = lines.filter((line) => line.includes(`--user-data-dir=${context.profile_folder}`));
  return ours.sort((a, b) => a.includes('--type=') - b.includes('--type=')).map((line) => Number(line.trim().split(' ')[0]));
}

/** Answers the question about the interrupted save, if it is asked. */
async function settle(visit, side) {
  const seen = await Promise.race([
    visit.page.waitForSelector(`#answer_${side}`).then(() => 'asked'),
    visit.page.waitForSelector('#editor', { state: 'visible' }).then(() => 'opened'),
  ]);
  if (seen === 'asked') await visit.page.click(`#answer_${side}`);
  await visit.opened();
  return seen === 'asked';
}

/** A small file system in memory: really full, really read-only. Needs the right to mount. */
function smallCard(t, megabytes) {
  const card = mkdtempSync(join(tmpdir(), 'groovebench-card-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', card], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`This test mounts a small tmpfs and must be run as root: ${error.stderr}`);
  }
  t.after(() => {
    execFileSync('umount', ['-l', card]);
    rmSync(card, { recursive: true });
  });
  return card;
}

test('a read-only card: a sentence, and nothing is touched', async (t) => {
  const card = smallCard(t, 16);
  lay(card, planned.map(({ path, old }) => [path, old]));
  execFileSync('mount', ['-o', 'remount,ro', card]);
  const { visit } = await fresh(t, card);
  await visit.opened();
  await plan(visit, planned);
  await openSave(visit);
  const sentence = await write(visit);
  t.diagnostic(sentence);
  assert.match(sentence, /^Not written: .*read-only.*The card is as it was\.$/);
  assert.deepEqual(standing(card, planned), all_old);
});

/** A card with the sixteen banks and so much room beside them. */
function nearlyFullCard(t, kilobytes) {
  const card = smallCard(t, 11);
  lay(card, planned.map(({ path, old }) => [path, old]));
  writeFileSync(join(card, 'filling.bin'), new Uint8Array(11 * 1024 * 1024 - planned.length * 638976 - kilobytes * 1024));
  return card;
}

test('a card with room for one more bank: they are written one after another, and rolled back so', async (t) => {
  const card = nearlyFullCard(t, 900);
  const { visit } = await fresh(t, card);
  await visit.opened();
  await plan(visit, planned);
  await openSave(visit);
  assert.equal(await write(visit), 'Written and verified on card.');
  assert.deepEqual(standing(card, planned), all_new);
  await visit.page.click('#save_roll_back');
  await visit.page.waitForFunction(() => document.querySelector('#save_dialog .message').textContent.startsWith('Rolled back'), null, { timeout: 60000 });
  assert.deepEqual(standing(card, planned), all_old);
});

test('a card that is full: every file is whole, and the sentence says so', async (t) => {
  const card = nearlyFullCard(t, 400);
  const { visit } = await fresh(t, card);
  await visit.opened();
  await plan(visit, planned);
  await openSave(visit);
  const sentence = await write(visit);
  t.diagnostic(sentence);
  assert.match(sentence, /^Not written: .*full/);
  assert.deepEqual(standing(card, planned).torn, []);
  assert.deepEqual(readdirSync(join(card, 'SET/PROJECT')).filter((name) => name.endsWith('.crswap')), []);
  assert.deepEqual(standing(card, planned), all_old);
});
