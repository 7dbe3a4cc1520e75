// Backups and projects of an EP-133, and new ones.

import type { MachineFile, Problem, Raw, Value } from '../file.js';
import type { Project } from '../octatrack/types.js';

/** A member of an archive as a file in a folder: path "projects/P01.tar/pads/a/p07", key "projects[1].pads.a[7]". */
export interface ArchiveMember {
  path: string;
  key: string;
  kind: string;
  size: number;
}
export interface Finding extends Problem {
  /** What mend() would do. */
  offer?: string;
  /** The path of the member it is about. */
  member?: string;
}
export interface PatternNote {
  pad: number;
  /** Ticks, 96 to a quarter. */
  at: number;
  note: number;
  velocity: number;
  duration: number;
}

export class Pad {
  constructor(group: Group, number: number);
  readonly file: Backup | ProjectArchive;
  readonly path: string;
  readonly group: Group;
  readonly number: number;
  /** As printed on the machine: "7" to "ENTER". */
  readonly label: string;
  readonly slot: number;
  /** In semitones. */
  pitch: number;
  assign(slot: number, options?: { frames?: number }): this;
  clear(): this;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class GroupPattern {
  constructor(group: Group, number: number);
  readonly file: Backup | ProjectArchive;
  readonly path: string;
  readonly group: Group;
  readonly number: number;
  readonly exists: boolean;
  bars: number;
  readonly events: { [name: string]: Raw }[];
  readonly notes: PatternNote[];
  write(options?: { bars?: number; events?: { [name: string]: Raw }[] }): this;
  addNote(note: { pad: number; at: number; note?: number; velocity?: number; duration?: number }): this;
  removeEvent(number: number): this;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class Group {
  constructor(project: BackupProject, letter: string);
  readonly project: BackupProject;
  readonly letter: string;
  readonly file: Backup | ProjectArchive;
  key(what: string): string;
  pad(number: number): Pad;
  pattern(number: number): GroupPattern;
}

export class GroupScene {
  constructor(project: BackupProject, number: number);
  readonly file: Backup | ProjectArchive;
  readonly path: string;
  readonly project: BackupProject;
  readonly number: number;
  readonly patterns: number[];
  /** "4/4" */
  time: string;
  remove(): void;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class BackupProject {
  constructor(file: Backup | ProjectArchive, number: number);
  readonly file: Backup | ProjectArchive;
  readonly number: number;
  readonly prefix: string;
  readonly folder: string;
  tempo: number;
  readonly sceneCount: number;
  group(letter: string): Group;
  scene(number: number): GroupScene;
  addScene(options?: { patterns?: number[]; time?: string; before?: number }): GroupScene;
  get(path: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class Sound {
  constructor(backup: Backup, slot: number);
  readonly file: Backup;
  readonly path: string;
  readonly backup: Backup;
  readonly slot: number;
  readonly name: string;
  readonly frames: number;
  bytes(): Uint8Array;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class Backup extends MachineFile {
  readonly members: ArchiveMember[];
  readonly projects: number[];
  readonly sounds: Sound[];
  project(number: number): BackupProject;
  sound(slot: number): Sound;
  member(path: string): Uint8Array;
  /** Null for bytes removes; a path that is not there is added. */
  setMembers(pairs: [path: string, bytes: Uint8Array | null][]): this;
  preflight(): Finding[];
  mend(finding: Finding): this;
}
/** A project out of a backup: the TAR alone. */
export class ProjectArchive extends MachineFile {
  readonly members: ArchiveMember[];
  readonly project: BackupProject;
  member(path: string): Uint8Array;
  setMembers(pairs: [path: string, bytes: Uint8Array | null][]): this;
  preflight(): Finding[];
  mend(finding: Finding): this;
}

/** Names of a pad beside these are its fields, as the machine shows them. */
export interface KitDescription {
  project?: number;
  tempo?: number;
  sounds?: { file: string; slot?: number; name?: string }[];
  pads?: { pad: string; sound?: number; start?: number; length?: number; pitch?: number; [field: string]: string | number | undefined }[];
  patterns?: { pattern: string; bars?: number; notes?: Partial<PatternNote>[] }[];
  scenes?: { patterns: number[]; time?: string }[];
  song?: number[];
}
export interface BackupParts {
  description?: KitDescription | string;
  files?: Map<string, Uint8Array> | { [name: string]: Uint8Array };
  name?: string;
  date?: Date;
}
/** `proven` says whether it stands on a backup of a device. A base that is a project's TAR alone gives a ProjectArchive. */
export function buildBackup(parts?: BackupParts & { base?: null }): { backup: Backup; proven: boolean; findings: Problem[] };
export function buildBackup(parts: BackupParts & { base: Uint8Array | null }): { backup: Backup | ProjectArchive; proven: boolean; findings: Problem[] };
export function backupOfPattern(
  project: Project,
  bank: number,
  pattern: number,
  options: { samples: (path: string) => Uint8Array | null | Promise<Uint8Array | null>; name?: string; date?: Date },
): Promise<{ backup: Backup; report: string[] }>;
export function descriptionFromCsv(tables?: { pads?: string; patterns?: string; scenes?: string; tempo?: number; project?: number }): KitDescription;
/** In the order given; those beyond the 48th lie in their slots only. */
export function descriptionFromSounds(files: Iterable<string>): KitDescription;
