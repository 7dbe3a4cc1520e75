// What is not drawn in the canvas, for who does not use a mouse, does not see the screen, or wants it calm; and what of the
// look is remembered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptySteps, openPattern, project, unpackedDemoCard } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { filesBelow } from './planned.mjs';

const focused = (visit) => visit.page.evaluate(() => document.activeElement?.id);

async function withAnEdit(t) {
  const card = unpackedDemoCard();
  const made = await freshVisit(t);
  await made.visit.drop(card);
  await made.visit.opened();
  await openPattern(made.visit, 'A01');
  const [step] = emptySteps(filesBelow(card).get(`${project}/bank01.work`), 1, 3);
  await made.visit.click(`T3-s${step}`);
  return made.visit;
}

/** What has no name for who does not see it. */
const unnamed = (visit) =>
  visit.page.evaluate(() =>
    [...document.querySelectorAll('button, select, dialog input, dialog, canvas, textarea')]
      .filter((node) => !(node.getAttribute('aria-label') || node.getAttribute('aria-labelledby') || node.labels?.length || node.textContent.trim()))
      .map((node) => node.outerHTML.slice(0, 80)),
  );

test('questions and the save dialog by keyboard: where the focus begins, that it stays inside and goes back to the editor', async (t) => {
  const visit = await withAnEdit(t);
  await visit.page.goBack();
  await visit.page.waitForSelector('dialog.question');
  assert.equal(await focused(visit), 'answer_stay');
  assert.equal(await visit.page.evaluate(() => document.getElementById(document.querySelector('dialog').getAttribute('aria-labelledby')).textContent), 'Leave the editor?');
  await visit.page.keyboard.press('Escape');
  await visit.page.waitForSelector('dialog.question', { state: 'detached' });
  assert.ok(await visit.page.isVisible('#editor'));
  assert.equal(await focused(visit), 'typing');
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.equal(await focused(visit), 'save_write');
  assert.deepEqual(await unnamed(visit), []);
  const reached = new Set();
  for (let i = 0; i < 12; i++) {
    await visit.page.keyboard.press('Tab');
    reached.add(await visit.page.evaluate(() => document.activeElement?.closest('dialog') ? document.activeElement.id || 'list' : 'outside'));
  }
  for (const id of ['save_stored', 'save_backups', 'save_cancel', 'save_write']) assert.ok(reached.has(id), `${id}: ${[...reached]}`);
  await visit.page.keyboard.press('Escape');
  await visit.page.waitForSelector('#save_dialog', { state: 'detached' });
  assert.equal(await focused(visit), 'typing');
});

test('the whole save without a mouse, and each sentence of it in the live region', async (t) => {
  const visit = await withAnEdit(t);
  await visit.page.evaluate(() => {
    window.heard = [];
    for (const id of ['polite', 'assertive']) new MutationObserver(() => window.heard.push(document.getElementById(id).textContent)).observe(document.getElementById(id), { childList: true });
  });
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForFunction(() => window.heard.includes('Written and verified on card.'));
  assert.equal(await focused(visit), 'save_close');
  await visit.page.keyboard.press('Shift+Tab');
  assert.equal(await focused(visit), 'save_roll_back');
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForFunction(() => window.heard.some((sentence) => sentence.startsWith('Rolled back and verified')));
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForSelector('#save_dialog', { state: 'detached' });
  assert.equal(await focused(visit), 'typing');
});

test('with reduced motion nothing moves', async (t) => {
  const { visit } = await freshVisit(t, { before: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) });
  const moving = () =>
    visit.page.evaluate(() => [...document.querySelectorAll('*')].filter((node) => [getComputedStyle(node).transitionDuration, getComputedStyle(node).animationDuration].some((time) => time.split(', ').some((one) => one !== '0s'))).length);
  assert.equal(await moving(), 0);
  await visit.page.emulateMedia({ reducedMotion: 'no-preference' });
  assert.ok((await moving()) > 0);
});

test('theme and scale that were chosen in the editor are there at the next visit, from the first paint on', async (t) => {
  const { visit } = await freshVisit(t, { before: (page) => page.emulateMedia({ colorScheme: 'dark' }) });
  await visit.page.click('#open_demo');
  await visit.opened();
  for (const words of ['larger', 'larger', 'dark, light']) {
    await visit.press('Control+k');
    await visit.find('go-to');
    await visit.page.keyboard.type(words, { delay: 20 });
    await visit.press('Enter');
  }
  const look = () => visit.page.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.documentElement).getPropertyValue('--scale')]);
  assert.deepEqual(await look(), ['light', '1.25']);
  await visit.page.route('**/*.js', (route) => route.abort());
  await visit.page.reload();
  assert.deepEqual(await look(), ['light', '1.25']);
  await visit.page.unroute('**/*.js');
  await visit.page.reload();
  await visit.loaded();
  await visit.page.click('#open_demo');
  await visit.opened();
  assert.deepEqual(await look(), ['light', '1.25']);
});
