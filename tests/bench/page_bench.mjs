// The page in Chromium, against a blank page and against what it opens: sizes, first frames, idling, time per frame, heap.
// Prints a line a figure, as bench.h does; run by ci/bench.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../ci/serve.mjs';
import { openPattern, project, unpackedDemoCard } from '../browser/demo_card.mjs';
import { Visit, launch, page_folder } from '../browser/harness.mjs';
import { withFullPattern } from './full_pattern.mjs';

const runs = 9;
const settle_ms = 2000; // a browser that was just started is busy with itself; people's run already
const folder = mkdtempSync(join(tmpdir(), 'groovebench-bench-'));
const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];

function report(name, value, goal) {
  console.log(`${name}: ${value.toFixed(3)} (goal <= ${goal.toFixed(3)}) ${value <= goal ? 'good' : 'MISSED'}`);
}

const size = (path) => statSync(path).size;
const files_below = (path) => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

/** What the page asked for until its first frame, fonts aside; a file without brotli counts whole. */
function report_size(requested) {
  const files = [...new Set(requested)].map((path) => (path === '/' ? '/index.html' : path)).filter((path) => !path.endsWith('.ttf'));
  const sent = (path) => (existsSync(join(page_folder, `${path}.br`)) ? `${path}.br` : path);
  const bytes = files.reduce((sum, path) => sum + size(join(page_folder, sent(path))), 0);
  report(`page until the first frame, ${files.length} files, fonts aside, KB of brotli`, bytes / 1000, 450);
}

/**
 * A promise of the page, waited for through a bare connection: what playwright waits with is a script of 300 KB that it puts into
 * the page first, in the midst of what is measured.
 */
async function promised(page, name) {
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send('Runtime.evaluate', { expression: name, awaitPromise: true, returnByValue: true });
  await cdp.detach();
  return result.value;
}

/** A tab of a browser that has come to rest. */
async function settled(context) {
  const page = await context.newPage();
  await page.waitForTimeout(settle_ms);
  return page;
}

/** Milliseconds from the navigation to the first paint, in a browser that has nothing cached. */
async function first_paint(url) {
  const context = await launch(join(folder, `paint-${Math.random()}`));
  const page = await settled(context);
  await page.addInitScript(() => {
    window.painted = new Promise((resolve) => {
      const seen = (list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime));
      new PerformanceObserver(seen).observe({ type: 'paint', buffered: true });
    });
  });
  await page.goto(url);
  const paint = await promised(page, 'painted');
  await context.close();
  return paint;
}

/**
 * Milliseconds from the navigation to the first frame of the editor, a card's folder being dropped as soon as the page is
 * there; and the paths that were fetched until then, by workers too (the offline copy is fetched later, by the service worker).
 */
async function first_frame(url, card) {
  const context = await launch(join(folder, `frame-${Math.random()}`));
  const page = await settled(context);
  const requested = [];
  context.on('request', (request) => request.serviceWorker() || requested.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    window.drawn = new Promise((resolve) => {
      const look = () => {
        const app = window.groovebench?.app;
        if (app && JSON.parse(app.debugStats()).draws > 0) resolve(performance.now());
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    window.ready = new Promise((resolve) => {
      const look = () => (document.getElementById('ability')?.textContent.trim() ? resolve() : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  });
  await page.goto(`${url}?test`, { waitUntil: 'domcontentloaded' });
  await promised(page, 'ready');
  await new Visit(page).drop(card);
  const time = await promised(page, 'drawn');
  const until_then = [...requested];
  await context.close();
  return { time, requested: until_then };
}

async function against_blank(page_url, blank_url) {
  const card = unpackedDemoCard();
  const blank = [], start = [], frame = [], requested = [];
  for (let run = 0; run < runs; run++) {
    blank.push(await first_paint(blank_url));
    start.push(await first_paint(page_url));
    const first = await first_frame(page_url, card);
    frame.push(first.time);
    requested.push(...first.requested);
  }
  report_size(requested);
  console.log(`  milliseconds: blank page ${median(blank).toFixed(0)}, start screen ${median(start).toFixed(0)}, editor ${median(frame).toFixed(0)}`);
  report('start screen, times a blank page', median(start) / median(blank), 1.3);
  report('first editor frame, times a blank page', median(frame) / median(blank), 4);
}

/** Main-thread milliseconds of each of 200 frames that are really drawn, one for each time the browser asks. */
const time_frames = async () => {
  const { app } = window.groovebench;
  const canvas = document.querySelector('canvas');
  const times = [];
  while (times.length < 200) {
    const now = await new Promise(requestAnimationFrame);
    app.wake();
    const start = performance.now();
    if (app.frame(now / 1000, canvas.clientWidth, canvas.clientHeight, devicePixelRatio)) times.push(performance.now() - start);
  }
  return times;
};

/** The demo card, its first pattern filled to the brim. */
function fullCard() {
  const card = unpackedDemoCard();
  const bank = join(card, project, 'bank01.work');
  writeFileSync(bank, withFullPattern(readFileSync(bank)));
  return card;
}

async function the_editor(url) {
  const card = fullCard();
  const context = await launch(join(folder, 'editor'));
  const visit = await Visit.to(context, url);
  await visit.drop(card);
  await visit.opened();
  await openPattern(visit, 'A01');
  await visit.idle();
  const stats = () => visit.page.evaluate(() => JSON.parse(window.groovebench.app.debugStats()));
  const opened = files_below(join(card, project)).reduce((sum, entry) => sum + size(join(entry.parentPath ?? entry.path, entry.name)), 0);
  report('heap beyond twice the project, MB', ((await stats()).heap - 2 * opened) / 2 ** 20, 32);
  const before = (await stats()).draws;
  await visit.page.waitForTimeout(5000);
  report('frames drawn in 5 idle seconds', (await stats()).draws - before, 0);
  const times = sorted(await visit.page.evaluate(time_frames));
  report('milliseconds a frame of a full pattern, median', median(times), 2);
  report('milliseconds a frame of a full pattern, 95th percentile', times[Math.floor(times.length * 0.95)], 8);
  await context.close();
}

mkdirSync(join(folder, 'blank'));
writeFileSync(join(folder, 'blank', 'index.html'), '<!doctype html><title>blank</title><p>blank</p>');
const page = await serve(page_folder);
const blank = await serve(join(folder, 'blank'));
try {
  await the_editor(page.address);
  await against_blank(page.address, blank.address);
} finally {
  await page.close();
  await blank.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
