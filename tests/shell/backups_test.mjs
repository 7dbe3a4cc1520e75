import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backupFiles, listBackups, pruneBackups, restorePlan } from '../../shell/page/backups.js';
import { performSave } from '../../shell/page/save.js';
import { banks, bytes, opened, planOf, sameFiles, session, wanted } from './a_save.mjs';

async function saved() {
  const [disk, kept] = [opened(), new Map()];
  const { context } = session(disk, kept);
  await performSave(context, planOf());
  return { disk, context, store: context.store };
}

test('a save is listed as a backup of what it replaced and removed', async () => {
  const { store } = await saved();
  const [backup] = await listBackups(store);
  assert.equal(backup.files, 18); // 16 banks, the project, the removed sample
  assert.equal(backup.size, 16 * 48 + 30 + 20);
});

test('putting a backup back is a save: all old again, and what was there is a backup itself', async () => {
  const { disk, context, store } = await saved();
  disk.set(banks[0], bytes(99));
  const [{ record }] = await listBackups(store);
  const { plan, host } = restorePlan(store, record);
  const outcome = await performSave({ ...context, host }, plan, new Set(plan.steps.map((step) => step.path)));
  assert.equal(outcome.ok, true, outcome.message);
  assert.ok(sameFiles(disk, opened()));
  const backups = await listBackups(store);
  assert.equal(backups.length, 2);
  const files = [...store.files.values()].map(String);
  assert.ok(files.includes(String(bytes(99))));
});

test('old backups and too many bytes are forgotten, oldest first, and the newest few always stay', async () => {
  const store = session(opened(), new Map()).context.store;
  const only_replacing = { ...planOf(), steps: planOf().steps.filter(({ action }) => action === 'replace') };
  for (let month = 0; month < 6; month++) {
    const { context } = session(opened(), store.files);
    context.now = () => new Date(2026, month, 1);
    await performSave(context, only_replacing);
  }
  const gone = await pruneBackups(store, Date.parse('2026-06-02'), { ms: 40 * 86400000, bytes: 1e9, always: 3 });
  assert.equal(gone.length, 3);
  assert.deepEqual((await listBackups(store)).map(({ record }) => new Date(record.time).getMonth()), [5, 4, 3]);
  await pruneBackups(store, Date.parse('2026-06-02'), { ms: 1e12, bytes: 1000, always: 1 });
  assert.equal((await listBackups(store)).length, 1);
});

test('the files of a backup are the old bytes', async () => {
  const { store } = await saved();
  const [{ record }] = await listBackups(store);
  const files = await backupFiles(store, record);
  assert.equal(files.length, 18);
  for (const { path, bytes: old } of files) assert.deepEqual(old, opened().get(path), path);
});
