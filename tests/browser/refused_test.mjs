// Zips that cannot be opened lead back to the start screen, which says why; and everything else goes on.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshVisit } from './fresh.mjs';
import { page_folder, scratch } from './harness.mjs';

/** A zip with a file of this name, made by another program than ours. */
function zipNaming(name) {
  const zip = join(scratch(), 'card.zip');
  const script = 'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w") as z: z.writestr("SET/P/project.work", "x"); z.writestr(sys.argv[2], "x")';
  execFileSync('python3', ['-c', script, zip, name]);
  return readFileSync(zip);
}

const demo = readFileSync(join(page_folder, 'demo_card.zip'));
const refused = [
  ['cut off in the middle', demo.subarray(0, demo.length >> 1), /end/],
  ['of nothing', Buffer.alloc(0), /./],
  ['of random bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) & 255)), /./],
  ['with a name that leaves the folder', zipNaming('../../evil.wav'), /evil\.wav/],
  ['with a name from the root', zipNaming('/etc/evil.wav'), /evil\.wav/],
  ['with a name of a drive', zipNaming('C:\\evil.wav'), /evil\.wav/],
];

test('a zip that is damaged or names files outside: a sentence on the start screen, and the demo card opens all the same', async (t) => {
  const { visit } = await freshVisit(t);
  const folder = scratch();
  for (const [index, [what, bytes, words]] of refused.entries()) {
    const name = `refused_${index}.zip`;
    writeFileSync(join(folder, name), bytes);
    await visit.drop(join(folder, name));
    await visit.page.waitForFunction((wanted) => document.querySelector('#notice').textContent.includes(wanted), name);
    await visit.page.waitForSelector('#start', { state: 'visible' });
    const sentence = await visit.page.textContent('#notice');
    t.diagnostic(`${what}: ${sentence}`);
    assert.match(sentence, words, what);
    assert.equal(await visit.page.isVisible('#editor'), false, what);
  }
  await visit.page.click('#open_demo');
  await visit.opened();
  assert.equal(await visit.page.title(), 'DEMO CARD · Groovebench');
});
