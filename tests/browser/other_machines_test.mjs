// Files of the EP-133 and the OP-Z in the page: opened, a field changed, and given back with only that changed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aPpak } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { scratch } from './harness.mjs';
import { filesBelow, write } from './planned.mjs';

const fixtures = process.env.GROOVEBENCH_FIXTURES ?? new URL('../../../shared/fixtures', import.meta.url).pathname;

/** A project of an OP-Z as small as it can be: the id, a tempo, nothing else. */
function anOpz() {
  const bytes = new Uint8Array(342848);
  bytes[0] = 0x49;
  bytes[520] = 120;
  bytes[342844] = 5;
  return bytes;
}

const waitFor = (visit, name) => visit.page.waitForFunction((wanted) => window.groovebench.app.items().some((item) => item.name === wanted && item.w > 0), name);

/** Types a value into a row of the table. */
async function type(visit, row, value) {
  await waitFor(visit, `row-${row}`);
  await visit.click(`row-${row}`);
  await visit.press('Enter');
  await visit.press('Control+a');
  await visit.page.keyboard.type(value, { delay: 20 });
  await visit.press('Enter');
  await visit.page.waitForFunction(() => document.title.startsWith('(1)'));
}

async function downloaded(visit) {
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.page.click('#save_download')]);
  const path = join(scratch(), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test('a project of an OP-Z is opened by itself, its tempo changed, and given back with one byte changed', async (t) => {
  const { visit } = await freshVisit(t);
  const path = join(scratch(), 'project03.opz');
  writeFileSync(path, anOpz());
  await visit.drop(path);
  await visit.opened();
  await type(visit, 'tempo', '97');
  const back = await downloaded(visit);
  assert.match(back, /project03\.opz$/);
  const wanted = anOpz();
  wanted[520] = 97;
  assert.ok(readFileSync(back).equals(Buffer.from(wanted)));
  assert.deepEqual(visit.complaints, []);
});

test('the disk of an OP-Z is a folder like a card: a change is written and verified in its place', async (t) => {
  const { visit } = await freshVisit(t);
  const disk = join(scratch(), 'OP-Z');
  mkdirSync(join(disk, 'projects'), { recursive: true });
  for (const name of ['project01', 'project02']) writeFileSync(join(disk, 'projects', `${name}.opz`), anOpz());
  await visit.drop(disk);
  await visit.opened();
  await type(visit, 'tempo', '131');
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_dialog[open]');
  assert.equal(await write(visit), 'Written and verified on card.');
  const is = filesBelow(disk), wanted = anOpz();
  wanted[520] = 131;
  assert.ok(is.get('projects/project01.opz').equals(Buffer.from(wanted)));
  assert.ok(is.get('projects/project02.opz').equals(Buffer.from(anOpz())));
});

const contents = 'import io, json, sys, tarfile, zipfile, hashlib\n' +
  'h = lambda b: hashlib.sha256(b).hexdigest()\n' +
  'z = zipfile.ZipFile(sys.argv[1]); out = []\n' +
  'for n in z.namelist():\n' +
  '  b = z.read(n)\n' +
  '  out.append([n, h(b)])\n' +
  '  if n.endswith(".tar"):\n' +
  '    t = tarfile.open(fileobj=io.BytesIO(b))\n' +
  '    out += [[n + "/" + m.name, h(t.extractfile(m).read())] for m in t.getmembers() if m.isfile()]\n' +
  'print(json.dumps(out))';
const contentsOf = (path) => JSON.parse(execFileSync('python3', ['-c', contents, path], { encoding: 'utf8' }));

const aBackup = async (t) => aPpak((await freshVisit(t)).visit);

async function changeTempo(t, path) {
  const { visit } = await freshVisit(t);
  await visit.drop(path);
  await visit.opened();
  await type(visit, 'tempo', '99');
  const back = await downloaded(visit);
  assert.match(back, /\.ppak$/);
  const was = contentsOf(path), is = contentsOf(back);
  assert.deepEqual(is.map(([name]) => name), was.map(([name]) => name));
  const changed = is.filter(([, sum], i) => sum !== was[i][1]).map(([name]) => name);
  assert.equal(changed.length, 2, changed.join(' '));
  assert.match(changed[0], /projects\/P\d\d\.tar$/);
  assert.match(changed[1], /\.tar\/settings$/);
  assert.deepEqual(visit.complaints, []);
}

test('a backup of an EP-133 is a folder: a changed setting changes its member and nothing else', async (t) => changeTempo(t, await aBackup(t)));

const capture = join(fixtures, 'ep133/ep133_os205_reference_minimal.ppak');
test('so it is with a backup that a device made', { skip: existsSync(capture) ? false : `no fixtures in ${fixtures}` }, (t) => changeTempo(t, capture));

test('a file that only says it is one is told with what was expected', async (t) => {
  const { visit } = await freshVisit(t);
  const path = join(scratch(), 'broken.ppak');
  writeFileSync(path, 'no archive');
  await visit.drop(path);
  await visit.page.waitForFunction(() => document.querySelector('#notice').textContent.startsWith('broken.ppak'));
  assert.match(await visit.page.textContent('#notice'), /expected/);
});

/** The same archive with bytes of a member of its first project changed: [member, offset, bytes in hex]. */
function planted(path, ...changes) {
  const plant =
    'import io, json, sys, tarfile, zipfile\n' +
    'z = zipfile.ZipFile(sys.argv[1]); out = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)\n' +
    'for n in z.namelist():\n' +
    '  b = bytearray(z.read(n))\n' +
    '  if n.endswith(".tar"):\n' +
    '    t = tarfile.open(fileobj=io.BytesIO(b))\n' +
    '    for name, at, hexed in json.loads(sys.argv[3]):\n' +
    '      start = t.getmember(name).offset_data + at; b[start:start + len(hexed) // 2] = bytes.fromhex(hexed)\n' +
    '  out.writestr(zipfile.ZipInfo(n), bytes(b))\n' +
    'out.close()';
  const into = join(scratch(), 'planted.ppak');
  execFileSync('python3', ['-c', plant, path, into, JSON.stringify(changes)]);
  return into;
}

/** A member of the first project as hex. */
const memberOf = (path, name) =>
  execFileSync('python3', ['-c', 'import io, sys, tarfile, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nt = next(n for n in z.namelist() if n.endswith(".tar"))\nprint(tarfile.open(fileobj=io.BytesIO(z.read(t))).extractfile(sys.argv[2]).read().hex(), end="")', path, name], { encoding: 'utf8' });

const items = (visit, words) => visit.page.waitForFunction((wanted) => window.groovebench.app.items().some((item) => item.label.includes(wanted)), words);

test('what would stop the machine is found before it goes there, leads to its field and is mended when that is asked for', async (t) => {
  const path = planted(await aBackup(t), ['settings', 4, '00000000'], ['pads/b/p02', 16, '00'], ['pads/b/p02', 1, 'bc02'], ['pads/b/p02', 8, '10000000']);
  const { visit } = await freshVisit(t);
  await visit.drop(path);
  await visit.opened();
  await visit.press('Shift+M');
  await waitFor(visit, 'finding-2');
  await items(visit, 'ERR CLOCK 43');
  await visit.click('finding-2');
  await items(visit, 'p02 · 8');
  await visit.click('mend-2');
  await visit.page.waitForFunction(() => document.title.startsWith('(1)'));
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_stops:not([hidden])');
  assert.match(await visit.page.textContent('#save_stops'), /^1 finding would stop/);
  await visit.page.click('#save_show_stops');
  await visit.idle();
  await visit.click('mend-1');
  await items(visit, 'Nothing stands in the way');
  await visit.press('Control+z');
  await items(visit, 'ERR CLOCK 43');
  await visit.press('Control+Shift+z');
  await items(visit, 'Nothing stands in the way');
  const back = await downloaded(visit);
  const was = contentsOf(path), is = contentsOf(back);
  assert.deepEqual(is.map(([name]) => name), was.map(([name]) => name));
  const changed = is.filter(([, sum], i) => sum !== was[i][1]).map(([name]) => name.replace(/.*\.tar/, 'tar'));
  assert.deepEqual(changed, ['tar', 'tar/pads/b/p02', 'tar/settings']);
  assert.equal(memberOf(back, 'settings'), memberOf(path, 'settings').replace(/^0{16}/, '000000000000f042'));
  assert.deepEqual(visit.complaints, []);
});

test('a backup is compared with another one that is opened beside it, and takes what differs', async (t) => {
  const path = await aBackup(t), other = planted(path, ['settings', 4, '0000c842']);
  const { visit } = await freshVisit(t);
  await visit.drop(path);
  await visit.opened();
  const { x, y, w, h } = await visit.find('file-compare');
  const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.page.mouse.click(x + w / 2, y + h / 2, { delay: 40 })]);
  await chooser.setFiles(other);
  await items(visit, '1 difference');
  await visit.click('compare-ours.ppak');
  await visit.click('compare-ours.ppak/Project 1');
  await visit.click('take-0');
  await items(visit, 'Nothing differs');
  await visit.page.waitForFunction(() => document.title.startsWith('(1)'));
  const back = await downloaded(visit);
  assert.equal(memberOf(back, 'settings'), memberOf(other, 'settings'));
  assert.deepEqual(visit.complaints, []);
});

test('the save of a backup lists members alone and offers no stored copies', async (t) => {
  const path = await aBackup(t);
  const { visit } = await freshVisit(t);
  await visit.drop(path);
  await visit.opened();
  await type(visit, 'tempo', '99');
  await visit.press('Control+s');
  await visit.page.waitForSelector('#save_download');
  assert.equal(await visit.page.locator('#save_stored').count(), 0);
  assert.deepEqual(await visit.page.locator('.file_rows .path').allTextContents(), ['projects/P01.tar/settings']);
});

/** A second of a tone at 44.1 kHz. */
function aWav(folder, name) {
  const make = 'import sys, wave, struct, math\nw = wave.open(sys.argv[1], "wb"); w.setnchannels(1); w.setsampwidth(2); w.setframerate(44100)\nw.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(i / 16))) for i in range(22050))); w.close()';
  execFileSync('python3', ['-c', make, join(folder, name)]);
  return join(folder, name);
}

test('three sounds become a .ppak on the start screen, which others can read', async (t) => {
  const { visit } = await freshVisit(t);
  const folder = scratch();
  await visit.page.click('#new_ppak');
  await visit.page.waitForSelector('#kit_dialog[open]');
  const choose = async (...paths) => {
    const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.page.click('#kit_add')]);
    await chooser.setFiles(paths);
  };
  await choose(...['kick.wav', 'snare.wav', 'hat.wav'].map((name) => aWav(folder, name)));
  await visit.page.waitForFunction(() => document.querySelectorAll('#kit_plan li').length === 6);
  assert.match(await visit.page.textContent('#kit_message'), /Not yet proven on a device/);
  await visit.page.fill('#kit_name', 'DRUMS');
  const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.page.click('#kit_build')]);
  assert.equal(download.suggestedFilename(), 'DRUMS.ppak');
  const made = join(scratch(), 'DRUMS.ppak');
  await download.saveAs(made);
  const names = contentsOf(made).map(([name]) => name);
  assert.deepEqual(names.filter((name) => !name.includes('.tar/')), ['/projects/P01.tar', '/sounds/700 hat.wav', '/sounds/701 kick.wav', '/sounds/702 snare.wav', '/meta.json']);
  assert.match(memberOf(made, 'pads/a/p02'), /^00bd02/);

  writeFileSync(join(folder, 'kit.json'), JSON.stringify({ sounds: [{ file: 'kick.wav', slot: 5 }], pads: [{ pad: 'C5', sound: 5 }] }));
  await choose(join(folder, 'kit.json'), made);
  await visit.page.waitForFunction(() => document.querySelector('#kit_message').textContent.includes('backup of your own'));
  const [again] = await Promise.all([visit.page.waitForEvent('download'), visit.page.click('#kit_build')]);
  const upon = join(scratch(), 'upon.ppak');
  await again.saveAs(upon);
  assert.match(memberOf(upon, 'pads/c/p05'), /^000500/);
  assert.equal(memberOf(upon, 'pads/a/p02'), memberOf(made, 'pads/a/p02'));
  await visit.page.click('#kit_cancel');
  await visit.page.waitForSelector('#kit_dialog', { state: 'detached' });
  assert.deepEqual(visit.complaints, []);
});
