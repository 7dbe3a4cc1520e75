import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupAsZip, listBackups, pruneBackups, restorePlan } from '../../shell/page/backups.js';
import { performSave } from '../../shell/page/save.js';
import { crc32, storedZip } from '../../shell/page/stored_zip.js';
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

test('the checksum of a zip is the known one', () => assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926));

test('a backup as a zip is unpacked by another program to the old bytes', async (t) => {
  const { store } = await saved();
  const [{ record }] = await listBackups(store);
  const folder = mkdtempSync(join(tmpdir(), 'groovebench-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'b.zip'), await backupAsZip(store, record));
  const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
  execFileSync('python3', ['-c', script, join(folder, 'b.zip'), folder]);
  for (const path of banks) assert.deepEqual(new Uint8Array(readFileSync(join(folder, path))), opened().get(path));
});

test('an empty zip is a zip', () => assert.equal(storedZip([], new Date(2026, 0, 1)).length, 22));
