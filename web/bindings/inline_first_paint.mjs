// Puts what the first paint needs, the style and the first scripts, into the page itself: asked for separately they would cost
// a round trip before anything is seen. The policy names them by their hashes, so that nothing else inline may run.
// node inline_first_paint.mjs FOLDER: of the assembled page; the files are gone from it afterwards.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const inlined = [
  { file: 'style.css', reference: '<link rel="stylesheet" href="style.css">', tag: 'style', policy: "style-src 'self'" },
  { file: 'look.js', reference: '<script src="look.js"></script>', tag: 'script', policy: "script-src 'self'" },
  { file: 'after_paint.js', reference: '<script src="after_paint.js"></script>', tag: 'script', policy: "script-src 'self'" },
];

function replaceOnce(text, old, by) {
  if (text.split(old).length !== 2) throw new Error(`index.html: expected ${old} once, found it ${text.split(old).length - 1} times`);
  return text.replace(old, () => by);
}

/** @param {string} page index.html @param {(file: string) => string} read @returns {string} */
export function withFirstPaintInlined(page, read) {
  for (const { file, reference, tag, policy } of inlined) {
    const text = read(file);
    if (text.includes(`</${tag}`)) throw new Error(`${file}: holds </${tag}, which would end it within the page`);
    const hash = createHash('sha256').update(text).digest('base64');
    page = replaceOnce(page, reference, `<${tag}>${text}</${tag}>`);
    page = replaceOnce(page, policy, `${policy} 'sha256-${hash}'`);
  }
  return page;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = (name) => join(process.argv[2], name);
  const page = withFirstPaintInlined(readFileSync(at('index.html'), 'utf8'), (file) => readFileSync(at(file), 'utf8'));
  writeFileSync(at('index.html'), page);
  for (const { file } of inlined) rmSync(at(file));
}
