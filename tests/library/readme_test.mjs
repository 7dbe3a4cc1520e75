// The examples of the library's README, run as they stand there.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { examplesOfReadme, root, scratch } from './place.mjs';

const readme = readFileSync(join(root, 'library/README.md'), 'utf8');
const examples = examplesOfReadme(readme);
const printed = (code) => [...code.matchAll(/console\.log\(.*\); +\/\/ (.*)$/gm)].map(([, text]) => text);

test('there are examples', () => assert.ok(examples.length >= 5));

for (const { title, code } of examples)
  test(`example: ${title}`, (t) => {
    const place = join(scratch(t), 'example.mjs');
    writeFileSync(place, code.replace("'groovebench'", `'${pathToFileURL(join(root, 'library/index.js'))}'`));
    const out = execFileSync(process.execPath, [place], { encoding: 'utf8' });
    assert.deepEqual(out.trimEnd().split('\n'), printed(code));
  });
