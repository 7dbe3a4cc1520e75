// The save of sixteen banks with an error, a short write, a full card and a killed browser at every single step, on the card
// and in the browser's storage; then recovery in both directions, itself killed and begun again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { performSave } from '../../shell/page/save.js';
import { recover, unfinishedSaves } from '../../shell/page/recovery.js';
import { forgetUnbegun } from '../../shell/page/save_record.js';
import { notWhole, opened, planOf, sameFiles, session, wanted } from './a_save.mjs';

const old = opened();
const fresh = wanted();
const at = (step, kind) => (now) => (now === step ? kind : null);

async function stepsOfASave() {
  const { world, context } = session(opened(), new Map());
  await performSave(context, planOf());
  return world.steps;
}

/** Runs until it ends or the browser is killed. */
async function run(disk, kept, fault, work) {
  const { world, context } = session(disk, kept, { fault });
  const outcome = await Promise.race([work(context), world.crashed.then(() => 'killed')]);
  return outcome;
}

async function nextVisit(disk, kept, side) {
  const { context } = session(disk, kept);
  await forgetUnbegun(context.store);
  const left = await unfinishedSaves(context.store);
  assert.ok(left.length <= 1);
  for (const record of left) {
    const outcome = await recover(context, record, side);
    assert.equal(outcome.ok, true, outcome.message);
  }
  assert.deepEqual(await unfinishedSaves(context.store), []);
  return left.length;
}

const steps = await stepsOfASave();
let recovered = 0;

for (const side of /** @type {const} */ (['new', 'old'])) {
  test(`killed at each of ${steps} steps: every file is whole, and the next visit brings it to all ${side}`, async () => {
    for (let step = 0; step < steps; step++) {
      const [disk, kept] = [opened(), new Map()];
      await run(disk, kept, at(step, 'crash'), (context) => performSave(context, planOf()));
      assert.deepEqual(notWhole(disk), [], `step ${step}`);
      const begun = await nextVisit(disk, kept, side);
      recovered += begun;
      const all = begun ? (side === 'new' ? fresh : old) : sameFiles(disk, fresh) ? fresh : old;
      assert.ok(sameFiles(disk, all), `step ${step}: mixed`);
    }
  });
}

for (const kind of ['error', 'full']) {
  test(`${kind} at each step: every file is whole, a sentence says what failed, and then it is finished or undone`, async () => {
    for (let step = 0; step < steps; step++) {
      const side = step % 2 ? 'new' : 'old';
      const [disk, kept] = [opened(), new Map()];
      const outcome = await run(disk, kept, at(step, kind), (context) => performSave(context, planOf()));
      assert.deepEqual(notWhole(disk), [], `step ${step}`);
      if (!outcome.ok) assert.ok(outcome.message.length > 10 && outcome.stage, `step ${step}`);
      if (outcome.ok) assert.ok(sameFiles(disk, fresh), `step ${step}: said done and is not`);
      const begun = await nextVisit(disk, kept, side);
      assert.ok(sameFiles(disk, fresh) || sameFiles(disk, old), `step ${step}: mixed`);
      if (begun) assert.ok(sameFiles(disk, side === 'new' ? fresh : old), `step ${step}`);
    }
  });
}

test('a short write at each step is noticed and written again, or stops the save before the card is touched', async () => {
  let noticed = 0;
  for (let step = 0; step < steps; step++) {
    const [disk, kept] = [opened(), new Map()];
    const outcome = await run(disk, kept, at(step, 'short'), (context) => performSave(context, planOf()));
    assert.ok(sameFiles(disk, outcome.ok ? fresh : old), `step ${step}: ${outcome.message}`);
    if (!outcome.ok) noticed++;
  }
  assert.ok(noticed >= 36, `${noticed}`); // each copy kept in the browser's storage, and the journal
});

test('a card that keeps writing short is given its old bytes back, file by file', async () => {
  const [disk, kept] = [opened(), new Map()];
  let shorts = 2; // the write and its repetition; the third writes the old bytes
  const fault = (step, operation, path) => (operation === 'write' && path.endsWith('bank05.work') && shorts-- > 0 ? 'short' : null);
  const outcome = await run(disk, kept, fault, (context) => performSave(context, planOf()));
  assert.equal(outcome.stage, 'verify');
  assert.match(outcome.message, /bank05\.work: read back from the card, \d+ of 48 bytes/);
  assert.deepEqual(notWhole(disk), []);
  assert.deepEqual(outcome.state.torn, []);
  assert.ok(outcome.state.old.includes('SET/PROJECT/bank05.work'));
});

test('recovery killed at every third step of a save killed at every ninth, then begun again, in the other direction', async () => {
  for (let step = 40; step < steps; step += 9) {
    for (let again = 0; again < 160; again += 3) {
      const [disk, kept] = [opened(), new Map()];
      await run(disk, kept, at(step, 'crash'), (context) => performSave(context, planOf()));
      const first = again % 2 ? 'new' : 'old';
      const outcome = await run(disk, kept, at(again, 'crash'), async (context) => {
        const [record] = await unfinishedSaves(context.store);
        return record ? recover(context, record, first) : 'nothing';
      });
      assert.deepEqual(notWhole(disk), [], `steps ${step}, ${again}`);
      await nextVisit(disk, kept, first === 'new' ? 'old' : 'new');
      assert.ok(sameFiles(disk, fresh) || sameFiles(disk, old), `steps ${step}, ${again}: mixed`);
      if (outcome !== 'killed') break;
    }
  }
});

test('the faults above did interrupt saves that had begun', () => assert.ok(recovered > 100, `${recovered}`));
