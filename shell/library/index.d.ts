// Groovebench for programs. Everything counts from 1. A value is a text as the machine shows it ("+12", "FLEX", "120.0"), or
// the raw number of the file; setting one keeps the rules of the machine. What is refused throws a GroovebenchError.

import type { MachineFile } from './file.js';
import type { Bank } from './octatrack/types.js';
import type { Backup, ProjectArchive } from './ep133/types.js';
import type { OpzKit, OpzProject } from './opz/types.js';

export * from './file.js';
export * from './octatrack/types.js';
export * from './ep133/types.js';
export * from './opz/types.js';

/** A Bank, a Backup, a ProjectArchive, an OpzProject or an OpzKit for the file of one. */
export function openFile(name: string, bytes: Uint8Array): MachineFile | Bank | Backup | ProjectArchive | OpzProject | OpzKit;
/** The sum is what the document says; `seal` writes it anew. */
export function fileFromJson(name: string, document: string | object, options?: { seal?: boolean }): MachineFile | Bank | Backup | ProjectArchive | OpzProject | OpzKit;
