// The declarations are TypeScript that a strict compiler takes, the README's examples are programs by them, and what they do not
// allow is found.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { examplesOfReadme, root, scratch } from './place.mjs';

const compiler = join(process.env.GROOVEBENCH_NODE_MODULES, 'typescript', 'lib', 'tsc.js');
const options = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', lib: ['es2022', 'dom'], types: [] };
const as_javascript = { strictNullChecks: false, useUnknownInCatchVariables: false, noImplicitAny: false }; // examples know what they have just made
// What the examples take from Node, so that no other package's declarations are needed.
const node = `declare module 'node:fs' {
  export function readFileSync(path: string): Uint8Array;
  export function writeFileSync(path: string, bytes: Uint8Array | string): void;
  export function mkdirSync(path: string, options?: object): void;
}
declare const Buffer: any;
`;

/** What the compiler says of these programs; empty when it takes them all. @param {Record<string, string>} programs */
function complaints(t, programs, besides = {}) {
  const folder = scratch(t), package_folder = join(folder, 'node_modules', 'groovebench');
  mkdirSync(package_folder, { recursive: true });
  cpSync(join(root, 'library'), package_folder, { recursive: true, filter: (path) => statSync(path).isDirectory() || /\.d\.ts$|package\.json$/.test(path) });
  writeFileSync(join(folder, 'node.d.ts'), node);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, ...besides }, include: ['*'] }));
  for (const [name, code] of Object.entries(programs)) writeFileSync(join(folder, `${name}.mts`), `${code}\nexport {};\n`);
  try {
    execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return error.stdout;
  }
}

test('the examples of the README are programs by the declarations', (t) => {
  const readme = readFileSync(join(root, 'library/README.md'), 'utf8');
  const programs = Object.fromEntries(examplesOfReadme(readme).map(({ code }, index) => [`example_${index + 1}`, code]));
  assert.ok(Object.keys(programs).length >= 5);
  assert.equal(complaints(t, programs, as_javascript), '');
});

test('a strict compiler takes the declarations', (t) => {
  assert.equal(complaints(t, { use: "import { Project } from 'groovebench';\nconst name: string = Project.create().bank(1).part(1).name;\nvoid name;" }), '');
});

test('what the declarations do not allow is found', (t) => {
  const told = complaints(t, {
    number: "import { Project } from 'groovebench';\nProject.create().bank('A');",
    member: "import { Project } from 'groovebench';\nProject.create().bank(1).song(2);",
    export: "import { Song } from 'groovebench';",
  });
  for (const [name, words] of [['number', /TS2345/], ['member', /TS2339/], ['export', /TS2305|TS2724/]]) assert.match(told, new RegExp(`${name}\\.mts.*${words.source}`));
});
