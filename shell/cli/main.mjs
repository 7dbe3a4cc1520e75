// Finds the verb, reads its arguments, and says how it ended: 0 fine, 1 findings or differences, 2 it could not be done.

import { parseArgs } from 'node:util';
import { Refused } from './refused.mjs';

const verbs = {
  show: 'a file, a project or a field, in words',
  get: 'one field or record of a file',
  set: 'changes fields of a file',
  copy: 'a pattern, a track or a part, to another file or place',
  diff: 'what differs between two files or two projects',
  check: 'what is odd in files and folders',
  doctor: 'looks at a bank that does not open, and rebuilds it',
  new: 'a project from nothing, or from another one; a .ppak',
  list: 'sets, projects and samples of a card, or the members of an archive',
  ppak: 'an archive for an EP-133, of sounds and a description or of a pattern',
  json: 'a whole file as JSON, and back',
  bundle: 'a project of an OP-Z with the kits it uses, as a zip, and back',
  formats: 'the format pages, as Markdown',
};

const usage = () =>
  [
    'Usage: groovebench VERB …      groovebench VERB --help',
    '',
    ...Object.entries(verbs).map(([verb, words]) => `  ${verb.padEnd(8)} ${words}`),
    '',
    'Everything counts from 1 and reads as on the machine. --json makes any output one document for scripts.',
    'Ends with 0: fine, 1: findings or differences, 2: it could not be done.',
    '',
  ].join('\n');

const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, progress: { type: 'boolean' } };

// A value may begin with a minus, "-2.0": that is no option.
const isNegative = (argument) => /^-[\d.]/.test(argument);

function argumentsOf(verb, args) {
  try {
    const shielded = args.map((argument) => (isNegative(argument) ? `\0${argument}` : argument));
    const { values, positionals } = parseArgs({ args: shielded, options: { ...common, ...verb.options }, allowPositionals: true });
    return { values, positionals: positionals.map((one) => one.replace(/^\0/, '')) };
  } catch (error) {
    throw new Refused(`${error.message.split('.')[0]}. See --help`);
  }
}

async function run([name, ...args]) {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(verbs, name)) throw new Refused(`expected a verb (${Object.keys(verbs).join(', ')}), found ${name}`);
  const verb = await import(`./verbs/${name}.mjs`);
  const { values, positionals } = argumentsOf(verb, args);
  if (values.help) {
    process.stdout.write(`${verb.help.trim()}\n`);
    return 0;
  }
  const [least, most] = verb.positionals;
  if (positionals.length < least || positionals.length > most) throw new Refused(`${verb.help.trim().split('\n')[0]}    (see --help)`);
  return await verb.run(positionals, values);
}

export async function main(args) {
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof Refused || error.name === 'GroovebenchError') process.stderr.write(`groovebench: ${error.message}\n`);
    else if (error.syscall) process.stderr.write(`groovebench: ${error.path ?? ''}: ${error.message}\n`);
    else throw error;
    return 2;
  }
}
