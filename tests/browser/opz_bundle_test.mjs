// The disk of an OP-Z as a whole: a project shows its kits, goes out as a bundle and comes in to another disk, which is otherwise left
// as it was.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshVisit } from './fresh.mjs';
import { scratch } from './harness.mjs';
import { aKit, anOpz, kitId, plugAt } from './opz_files.mjs';
import { filesBelow, lay, write } from './planned.mjs';

const kick = 'samplepacks/1-kick/01/kick.aif';

/** A folder on the real disk. @param {Record<string, Uint8Array>} files */
function aDisk(files) {
  const folder = join(scratch(), 'OP-Z');
  lay(folder, Object.entries(files));
  return folder;
}

const says = (visit, words) => visit.page.waitForFunction((wanted) => window.groovebench.app.items().some((item) => item.label.includes(wanted) && item.w > 0), words, { timeout: 10000 });

/** Opens a disk with a song of two kits, one of them missing, and takes its bundle away. */
async function bundleOut(t) {
  const { visit } = await freshVisit(t);
  const disk = aDisk({ 'projects/project01.opz': anOpz({ tempo: 133, kits: { 0: 'kick.aif', 2: 'gone.aif' } }), [kick]: aKit(9000) });
  await visit.drop(disk);
  await visit.opened();
  await says(visit, 'kick kick.aif');
  await says(visit, `perc ${kitId('gone.aif')} · missing`);
  await visit.click('make-bundle');
  const [download] = await Promise.all([visit.page.waitForEvent('download', { timeout: 30000 }), visit.click('bundle-build')]);
  assert.equal(download.suggestedFilename(), 'project01.zip');
  const path = join(scratch(), 'song.zip');
  await download.saveAs(path);
  await says(visit, 'project01.zip · ');
  assert.deepEqual(visit.complaints, []);
  return path;
}

/** Chooses a bundle in the page's dialog for files. */
async function choose(visit, path) {
  const { x, y, w, h } = await visit.find('bring-bundle');
  const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.page.mouse.click(x + w / 2, y + h / 2, { delay: 40 })]);
  await chooser.setFiles(path);
  await visit.find('bundle-in-go');
  await visit.idle();
}

test('a project goes out with its kits and comes in to another disk, whose files stay as they are', async (t) => {
  const song = await bundleOut(t);
  const { visit } = await freshVisit(t);
  const files = { 'projects/project01.opz': anOpz({ kits: { 0: 'kick.aif' } }), 'projects/project02.opz': anOpz({ tempo: 90 }), [kick]: aKit(100), 'import.log': Buffer.from('[IMPORT STARTED]\n') };
  const disk = aDisk(files);
  await visit.drop(disk);
  await visit.opened();
  await choose(visit, song);
  await says(visit, 'samplepacks/1-kick/02/kick-2.aif');
  await visit.click('bundle-in-go');
  await visit.page.waitForFunction(() => document.title.startsWith('(2)'));
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.equal(await write(visit), 'Written and verified on card.');
  const is = filesBelow(disk);
  assert.deepEqual([...is.keys()].sort(), [...Object.keys(files), 'projects/project03.opz', 'samplepacks/1-kick/02/kick-2.aif'].sort());
  for (const [path, bytes] of Object.entries(files)) assert.ok(is.get(path).equals(Buffer.from(bytes)), path);
  assert.ok(is.get('samplepacks/1-kick/02/kick-2.aif').equals(aKit(9000)));
  const wanted = anOpz({ tempo: 133, kits: { 0: 'kick-2.aif', 2: 'gone.aif' } });
  assert.ok(is.get('projects/project03.opz').equals(wanted));
  assert.equal(plugAt(is.get('projects/project03.opz'), 0), kitId('kick-2.aif'));
  assert.deepEqual(visit.complaints, []);
});

test('a bundle is opened from the start screen as the folder it is', async (t) => {
  const song = await bundleOut(t);
  const { visit } = await freshVisit(t);
  await visit.drop(song);
  await visit.opened();
  await says(visit, 'kick kick.aif');
  await visit.click('use-0');
  await says(visit, 'slice 1: frames 0 to 22050, 500.0 ms');
  assert.deepEqual(visit.complaints, []);
});
