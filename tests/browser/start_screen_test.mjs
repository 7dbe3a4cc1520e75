// The start screen: at once, without anything from elsewhere, with a keyboard, offline, and in a browser that cannot write
// to folders.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshOrigin, freshVisit } from './fresh.mjs';
import { Visit, scratch } from './harness.mjs';
import { filesOf, lay, openSave, plan, sixteenBanks } from './planned.mjs';

const planned = sixteenBanks().slice(0, 2);

function aFolder() {
  const card = join(scratch(), 'CARD');
  mkdirSync(card);
  lay(card, planned.map(({ path, old }) => [path, old]));
  return card;
}

test('the start screen is there and works before the editor has arrived', async (t) => {
  const { context, server } = await freshOrigin(t);
  const page = await context.newPage();
  await page.route('**/groovebench.*', () => {}); // never answered
  await page.goto(server.url);
  assert.ok(await page.isVisible('#open_folder'));
  await page.waitForFunction(() => document.querySelector('#ability').textContent.includes('can write to folders'));
  assert.equal(await page.evaluate(() => document.fonts.check('13px Inter')), true);
});

test('nothing is asked of any other host, and the policy has nothing to complain about', async (t) => {
  const { context, server } = await freshOrigin(t);
  const asked = [];
  const visit = await Visit.to(context, server.url, (page) => page.on('request', (request) => asked.push(request.url())));
  await visit.drop(aFolder());
  await visit.opened();
  assert.ok(asked.length > 10);
  assert.deepEqual(asked.filter((url) => !url.startsWith(server.url)), []);
  assert.deepEqual(visit.complaints, []);
});

test('an idle editor draws nothing in five seconds', async (t) => {
  const { visit } = await freshVisit(t);
  await visit.drop(aFolder());
  await visit.opened();
  let draws = -1;
  while (draws !== (draws = (await visit.stats()).draws)) await visit.page.waitForTimeout(700); // what blinks and fades
  await visit.page.waitForTimeout(5000);
  assert.equal((await visit.stats()).draws, draws);
});

test('everything on it is reached with the keyboard, and the focus is visible', async (t) => {
  const { visit } = await freshVisit(t);
  const reached = [];
  for (let i = 0; i < 6; i++) {
    await visit.page.keyboard.press('Tab');
    reached.push(await visit.page.evaluate(() => [document.activeElement.id || document.activeElement.textContent, getComputedStyle(document.activeElement).outlineStyle]));
  }
  assert.deepEqual(reached.map(([id]) => id), ['open_folder', 'open_files', 'open_demo', 'new_ppak', 'look_choice', 'Licences']);
  for (const [id, outline] of reached) assert.notEqual(outline, 'none', id);
});

test('a folder that was opened is offered again, with the number of edits that were not written', async (t) => {
  const { visit } = await freshVisit(t);
  await visit.drop(aFolder());
  await visit.opened();
  await visit.page.evaluate(() => window.groovebench.session.journal.append('{"edit":1,"changes":[]}'));
  await visit.page.reload();
  await visit.loaded();
  assert.match(await visit.page.textContent('#reopen'), /CARD/);
  assert.match(await visit.page.textContent('#left_over'), /1 edit of CARD was not written/);
  await visit.page.click('#reopen .card');
  await visit.page.waitForSelector('#answer_restore');
  await visit.page.click('#answer_discard');
  await visit.opened();
  assert.deepEqual(await visit.page.evaluate(() => window.groovebench.session.journal.records()), []);
});

test('the back button leads from the editor to the start screen, and asks when work is unwritten', async (t) => {
  const { visit } = await freshVisit(t);
  await visit.drop(aFolder());
  await visit.opened();
  await visit.page.evaluate(() => window.groovebench.session.unwritten.say({ changed: 2, card: 'CARD' }));
  assert.equal(await visit.page.title(), '(2) CARD · Groovebench');
  await visit.page.goBack();
  await visit.page.click('#answer_stay');
  assert.ok(await visit.page.isVisible('#editor'));
  await visit.page.goBack();
  await visit.page.click('#answer_leave');
  await visit.page.waitForSelector('#start', { state: 'visible' });
  assert.equal(await visit.page.title(), 'Groovebench');
});

test('the chosen look is remembered, from the first paint on', async (t) => {
  const { visit } = await freshVisit(t, { before: (page) => page.emulateMedia({ colorScheme: 'dark' }) });
  assert.equal(await visit.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await visit.page.selectOption('#look_choice', 'light');
  assert.equal(await visit.page.evaluate(() => document.documentElement.dataset.theme), 'light');
  await visit.page.route('**/*.js', (route) => route.abort());
  await visit.page.reload();
  assert.equal(await visit.page.evaluate(() => document.documentElement.dataset.theme), 'light');
});

test('without the API: a folder comes in by an input, the limits are named, and changes go out as a zip', async (t) => {
  const { visit } = await freshVisit(t, { extra: filesOf(planned), before: (page) => page.addInitScript(() => delete window.showDirectoryPicker) });
  assert.match(await visit.page.textContent('#ability'), /cannot write to folders/);
  assert.match(await visit.page.textContent('#open_note'), /comes back as a zip/);
  const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.page.click('#open_folder')]);
  await chooser.setFiles(aFolder());
  await visit.opened();
  await plan(visit, planned);
  await openSave(visit);
  assert.equal(await visit.page.textContent('#save_title'), 'Download 2 changed files');
  const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.page.click('#save_download')]);
  assert.equal(download.suggestedFilename(), 'CARD_changes.zip');
  assert.doesNotMatch(await visit.page.textContent('#save_dialog .message'), /[Ww]ritten/);
});
