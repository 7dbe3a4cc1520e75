// Runs commands one after the other in one process, as ./groovebench would each in its own: loading the core takes longer
// than most of them. Gets {args} and sends {code, out, complaint}.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { main } = await import(pathToFileURL(join(process.argv[2], 'cli/main.mjs')));

process.on('message', async (args) => {
  const said = { out: '', complaint: '' };
  const { write: toOut } = process.stdout, { write: toComplaint } = process.stderr;
  process.stdout.write = (text) => Boolean((said.out += text));
  process.stderr.write = (text) => Boolean((said.complaint += text));
  const code = await main(args).catch((error) => (said.complaint += error.stack, 'thrown'));
  Object.assign(process.stdout, { write: toOut });
  Object.assign(process.stderr, { write: toComplaint });
  process.send({ code, ...said });
});
