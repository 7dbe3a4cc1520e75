// What holds for the page as a whole: nothing from elsewhere, nothing inline, everything there that is named.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { entries } from '../../web/bindings/bundle_scripts.mjs';
import { inlined, withFirstPaintInlined } from '../../web/bindings/inline_first_paint.mjs';

const folder = new URL('../../shell/page/', import.meta.url);
const text = (name) => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder).filter((name) => name !== 'licences.txt');
const made_by_the_build = ['groovebench.mjs', 'groovebench.wasm', 'groovebench_workshop.mjs', 'groovebench_workshop.wasm', 'fonts/Inter-Regular.ttf', 'fonts/Inter-Medium.ttf', 'fonts/Inter-SemiBold.ttf', 'fonts/JetBrainsMono-Regular.ttf'];

test('the service worker keeps every file of the page that is assembled, and names no other', () => {
  const listed = /const page = \[([^\]]*)\]/.exec(text('sw.js'))[1].match(/'[^']+'/g).map((name) => name.slice(1, -1));
  const inside = new Set([...inlined.map(({ file }) => file), ...entries.flatMap((entry) => [...scriptsFrom(entry)].filter((name) => !entries.includes(name)))]);
  const served = [...files, ...made_by_the_build].filter((name) => name !== 'sw.js' && !inside.has(name));
  assert.deepEqual(listed.sort(), served.map((name) => (name === 'index.html' ? './' : name)).sort());
});

test('every module that is imported is there', () => {
  for (const name of files.filter((one) => one.endsWith('.js'))) {
    for (const [, imported] of text(name).matchAll(/(?:from|import\() ?'\.\/([^']+)'/g)) {
      assert.ok(files.includes(imported) || made_by_the_build.includes(imported), `${name} imports ${imported}`);
    }
  }
});

/** Every script that `name` leads to, itself included. */
function scriptsFrom(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  if (files.includes(name)) for (const [, imported] of text(name).matchAll(/(?:from|import|import\() ?'\.\/([^']+)'/g)) scriptsFrom(imported, found);
  return found;
}

test('the content security policy, as written, allows nothing inline, nothing evaluated and nothing from elsewhere', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text('index.html'))[1];
  assert.match(policy, /^default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|data:|blob:|\*/);
});

test('there are no inline scripts, styles or handlers, and no address of another host', () => {
  const page = text('index.html');
  assert.doesNotMatch(page, /<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
  for (const name of files) assert.doesNotMatch(text(name).replaceAll('http://www.w3.org/2000/svg', ''), /https?:\/\/\w/, name);
});

test('the page that is served holds what its first paint needs, and the policy allows just that', () => {
  const page = withFirstPaintInlined(text('index.html'), text);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  for (const [tag, source] of [['style', 'style-src'], ['script', 'script-src']]) {
    const within = [...page.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, one]) => one);
    assert.equal(within.length, inlined.filter((one) => one.tag === tag).length);
    const hashes = within.map((one) => `'sha256-${createHash('sha256').update(one).digest('base64')}'`);
    const allowed = policy.split('; ').find((rule) => rule.startsWith(source)).split(' ').filter((one) => one.includes('sha256'));
    assert.deepEqual(allowed.sort(), hashes.sort());
  }
  assert.throws(() => withFirstPaintInlined('<title>another page</title>', text), /expected .* once/);
});

test('each file has one subject and less than 400 lines', () => {
  for (const name of files) assert.ok(text(name).split('\n').length < 400, name);
});

test('every id that a script looks for is in the page', () => {
  const page = text('index.html');
  for (const name of files.filter((one) => one.endsWith('.js'))) {
    for (const [, id] of text(name).matchAll(/byId\('([^']+)'\)/g)) assert.ok(page.includes(`id="${id}"`), `${name}: #${id}`);
  }
});

test('what is asked for after the first paint is what the editor loads', () => {
  const paths = (name) => [...text(name).matchAll(/'((?:fonts\/)?[\w-]+\.(?:ttf|wasm))'/g)].map(([, path]) => path).sort();
  assert.deepEqual(paths('after_paint.js'), [...paths('fonts.js'), 'groovebench.wasm'].sort());
});
