// What a save takes from the card is kept, listed and put back: removed files, and files that another program had put there.
// Also when the browser is killed at every single step, on the way there and on the way back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listBackups, pruneBackups, restorePlan } from '../../shell/page/backups.js';
import { leaveAsItIs, recover, settled, unfinishedSaves } from '../../shell/page/recovery.js';
import { performSave } from '../../shell/page/save.js';
import { allRecords, forgetUnbegun } from '../../shell/page/save_record.js';
import { survey } from '../../shell/page/survey.js';
import { banks, bytes, notWhole, opened, planOf, sameFiles, session, wanted } from './a_save.mjs';

const removed = 'SET/AUDIO/old.wav';
const old = opened();
const fresh = wanted();
const text = (data) => String([...data]);
const at = (step, kind) => (now) => (now === step ? kind : null);

async function saved() {
  const [disk, kept] = [opened(), new Map()];
  const { context } = session(disk, kept);
  assert.equal((await performSave(context, planOf())).ok, true);
  return { disk, kept, context };
}

/** Runs until it ends or the browser is killed. */
async function run(disk, kept, fault, work) {
  const { world, context } = session(disk, kept, { fault });
  return Promise.race([work(context), world.crashed.then(() => 'killed')]);
}

async function putBack(context, paths) {
  const [{ record }] = (await listBackups(context.store)).filter((backup) => backup.removed);
  const { plan, host } = restorePlan(context.store, record, paths);
  return performSave({ ...context, host: { ...host } }, plan, new Set(plan.steps.map((step) => step.path)));
}

/** Ends what an earlier visit began. */
async function nextVisit(disk, kept, side) {
  const { context } = session(disk, kept);
  await forgetUnbegun(context.store);
  const left = await unfinishedSaves(context.store);
  for (const record of left) {
    const outcome = await recover({ ...context, host: { ...context.host, verify: () => [] } }, record, side);
    assert.equal(outcome.ok, true, outcome.message);
  }
  return left.length;
}

test('a removed file is listed, and put back alone: nothing else on the card changes', async () => {
  const { disk, context } = await saved();
  const [backup] = await listBackups(context.store);
  assert.equal(backup.removed, 1);
  const outcome = await putBack(context, [removed]);
  assert.deepEqual([outcome.ok, outcome.written, outcome.removed], [true, [removed], []]);
  assert.ok(sameFiles(disk, new Map([...fresh, [removed, old.get(removed)]])));
});

test('a removed file is never pruned: nobody else may have it', async () => {
  const { context } = await saved();
  await pruneBackups(context.store, Date.parse('2036-01-01'), { ms: 1, bytes: 1, always: 0 });
  assert.equal((await listBackups(context.store)).length, 1);
});

test('killed at each step of removing: the file is on the card or in the quarantine, and is put back from there', async () => {
  const { world } = session(opened(), new Map());
  const probe = session(opened(), new Map());
  await performSave(probe.context, planOf());
  let from_quarantine = 0;
  for (let step = 0; step < probe.world.steps; step++) {
    const [disk, kept] = [opened(), new Map()];
    await run(disk, kept, at(step, 'crash'), (context) => performSave(context, planOf()));
    if (!disk.has(removed)) {
      const copies = [...kept].filter(([path, data]) => path.includes('/old/') && text(data) === text(old.get(removed)));
      assert.equal(copies.length, 1, `step ${step}: it is nowhere`);
    }
    await nextVisit(disk, kept, 'new');
    if (disk.has(removed)) continue;
    assert.equal((await putBack(session(disk, kept).context, [removed])).ok, true);
    assert.deepEqual(disk.get(removed), old.get(removed), `step ${step}`);
    from_quarantine++;
  }
  assert.ok(from_quarantine > 50, `${from_quarantine}`);
  assert.equal(world.steps, 0);
});

test('killed, short of room or in error at each step of putting back: every file whole, then all of it or nothing', async () => {
  const probe = await saved();
  const counted = session(probe.disk, probe.kept);
  await putBack(counted.context);
  const base = await saved();
  for (let step = 0; step < counted.world.steps; step++) {
    for (const kind of step % 3 ? ['crash'] : ['crash', 'full', 'error']) {
      const [disk, kept] = [new Map(base.disk), new Map(base.kept)];
      await run(disk, kept, at(step, kind), (context) => putBack(context)).catch(() => {}); // a store that cannot even be listed
      assert.deepEqual(notWhole(disk, fresh, old), [], `${kind} at step ${step}`);
      await nextVisit(disk, kept, step % 2 ? 'new' : 'old');
      assert.ok(sameFiles(disk, old) || sameFiles(disk, fresh), `${kind} at step ${step}: mixed`);
    }
  }
});

test('rolling back a finished save, killed at each step, can be finished or undone like any other', async () => {
  const probe = await saved();
  const counted = session(probe.disk, probe.kept);
  const [{ record: first }] = await allRecords(counted.context.store);
  await recover(counted.context, first, 'old');
  const base = await saved();
  const tries = { new: 0, old: 0 };
  for (let step = 0; step < counted.world.steps; step++) {
    const side = step % 2 ? 'new' : 'old';
    const [disk, kept] = [new Map(base.disk), new Map(base.kept)];
    await run(disk, kept, at(step, 'crash'), async (context) => recover(context, (await allRecords(context.store))[0].record, 'old'));
    assert.deepEqual(notWhole(disk, fresh, old), [], `step ${step}`);
    const begun = await nextVisit(disk, kept, side);
    tries[side] += begun;
    assert.ok(sameFiles(disk, begun && side === 'new' ? fresh : old) || (!begun && sameFiles(disk, fresh)), `step ${step}`);
  }
  assert.ok(tries.new > 20 && tries.old > 20, JSON.stringify(tries));
});

test('a damaged file that a save had replaced is put back as it was', async () => {
  const { disk, context } = await saved();
  context.host = { ...context.host, verify: () => assert.fail('what was on the card like that is not judged') };
  assert.equal((await putBack(context, [banks[2]])).ok, true);
  assert.deepEqual(disk.get(banks[2]), old.get(banks[2]));
});

test('what another program wrote into an interrupted save becomes a backup of its own, and is put back from it', async () => {
  const [disk, kept] = [opened(), new Map()];
  await run(disk, kept, (step, operation, path) => (operation === 'close' && path.endsWith('bank09.work') ? 'crash' : null), (context) => performSave(context, planOf()));
  const theirs = bytes(200, 77);
  disk.set(banks[0], theirs);
  await nextVisit(disk, kept, 'new');
  assert.ok(sameFiles(disk, fresh));
  const { context } = session(disk, kept);
  const found = (await listBackups(context.store)).find(({ record }) => record.title.startsWith('What another program had written'));
  assert.deepEqual(found.record.steps.map((step) => step.path), [banks[0]]);
  const { plan, host } = restorePlan(context.store, found.record);
  await performSave({ ...context, host }, plan, new Set([banks[0]]));
  assert.deepEqual(disk.get(banks[0]), theirs);
});

test('a card taken out at each step of writing: a sentence, nothing is thought undone, and put back in it is finished or undone', async () => {
  const probe = session(opened(), new Map());
  await performSave(probe.context, planOf());
  let said = 0;
  for (let step = 0; step < probe.world.steps; step++) {
    const [disk, kept] = [opened(), new Map()];
    const { context } = session(disk, kept, { fault: (now, operation, path) => (now >= step && !path.startsWith('saves') ? 'out' : null) });
    const outcome = await performSave(context, planOf());
    if (outcome.ok) assert.ok(sameFiles(disk, fresh), `step ${step}`);
    else assert.match(outcome.message, /Was the card taken out\?/);
    if (outcome.state) said += assert.equal(outcome.state.unreadable.length, 19) ?? 1;
    assert.deepEqual(notWhole(disk), [], `step ${step}`);
    const side = step % 2 ? 'new' : 'old';
    const begun = await nextVisit(disk, kept, side);
    if (begun) assert.ok(sameFiles(disk, side === 'new' ? fresh : old), `step ${step}`);
    else assert.ok(sameFiles(disk, outcome.ok ? fresh : old), `step ${step}`);
  }
  assert.ok(said > 50, `${said}`);
});

test('a card left as it is after an interrupted save: not asked again, and what was replaced is a backup', async () => {
  const [disk, kept] = [opened(), new Map()];
  await run(disk, kept, (step, operation, path) => (operation === 'close' && path.endsWith('bank09.work') ? 'crash' : null), (context) => performSave(context, planOf()));
  const before = new Map(disk);
  const { context } = session(disk, kept);
  const [record] = await unfinishedSaves(context.store);
  assert.equal(await settled(context, record, await survey(context, record)), null);
  await leaveAsItIs(context, record);
  assert.ok(sameFiles(disk, before));
  assert.deepEqual(await unfinishedSaves(context.store), []);
  assert.equal((await listBackups(context.store))[0].files, 18);
});
