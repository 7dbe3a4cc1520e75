// Saving around the save itself: stored copies, putting back, a card taken out while it is written, a save that did not end,
// two tabs, a damaged journal. In one browser, each test on an origin of its own.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptySteps, openPattern, project, unpackedDemoCard, withTrigs } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { Visit, scratch } from './harness.mjs';
import { aRemoval, filesBelow, filesOf, lay, openSave, plan, sixteenBanks, standing, write } from './planned.mjs';

const planned = sixteenBanks();
const bank_path = `${project}/bank01.work`;
const [pattern, track] = [1, 3];

/** The demo card on the disk, opened, with a trig placed by hand. */
async function withAnEdit(t) {
  const card = unpackedDemoCard();
  const was = filesBelow(card);
  const [step] = emptySteps(was.get(bank_path), pattern, track);
  const made = await freshVisit(t);
  await made.visit.drop(card);
  await made.visit.opened();
  await openPattern(made.visit, 'A01');
  await made.visit.click(`T${track}-s${step}`);
  return { ...made, card, was, edited: withTrigs(was.get(bank_path), pattern, track, [step]) };
}

/** A card of sixteen banks, opened, and the plan to write them all. */
async function withAPlan(t, also = []) {
  const all = [...planned, ...also];
  const card = join(scratch(), 'CARD');
  mkdirSync(card);
  lay(card, all.map(({ path, old }) => [path, old]));
  const made = await freshVisit(t, { extra: filesOf(all) });
  await made.visit.drop(card);
  await made.visit.opened();
  await plan(made.visit, all);
  return { ...made, card };
}

async function saveDialog(visit) {
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
}

const sentence = (visit, dialog, start) =>
  visit.page.waitForFunction(([id, words]) => document.querySelector(`${id} .message`)?.textContent.startsWith(words), [dialog, start], { timeout: 60000 });

test('stored copies: off unless chosen; chosen, the whole project becomes them', async (t) => {
  const { visit, card, was } = await withAnEdit(t);
  await saveDialog(visit);
  assert.equal(await visit.page.isChecked('#save_stored'), false);
  assert.doesNotMatch(await visit.page.textContent('.files'), /\.strd/);
  await visit.page.click('#save_stored');
  await visit.page.waitForFunction(() => document.querySelector('.files').textContent.includes('bank01.strd') && document.querySelector('#save_write'));
  assert.equal(await write(visit), 'Written and verified on card.');
  const is = filesBelow(card);
  const works = [...is.keys()].filter((path) => path.startsWith(`${project}/`) && path.endsWith('.work'));
  assert.ok(works.length >= 3, `${works}`);
  for (const path of works) assert.ok(is.get(path).equals(is.get(path.replace('.work', '.strd'))), path);
  for (const [path, bytes] of was) if (!path.startsWith(`${project}/`)) assert.ok(bytes.equals(is.get(path)), path);
  assert.deepEqual(visit.complaints, []);
});

test('a backup is put back from its list: the card is as before, and is opened anew', async (t) => {
  const { visit, card, was } = await withAnEdit(t);
  await saveDialog(visit);
  await write(visit);
  await visit.page.click('#save_close');
  await openSave(visit);
  await visit.page.click('#save_backups');
  await visit.page.click('#backups_dialog .backup_rows > li > .button:text("Put all back")');
  await sentence(visit, '#backups_dialog', 'Put back and verified on card');
  const is = filesBelow(card);
  for (const [path, bytes] of was) assert.ok(bytes.equals(is.get(path)), path);
  assert.equal(await visit.page.locator('#backups_dialog .backup_rows > li').count(), 2); // what was there is kept too
  await visit.page.click('#backups_close');
  await visit.opened();
  assert.equal(await visit.page.title(), 'CARD · Groovebench');
  assert.deepEqual(visit.complaints, []);
});

test('a backup is not put back over edits that are not written: they would be lost', async (t) => {
  const { visit, card, edited } = await withAnEdit(t);
  await saveDialog(visit);
  await write(visit);
  await visit.page.click('#save_close');
  await visit.click(`T${track}-s16`);
  await saveDialog(visit);
  await visit.page.click('#save_backups');
  await visit.page.click('#backups_dialog .backup_rows > li > .button:text("Put all back")');
  await sentence(visit, '#backups_dialog', `Not put back: ${bank_path} has edits that are not on the card yet`);
  assert.ok(readFileSync(join(card, bank_path)).equals(edited));
});

test('a removed sample is in the list, file by file, and comes back alone', async (t) => {
  const removal = aRemoval();
  const { context, server, visit, card } = await withAPlan(t, [removal]);
  await openSave(visit);
  assert.match(await visit.page.textContent('.stages'), /removals last/);
  assert.equal(await write(visit), 'Written and verified on card.');
  assert.equal(filesBelow(card).has(removal.path), false);
  await visit.page.close({ runBeforeUnload: false });
  const next = await Visit.to(context, server.url);
  await next.drop(card);
  await next.opened();
  await openSave(next);
  await next.page.click('#save_backups');
  assert.match(await next.page.textContent('.backup_rows'), /17 files.*1 removed from the card/);
  await next.page.click('.backup_rows summary');
  await next.page.click(`[aria-label="Put back ${removal.path}"]`);
  await sentence(next, '#backups_dialog', 'Put back and verified on card');
  assert.ok(readFileSync(join(card, removal.path)).equals(removal.old));
  assert.equal(standing(card, planned).new, 16);
});

test('a card taken out while it is written: a sentence; put back in, the save is finished', async (t) => {
  const { visit, card } = await withAPlan(t);
  await openSave(visit);
  await visit.page.evaluate(() => {
    const { folder } = window.groovebench.session;
    const put = folder.write.bind(folder);
    let left = 5;
    folder.write = async (...step) => {
      while (--left < 0 && !window.out) await new Promise((resolve) => setTimeout(resolve, 5));
      return put(...step);
    };
  });
  await visit.page.click('#save_write');
  await visit.page.waitForFunction(() => document.querySelector('[data-stage=write] .mono')?.textContent.startsWith('5 of'));
  renameSync(card, `${card}-in-a-pocket`);
  await visit.page.evaluate(() => (window.out = true));
  await sentence(visit, '#save_dialog', 'Not written: ');
  const said = await visit.page.textContent('#save_dialog .message');
  t.diagnostic(said);
  assert.match(said, /Was the card taken out\?.*16 files could not be read.*Put the card back in/);
  renameSync(`${card}-in-a-pocket`, card);
  assert.deepEqual(standing(card, planned).torn, []);
  await visit.page.click('#save_retry');
  await sentence(visit, '#save_dialog', 'Written and verified on card');
  assert.equal(standing(card, planned).new, 16);
  assert.deepEqual(Object.keys(Object.fromEntries(filesBelow(card))).length, 16);
});

test('after a save that did not end, the next one asks to roll it back first', async (t) => {
  const { visit, card } = await withAPlan(t);
  await openSave(visit);
  await visit.page.evaluate(() => {
    const { folder } = window.groovebench.session;
    const put = folder.write.bind(folder);
    let left = 5;
    folder.write = (...step) => (--left < 0 ? Promise.reject(new Error('the reader has a loose contact.')) : put(...step));
    window.groovebench.mend = () => (folder.write = put);
  });
  assert.match(await write(visit), /^Not written: the reader has a loose contact\. On the card 5 files are new, 11 files are as before\.$/);
  await visit.page.click('#save_close');
  await visit.page.evaluate(() => window.groovebench.mend());
  await openSave(visit);
  assert.match(await write(visit), /An earlier save to this card did not end/);
  await visit.page.click('#save_roll_back');
  await sentence(visit, '#save_dialog', 'Rolled back');
  assert.equal(standing(card, planned).old, 16);
  await visit.page.click('#save_close');
  await openSave(visit);
  assert.equal(await write(visit), 'Written and verified on card.');
  assert.equal(standing(card, planned).new, 16);
});

test('one card in two tabs: the second says so and opens it once the first has closed it', async (t) => {
  const { context, server, visit, card } = await withAnEdit(t);
  const second = await Visit.to(context, server.url);
  await second.drop(card);
  await second.page.waitForFunction(() => document.querySelector('#notice').textContent.startsWith('CARD is open in another tab'));
  assert.ok(await second.page.isVisible('#start'));
  await visit.page.close({ runBeforeUnload: false });
  await second.drop(card);
  await second.page.click('#answer_restore');
  await second.opened();
  await second.page.waitForFunction(() => document.title.startsWith('(1) CARD'));
});

test('a damaged record in the journal: what came before is back, and so is what is edited after', async (t) => {
  const { context, server, visit, card } = await withAnEdit(t);
  await visit.page.evaluate(() => window.groovebench.session.journal.append('{"edit":'));
  await visit.page.close({ runBeforeUnload: false });
  const again = async () => {
    const next = await Visit.to(context, server.url);
    await next.drop(card);
    await next.page.click('#answer_restore');
    await next.opened();
    await next.page.waitForFunction(() => document.title.startsWith('(1) CARD') && !document.querySelector('dialog[open]'));
    return next;
  };
  const second = await again();
  await openPattern(second, 'A02');
  await second.click('T1-s16');
  await second.page.waitForFunction(async () => (await window.groovebench.session.journal.records()).filter((record) => record.startsWith('{"edit"')).length === 2);
  await second.page.close({ runBeforeUnload: false });
  const third = await again();
  assert.equal(await third.page.evaluate(() => document.querySelector('#left_over') && window.groovebench.session.journal.records().then((records) => records.filter((record) => record.startsWith('{"edit"')).length)), 2);
  await saveDialog(third);
  assert.match(await third.page.textContent('.changes'), /A01.*T3[^]*A02.*T1/);
});
