import assert from 'node:assert/strict';
import { test } from 'node:test';
import { performSave } from '../../shell/page/save.js';
import { recover, unfinishedSaves } from '../../shell/page/recovery.js';
import { allRecords } from '../../shell/page/save_record.js';
import { banks, bytes, notWhole, opened, planOf, sameFiles, session, wanted } from './a_save.mjs';

test('a save brings the card to the plan, and says what it wrote and removed', async () => {
  const disk = opened();
  const outcome = await performSave(session(disk, new Map()).context, planOf());
  assert.equal(outcome.ok, true);
  assert.ok(sameFiles(disk, wanted()));
  assert.equal(outcome.written.length, 18);
  assert.deepEqual(outcome.removed, ['SET/AUDIO/old.wav']);
});

test('samples are written before the files that mention them, and removals come last', async () => {
  const { world, context } = session(opened(), new Map());
  await performSave(context, planOf());
  const at = (line) => world.log.indexOf(line);
  const first_bank = Math.min(...banks.map((path) => at(`write ${path}`)));
  const last_bank = Math.max(...banks.map((path) => at(`close ${path}`)));
  assert.ok(at('close SET/AUDIO/new.wav') < first_bank);
  assert.ok(last_bank < at('remove SET/AUDIO/old.wav'));
});

test('the text of a project is begun when the last of its banks is on the card and read back, whatever takes how long', async () => {
  const { world, context } = session(opened(), new Map());
  let turn = 0;
  world.pause = () => new Promise((resolve) => setTimeout(resolve, (turn++ * 7) % 5));
  await performSave(context, planOf());
  const text = world.log.indexOf('write SET/PROJECT/project.work');
  for (const path of banks) assert.ok(world.log.lastIndexOf(`read ${path}`) < text && world.log.indexOf(`close ${path}`) < text, path);
});

test('a save writes the changed files once each and reads each of them twice, and no other', async () => {
  const { world, context } = session(opened(), new Map());
  await performSave(context, planOf());
  const count = (what) => world.log.filter((line) => line.startsWith(what) && line.includes('SET/')).length;
  assert.equal(count('write '), 18);
  assert.equal(count('read '), 18 + 18); // checked: 17 replaced and 1 removed; read back: 18 written
  assert.equal(world.log.filter((line) => line.includes('kept.wav')).length, 0);
});

test('the bytes written to the card are those of the changed files, no more', async () => {
  const { context } = session(opened(), new Map());
  const { written } = await performSave(context, planOf());
  const changed = [...wanted()].filter(([path, now]) => String(now) !== String(opened().get(path)));
  assert.deepEqual([...written].sort(), changed.map(([path]) => path).sort());
  assert.equal(context.folder.written, changed.reduce((sum, [, now]) => sum + now.length, 0));
});

test('at most eight files are written at once', async () => {
  const { world, context } = session(opened(), new Map());
  world.pause = () => new Promise((resolve) => setTimeout(resolve, 1));
  await performSave(context, planOf());
  let open = 0;
  let most = 0;
  for (const line of world.log.filter((one) => one.includes('SET/'))) {
    if (line.startsWith('write ')) most = Math.max(most, ++open);
    if (line.startsWith('close ')) open--;
  }
  assert.ok(most > 1 && most <= 8, `${most}`);
});

test('the bytes about to be replaced are kept, and the new ones forgotten once they are on the card', async () => {
  const kept = new Map();
  const { context } = session(opened(), kept);
  await performSave(context, planOf());
  const [{ record, phase }] = await allRecords(context.store);
  assert.equal(phase, 'done');
  record.steps.forEach((step, i) => assert.deepEqual(kept.get(`saves/${record.id}/old/${i}`), opened().get(step.path)));
  assert.ok(![...kept.keys()].some((path) => path.includes('/new/')));
});

test('a file changed by another program since it was opened stops the save, with both sides', async () => {
  const disk = opened();
  const theirs = bytes(3);
  theirs[5] ^= 1;
  disk.set(banks[3], theirs);
  const before = new Map(disk);
  const outcome = await performSave(session(disk, new Map()).context, planOf());
  assert.equal(outcome.ok, false);
  assert.match(outcome.message, /bank04\.work: another program has changed it since it was opened: at offset 5 expected 0x[0-9a-f]{2}, found 0x/);
  assert.deepEqual(outcome.conflicts.map(({ path, opened: a, card: b, differing }) => ({ path, a, b, differing })), [{ path: banks[3], a: 48, b: 48, differing: 1 }]);
  assert.ok(sameFiles(disk, before));
});

test('a change by another program that the user accepts goes into the backup', async () => {
  const disk = opened();
  disk.set(banks[3], bytes(77, 50));
  const kept = new Map();
  const outcome = await performSave(session(disk, kept).context, planOf(), new Set([banks[3]]));
  assert.equal(outcome.ok, true);
  assert.ok([...kept.values()].some((copy) => String(copy) === String(bytes(77, 50))));
});

test('a file that another program writes to while its backup is made stops the save', async () => {
  const disk = opened();
  disk.set(banks[3], bytes(77, 50));
  const { world, context } = session(disk, new Map());
  world.fault = (step, operation, path) => void (operation === 'write' && path.startsWith('saves/') && disk.set(banks[3], bytes(78, 50)));
  const outcome = await performSave(context, { ...planOf(), steps: planOf().steps.sort((a) => (a.path === banks[3] ? 1 : -1)) }, new Set([banks[3]]));
  assert.equal(outcome.stage, 'backup');
  assert.match(outcome.message, /bank04\.work: another program is writing to it/);
  assert.deepEqual(disk.get(banks[3]), bytes(78, 50));
});

test('a file that is gone and a file that has appeared stop the save', async () => {
  const disk = opened();
  disk.delete(banks[0]);
  disk.set('SET/AUDIO/new.wav', bytes(1));
  const outcome = await performSave(session(disk, new Map()).context, planOf());
  assert.deepEqual(outcome.conflicts.map((one) => one.path), ['SET/AUDIO/new.wav', banks[0]]);
});

test('bytes that would not decode are never written', async () => {
  const disk = opened();
  const { context } = session(disk, new Map());
  context.host = { ...context.host, verify: () => ['checksum'] };
  const outcome = await performSave(context, planOf());
  assert.equal(outcome.stage, 'backup');
  assert.ok(sameFiles(disk, opened()));
  assert.deepEqual(await allRecords(context.store), []);
});

test('a read-only card is left as it is, with a sentence', async () => {
  const disk = opened();
  const outcome = await performSave(session(disk, new Map(), { readOnly: true }).context, planOf());
  assert.equal(outcome.ok, false);
  assert.match(outcome.message, /read-only/);
  assert.ok(sameFiles(disk, opened()));
});

test('on a card that fills up midway every file is whole, and rolling back brings it to all old', async () => {
  const disk = opened();
  const room = 48 * 16 + 30 + 40 + 64 + 40; // the sample fits, the banks have no room for their swap files
  const { context } = session(disk, new Map(), { capacity: room });
  const outcome = await performSave(context, planOf());
  assert.equal(outcome.ok, false);
  assert.match(outcome.message, /full/);
  assert.deepEqual(notWhole(disk), []);
  const [record] = await unfinishedSaves(context.store);
  const undone = await recover(context, record, 'old');
  assert.equal(undone.ok, true, undone.message);
  assert.ok(sameFiles(disk, opened()));
});

test('on a card with room for one more file at a time, a save and its undoing take one after another', async () => {
  const disk = opened();
  const { context } = session(disk, new Map(), { capacity: 48 * 16 + 30 + 40 + 64 + 60 });
  const outcome = await performSave(context, planOf());
  assert.equal(outcome.ok, true, outcome.message);
  assert.ok(sameFiles(disk, wanted()));
  const [{ record }] = await allRecords(context.store);
  const undone = await recover(context, record, 'old');
  assert.equal(undone.ok, true, undone.message);
  assert.ok(sameFiles(disk, opened()));
});

test('a finished save can be rolled back at once', async () => {
  const disk = opened();
  const { context } = session(disk, new Map());
  await performSave(context, planOf());
  const [{ record }] = await allRecords(context.store);
  const undone = await recover(context, record, 'old');
  assert.equal(undone.ok, true);
  assert.ok(sameFiles(disk, opened()));
  assert.equal((await allRecords(context.store))[0].phase, 'undone');
});

test('recovery does not touch a card that is another one', async () => {
  const disk = opened();
  const { context } = session(disk, new Map());
  await performSave(context, planOf());
  const [{ record }] = await allRecords(context.store);
  const other = new Map([...opened()].map(([path], i) => [path, bytes(i + 200)]));
  const strange = new Map(other);
  const outcome = await recover({ ...context, folder: session(strange, new Map()).context.folder }, record, 'old');
  assert.equal(outcome.ok, false);
  assert.match(outcome.message, /does not seem to be the card/);
  assert.ok(sameFiles(strange, other));
});

test("when the browser's own storage is full, the sentence says that, not that the card is", async () => {
  const disk = opened();
  const fault = (step, operation, path) => (operation === 'write' && path.startsWith('saves/') ? 'full' : null);
  const outcome = await performSave(session(disk, new Map(), { fault }).context, planOf());
  assert.equal(outcome.stage, 'backup');
  assert.match(outcome.message, /browser's own storage has no room/);
  assert.ok(sameFiles(disk, opened()));
});
