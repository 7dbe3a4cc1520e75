// The main way through the editor in a browser that the tests do not drive, by hand: firefox.mjs, webkit.mjs. Says what it saw, step
// by step; fails where something is missing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptySteps, openPattern, project, unpackedDemoCard, withTrigs } from './demo_card.mjs';
import { filesBelow } from './planned.mjs';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'groovebench-by-hand-')); // for screenshots and downloads
mkdirSync(folder, { recursive: true });
const bank_path = `${project}/bank01.work`;
const card = unpackedDemoCard();
const was = filesBelow(card);
const [step] = emptySteps(was.get(bank_path), 1, 3);
const edited = withTrigs(was.get(bank_path), 1, 3, [step]);
const saw = (words) => console.log(`saw: ${words}`);

/** Downloads do not reach these drivers: what would be downloaded is kept by the page itself. */
export function keepDownloads() {
  window.downloads = [];
  let last;
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => made.call(URL, (last = blob));
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.downloads.push(last.arrayBuffer().then((bytes) => ({ name: this.download, bytes: [...new Uint8Array(bytes)] })));
  };
}

/** What was downloaded as the nth in this tab. @returns {Promise<string>} the file */
async function downloaded(visit, nth) {
  await visit.page.waitForFunction((count) => window.downloads.length >= count, nth);
  const { name, bytes } = await visit.page.evaluate((count) => window.downloads[count - 1], nth);
  writeFileSync(join(folder, name), Buffer.from(bytes));
  return join(folder, name);
}

function unzipped(zip, path) {
  const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; sys.stdout.buffer.write(z.read(sys.argv[2]))';
  return execFileSync('python3', ['-c', script, zip, path], { maxBuffer: 1 << 26 });
}

async function editAndDownload(visit, name, nth) {
  await openPattern(visit, 'A01');
  await visit.click(`T3-s${step}`);
  await visit.press('Control+z');
  await visit.press('Control+Shift+z');
  await visit.page.screenshot({ path: join(folder, `${name}_pattern.png`), caret: 'initial' });
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  await visit.page.screenshot({ path: join(folder, `${name}_save.png`), caret: 'initial' });
  assert.match(await visit.page.textContent('#save_title'), /^Download .*1 changed file$/);
  await visit.page.click('#save_download');
  assert.ok(unzipped(await downloaded(visit, nth), bank_path).equals(edited), 'the bank in the zip');
  saw(`${name}: a trig placed, undone, done again; the zip holds the bank with only its trig and checksum changed`);
  await visit.page.click('#save_close');
}

/** The drivers cannot choose folders: the input gets files that say where they lie. */
async function chooseFolder(visit) {
  const files = [...was].map(([path, bytes]) => [`CARD/${path}`, bytes.toString('base64')]);
  await visit.page.evaluate((all) => {
    const input = document.querySelector('#folder_input');
    const made = all.map(([path, text]) => {
      const file = new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], path.split('/').at(-1));
      return Object.defineProperty(file, 'webkitRelativePath', { value: path });
    });
    Object.defineProperty(input, 'files', { value: made, configurable: true });
    input.click = () => input.onchange();
  }, files);
  await visit.page.click('#open_folder');
}

/**
 * @param {any} visit on the start screen, its downloads kept
 * @param {{close: () => Promise<void>}} server
 * @param {() => Promise<any>} comeBack closes the tab and visits anew
 */
export async function goTheMainWay(visit, server, comeBack) {
  const shown = (page, name) => page.screenshot({ path: join(folder, `${name}.png`), caret: 'initial' });
  await shown(visit.page, 'start');
  saw(`start screen: "${(await visit.page.textContent('#ability')).trim()}"`);
  await visit.page.click('#open_demo');
  await visit.opened();
  await editAndDownload(visit, 'demo', 1);
  await visit.page.goBack();
  await visit.page.click('#answer_leave');
  await visit.page.waitForSelector('#start', { state: 'visible' });
  await chooseFolder(visit);
  await visit.opened();
  await editAndDownload(visit, 'folder', 2);
  await visit.click('make-ppak');
  await visit.click('ppak-build');
  saw(`a .ppak: ${readFileSync(await downloaded(visit, 3)).length} bytes`);
  const next = await comeBack();
  await next.page.waitForFunction(() => document.querySelector('#left_over').textContent.includes('not written'));
  saw(`after the tab was closed: "${(await next.page.textContent('#left_over')).trim()}"`);
  await next.page.click('[aria-label="Restore the edits of DEMO CARD"]');
  await next.opened();
  await next.page.waitForFunction(() => document.title.startsWith('(1) DEMO CARD'));
  saw('the edit of the demo card is brought back');
  await next.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await server.close();
  await next.page.evaluate(() => window.groovebench.session.unwritten.say({}));
  await next.page.reload();
  await next.loaded();
  await next.page.click('#open_demo');
  await next.page.click('#answer_discard');
  await next.opened();
  await shown(next.page, 'offline');
  saw('without a network: the page, the editor and the demo card open');
  saw(`complaints that the driver tells of: ${JSON.stringify([...visit.complaints, ...next.complaints])}`);
  saw(`screenshots in ${folder}`);
}
