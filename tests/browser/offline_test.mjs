// The service worker: the page without a network after the first visit, and a new build that takes over between two visits to
// the editor, never during one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPattern } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { page_folder } from './harness.mjs';

const read = (name) => readFileSync(join(page_folder, name), 'utf8');
const kept = (visit) => visit.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** Another build than the one that is served: its name, and a title to tell it by. */
function nextBuild() {
  const worker = read('sw.js').replace(/const build = '[^']*'/, "const build = 'the-next-one'");
  return { '/sw.js': worker, '/': read('index.html').replace('<h1>Groovebench</h1>', '<h1>Groovebench, the next</h1>') };
}

const heading = (visit) => visit.page.textContent('h1');

test('after the first visit everything works without a network, the demo card too', async (t) => {
  const { server, visit } = await freshVisit(t);
  await kept(visit);
  await server.close();
  await visit.page.reload();
  await visit.loaded();
  await visit.page.click('#open_demo');
  await visit.opened();
  await openPattern(visit, 'A01');
});

test('a new build takes over while no card is open', async (t) => {
  const extra = {};
  const { visit } = await freshVisit(t, { extra });
  await kept(visit);
  Object.assign(extra, nextBuild());
  await visit.page.reload();
  await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Groovebench, the next');
  await visit.loaded();
  assert.deepEqual(await visit.page.evaluate(() => caches.keys()), ['groovebench-the-next-one']);
});

test('a new build that comes while a card is open waits until it is closed', async (t) => {
  const extra = {};
  const { visit } = await freshVisit(t, { extra });
  await kept(visit);
  await visit.page.reload();
  await visit.loaded();
  await visit.page.click('#open_demo');
  await visit.opened();
  Object.assign(extra, nextBuild());
  await visit.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await visit.page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()).waiting?.state === 'installed');
  assert.equal(await heading(visit), 'Groovebench');
  assert.ok(await visit.page.isVisible('#editor'));
  await visit.page.goBack();
  await visit.page.waitForSelector('#start', { state: 'visible' });
  await visit.page.reload();
  await visit.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Groovebench, the next');
  await visit.loaded();
});
