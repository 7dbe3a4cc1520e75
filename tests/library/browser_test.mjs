// The library in a page and in a worker: it loads, edits, and asks nobody but its own folder.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, scratch, serve } from '../browser/harness.mjs';
import { root } from './place.mjs';

// Places a trig and reads it back from the bytes; the sentence of a refusal.
const work = `
import { Project, Bank } from '/library/index.js';
const bank = Project.create().bank(1);
bank.pattern(3).track(2).step(5).trig = 'trig';
const again = new Bank('bank01.work', bank.bytes());
let refusal = '';
try { again.pattern(17); } catch (error) { refusal = error.message; }
export const told = [again.pattern(3).track(2).trigs.join(), refusal, String(again.check().length)].join(' | ');
`;
const expected = '5 | pattern: expected 1 to 16, found 17 | 0';

test('a page and a worker of it edit a bank', async () => {
  const site = await serve(root, {
    '/page.html': '<!doctype html><title>library</title>',
    '/work.mjs': work,
    '/worker.mjs': "import { told } from './work.mjs'; postMessage(told);",
  }, 'library/groovebench_core.wasm');
  const context = await launch(scratch());
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${site.url}page.html`);
    assert.equal(await page.evaluate(() => import('/work.mjs').then(({ told }) => told)), expected);
    const inWorker = () => new Promise((done, failed) => {
      const worker = new Worker('/worker.mjs', { type: 'module' });
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = ({ message }) => failed(new Error(message));
    });
    assert.equal(await page.evaluate(inWorker), expected);
    assert.deepEqual(complaints, []);
    assert.deepEqual(site.requests.filter((path) => !/^\/(library\/.*\.(js|mjs|wasm)|page\.html|work\.mjs|worker\.mjs|favicon\.ico)$/.test(path)), []);
  } finally {
    await context.close();
    await site.close();
  }
});
