// From bytes, or from a document, to the object that its format has.

import { core, valueOf } from './core.js';
import { refuse } from './error.js';
import { MachineFile } from './file.js';
import { Backup, ProjectArchive } from './ep133/archive.js';
import { Bank } from './octatrack/bank.js';
import { OpzKit } from './opz/kit.js';
import { OpzProject } from './opz/project.js';

const classes = { 'octatrack bank': Bank, 'ep133 backup': Backup, 'ep133 project': ProjectArchive, 'opz project': OpzProject, 'opz kit': OpzKit };

export function openFile(name, bytes) {
  const file = new MachineFile(name, bytes);
  const Class = classes[file.format];
  if (!Class) return file;
  file.close();
  return new Class(name, bytes);
}

// The name must be one for that kind of file.
export function fileFromJson(name, document, { seal = false } = {}) {
  const { answer, bytes } = core.fromJson(typeof document === 'string' ? document : JSON.stringify(document), seal);
  const { format } = valueOf(answer);
  const file = openFile(name, bytes);
  return file.format === format ? file : refuse(name, `a name for a file of the kind ${format}`, `one for ${file.format}`);
}
