// Files as files, on the unpacked demo card: a field in the table of all fields, two versions against each other, a bank that lost
// bytes; each edited, saved and compared on the disk.

import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptySteps, project, unpackedDemoCard, withTrigs } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { filesBelow, write } from './planned.mjs';

const bank_path = `${project}/bank01.work`;

async function opened(t, card) {
  const { visit } = await freshVisit(t);
  await visit.drop(card);
  await visit.opened();
  return visit;
}

/** Saves; the files of the disk by path. */
async function saved(visit, card) {
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.equal(await write(visit), 'Written and verified on card.');
  return filesBelow(card);
}

/** Waits until a widget of this name is there, or is gone. */
const waitFor = (visit, name, there = true) =>
  visit.page.waitForFunction(([wanted, is]) => window.groovebench.app.items().some((item) => item.name === wanted && item.w > 0) === is, [name, there]);

test('a field is found, typed and saved from the table of all fields', async (t) => {
  const card = unpackedDemoCard();
  const was = filesBelow(card);
  const visit = await opened(t, card);
  await visit.click('tree-files');
  const first = await visit.find(`tree-file-${project}/arr01.work`);
  await visit.page.mouse.move(first.x + 20, first.y + 8);
  await visit.page.mouse.wheel(0, 1000); // it stands behind the banks
  await visit.click(`tree-file-${project}/project.work`);
  await visit.press('Control+f');
  await visit.page.keyboard.type('tempo', { delay: 20 });
  await waitFor(visit, 'row-settings.tempo');
  await visit.press('Enter');
  await visit.press('Escape');
  await visit.click('row-settings.tempo');
  await visit.press('Enter');
  await visit.press('Control+a');
  await visit.page.keyboard.type('90', { delay: 20 });
  await visit.press('Enter');
  const is = await saved(visit, card);
  for (const [path, bytes] of is) {
    if (path !== `${project}/project.work`) assert.ok(bytes.equals(was.get(path)), path);
    else assert.equal(bytes.toString('latin1'), was.get(path).toString('latin1').replace(/TEMPOx24=\d+/, 'TEMPOx24=2160'));
  }
  assert.deepEqual(visit.complaints, []);
});

test('what a stored copy has otherwise is seen and taken over, and the file becomes that copy', async (t) => {
  const card = unpackedDemoCard();
  const bank = readFileSync(join(card, bank_path));
  const [step] = emptySteps(bank, 1, 3);
  const copy = withTrigs(bank, 1, 3, [step]);
  writeFileSync(join(card, bank_path.replace('.work', '.strd')), copy);
  for (const name of ['project', 'markers']) copyFileSync(join(card, `${project}/${name}.work`), join(card, `${project}/${name}.strd`));
  const visit = await opened(t, card);
  await visit.click('tree-files');
  await visit.click(`tree-file-${bank_path}`);
  await visit.click('file-compare');
  await waitFor(visit, 'compare-bank01');
  await visit.click('compare-bank01');
  await visit.click('compare-bank01/A01');
  await visit.click('compare-bank01/A01/T3');
  await waitFor(visit, 'compare-bank01/A01/T3/0');
  await visit.click('compare-bank01/A01/T3/0');
  await visit.press('l');
  await waitFor(visit, 'compare-bank01', false);
  const is = await saved(visit, card);
  assert.ok(is.get(bank_path).equals(copy));
  assert.deepEqual(visit.complaints, []);
});

test('a bank that lost bytes is opened for reading, examined, rebuilt on demand and saved', async (t) => {
  const card = unpackedDemoCard();
  const whole = readFileSync(join(card, bank_path));
  const cut = 22 + 36588 * 9 + 5000; // within pattern 10, which the demo does not use
  writeFileSync(join(card, bank_path), Buffer.concat([whole.subarray(0, cut), whole.subarray(cut + 32)]));
  const visit = await opened(t, card);
  await visit.press('Shift+P');
  await visit.click(`examine-${bank_path}`);
  await visit.click('doctor-rebuild');
  await visit.click('doctor-close');
  const is = (await saved(visit, card)).get(bank_path);
  assert.equal(is.length, whole.length);
  assert.ok(is.subarray(0, 22 + 36588 * 9).equals(whole.subarray(0, 22 + 36588 * 9)), 'the patterns in front');
  const behind = 22 + 36588 * 10;
  assert.ok(is.subarray(behind, is.length - 2).equals(whole.subarray(behind, whole.length - 2)), 'the patterns and parts behind');
  assert.deepEqual(visit.complaints, []);
});
