// The format pages, generated from the tables that everything else works by.

import { formatPage, formats } from '../library.mjs';
import { say, sayJson } from '../print.mjs';
import { Refused } from '../refused.mjs';

export const help = `
groovebench formats [NAME …]

The pages of the file formats as Markdown: offset, size, field, meaning, range, evidence. Names: see --json, or
  groovebench formats bank > bank.md
`;
export const options = {};
export const positionals = [0, Infinity];

const named = (name) => {
  const found = formats().find((format) => format === name || format.split(' ').slice(1).join(' ') === name);
  if (!found) throw new Refused(`expected a format (${formats().join(', ')}), found ${name}`);
  return found;
};

export async function run(names, { json }) {
  const wanted = names.length ? names.map(named) : formats();
  if (json) sayJson(wanted.map((name) => ({ name, page: formatPage(name) })));
  else say(wanted.map(formatPage).join('\n').trimEnd());
  return 0;
}
