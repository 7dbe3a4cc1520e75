// Where the library was built, and real files for those who have them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
export const root = resolve(process.env.GROOVEBENCH_LIBRARY ?? join(checkout, 'build/wasm/library'));
export const library = await import(pathToFileURL(join(root, 'library/index.js')));

const allFixtures = resolve(process.env.GROOVEBENCH_FIXTURES ?? join(checkout, '../shared/fixtures'));
const fixtures = join(allFixtures, 'octatrack');

// Every Octatrack file among the fixtures; says so where there are none.
export function fixtureFiles() {
  if (!existsSync(fixtures)) {
    console.log(`no fixtures in ${fixtures}: only files made here are tested`);
    return [];
  }
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name }) => readdirSync(join(fixtures, name)).map((file) => join(fixtures, name, file)));
  return files.filter((path) => /\.(work|strd|ot)$/.test(path));
}
// Every archive and sound of an EP-133 among them.
export function ep133Fixtures() {
  const folder = join(fixtures, '../ep133');
  return existsSync(folder) ? readdirSync(folder).filter((name) => /\.(ppak|tar|wav)$/.test(name)).map((name) => join(folder, name)) : [];
}
export const fixture = (path) => (existsSync(join(fixtures, path)) ? new Uint8Array(readFileSync(join(fixtures, path))) : null);

// [path, bytes] of each OP-Z file among the fixtures whose format is known; a config file keeps the end of its name.
export function opzFixtures() {
  const folder = join(allFixtures, 'opz');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(opz|aif|json|log)$/.test(name));
  return names.map((name) => [join(folder, name), new Uint8Array(readFileSync(join(folder, name)))]);
}

// A folder that is gone after the test.
export function scratch(t) {
  const folder = mkdtempSync(join(tmpdir(), 'groovebench-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Runs the command line in a process of its own: its exit code, what it said, what it complained about.
export const groovebenchAlone = (args, { input = '', program = join(root, 'cli/groovebench'), env = process.env } = {}) =>
  new Promise((done) => {
    const child = execFile(process.execPath, [program, ...args], { maxBuffer: 1 << 28, env }, (error, out, complaint) =>
      done({ code: error ? error.code : 0, out, complaint }),
    );
    child.stdin.on('error', () => {});   // it may have refused before it read
    child.stdin.end(input);
  });

// The same in a process that the commands of a test file share, one at a time.
let runner = null;
after(() => runner?.kill());
export async function groovebench(args) {
  runner ??= fork(fileURLToPath(new URL('./runner.mjs', import.meta.url)), [root]);
  runner.send(args);
  const [answer] = await once(runner, 'message');
  return answer;
}

/** @param {string} readme @returns {{title: string, code: string}[]} */
export const examplesOfReadme = (readme) => [...readme.matchAll(/^## (.*)\n(?:(?!^## )[^])*?^```js\n([^]*?)^```/gm)].map(([, title, code]) => ({ title, code }));
