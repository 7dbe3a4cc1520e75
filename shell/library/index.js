// Groovebench for programs: the files of the machine, opened, read, edited, checked and written, without a screen. Runs in a
// page, in a worker and under Node. Everything counts from 1. README.md begins with examples; index.d.ts leads to every name.

import { core, valueOf } from './core.js';

export { GroovebenchError } from './error.js';
export { Backup, BackupProject, Group, GroupPattern, GroupScene, Pad, ProjectArchive, Sound } from './ep133/archive.js';
export { backupOfPattern, buildBackup, descriptionFromCsv, descriptionFromSounds } from './ep133/new.js';
export { MachineFile, cardContents, formatPage, formats, soundLength } from './file.js';
export { Bank, Part, PartTrack, Pattern, Scene, Track } from './octatrack/bank.js';
export { Project } from './octatrack/project.js';
export { Slot } from './octatrack/slot.js';
export { Step } from './octatrack/step.js';
export { OpzDisk, isOnOpzDisk } from './opz/disk.js';
export { OpzKit, OpzSlice, opzKitId } from './opz/kit.js';
export { OpzPattern, OpzProject, OpzTrack } from './opz/project.js';
export { OpzStep } from './opz/step.js';
export { fileFromJson, openFile } from './open.js';

// The settings of a sample (.ot) for an audio file of so many frames at 44.1 kHz, without slices.
export const sampleSettings = ({ frames, bpm = 120 }) => core.sampleSettings(frames, bpm);

// The bytes of a file with the right sum: an act of its own, since a wrong sum says that bytes may be wrong.
export function mendedChecksum(file) {
  const { answer, bytes } = core.mendedFile(file.handle);
  valueOf(answer);
  return bytes;
}
