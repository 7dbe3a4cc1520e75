// The journal of edits over a database that fails where a test says so. With the real one it is tried in the browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal, editsIn } from '../../shell/page/journal.js';

/** Keeps what is added, at one stroke or not at all. */
class FakeDatabase {
  kept = [];
  trouble = null;
  async run(name, mode, work) {
    const added = [];
    work({ add: (one) => added.push(one) });
    await Promise.resolve();
    if (this.trouble) throw this.trouble;
    this.kept.push(...added.map((one) => one.record));
  }
}

test('edits are kept in the order in which they were made', async () => {
  const database = new FakeDatabase();
  const journal = new Journal(database, 'CARD');
  await Promise.all(['a', 'b', 'c'].map((record) => journal.append(record)));
  assert.deepEqual(database.kept, ['a', 'b', 'c']);
});

test('an edit that could not be kept is said, and goes in before the next one: no gap', async () => {
  const database = new FakeDatabase();
  const said = [];
  const journal = new Journal(database, 'CARD', (message) => said.push(message));
  await journal.append('a');
  database.trouble = new Error('the disk is full');
  await journal.append('b');
  await journal.append('c');
  assert.deepEqual(database.kept, ['a']);
  assert.match(said[0], /does not keep your edits: the disk is full/);
  database.trouble = null;
  await journal.append('d');
  assert.deepEqual(database.kept, ['a', 'b', 'c', 'd']);
});

test('edits that are undone do not count, files that were told of neither', () => {
  assert.equal(editsIn(['{"file":1}', '{"edit":1}', '{"edit":2}', '{"undo":2}', '{"redo":2}', '{"undo":2}']), 1);
});

test('a damaged record ends the counting, as it ends what can be brought back', () => {
  for (const damaged of ['{"edit":', 'null', '7', '']) assert.equal(editsIn(['{"edit":1}', damaged, '{"edit":2}']), 1, damaged);
});
