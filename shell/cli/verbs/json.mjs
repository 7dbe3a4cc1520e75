// A whole file as one JSON document, and a document as a file.

import { readFile } from 'node:fs/promises';
import { exists, open, openWhole, readBytes } from '../files.mjs';
import { fileFromJson } from '../library.mjs';
import { say, sayJson, warn } from '../print.mjs';
import { Refused } from '../refused.mjs';
import { replace, writeNew } from '../write.mjs';

export const help = `
groovebench json FILE [--full]
groovebench json DOCUMENT --to FILE [--seal]

The file as nested objects and arrays, named as in the paths of its fields; raw values, masks and unknown bytes as hex.
A pattern or part that is as in a new one is the word "blank", unless --full.
--to    writes the document (- for standard input) as a file: the same bytes if nobody touched it. A file that is there
        already becomes FILE.bak
--seal  writes the sum that the bytes have, for a document that was edited; else the sum is the document's
`;
export const options = { full: { type: 'boolean' }, to: { type: 'string' }, seal: { type: 'boolean' } };
export const positionals = [1, 1];

async function text(path) {
  if (path !== '-') return readFile(path, 'utf8');
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

// What is wrong with a document is told with its name.
async function fileFrom(document, path, seal) {
  const json = await text(document);
  try {
    return fileFromJson(path, json, { seal });
  } catch (error) {
    throw error.name === 'GroovebenchError' ? new Refused(`${document === '-' ? 'standard input' : document}: ${error.message}`) : error;
  }
}

async function write(document, path, seal, asJson) {
  const file = await fileFrom(document, path, seal);
  const bytes = file.bytes();
  const there = await exists(path);
  if (there && (await open(path)).format !== file.format) throw new Refused(`${path}: expected ${file.format}, as in the document, found another file of that name`);
  if (there) await replace(path, await readBytes(path), bytes);
  else await writeNew(path, bytes);
  const wrongSum = file.locked?.cause === 'broken' ? file.locked : null;
  if (asJson) sayJson({ file: path, format: file.format, ...(wrongSum ? { problem: wrongSum } : {}) });
  else say(`${path}: written`);
  if (wrongSum) warn(`${wrongSum.sentence} (--seal writes the right sum)`);
  return wrongSum ? 1 : 0;
}

export async function run([path], { json, full, to, seal }) {
  if (to !== undefined) return write(path, to, seal, json);
  if (seal) throw new Refused('--seal: expected --to FILE with it, found none');
  process.stdout.write((await openWhole(path)).json({ full }));
  return 0;
}
