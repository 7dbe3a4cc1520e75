// One file of any machine, what is said of it and of its fields, and the sets and projects among the files of a card.

export interface Problem {
  severity: 'error' | 'warning' | 'note';
  cause: 'broken' | 'unsupported';
  file?: string;
  path?: string;
  offset?: number;
  expected: string;
  found: string;
  sentence?: string;
}
export class GroovebenchError extends Error {
  constructor(problem: Problem);
  readonly problem: Problem;
}

/** Raw: a number, a text, hex digits, or a record of them; a mask is "0x" and its digits. */
export type Raw = number | string | null | Raw[] | { [name: string]: Raw };
export type Value = string | number | boolean;
export interface Field {
  path: string;
  raw: Raw;
  shown?: string;
  offset?: number;
  note?: string;
  unit?: string;
  range?: string;
  evidence?: 'verified' | 'firmware' | 'tool' | 'stated' | 'inferred' | 'unknown';
}
export interface ListedField extends Omit<Field, 'raw' | 'shown' | 'offset'> {
  /** Of an array: its paths go on with [1] to [count]; 0 for a single field. */
  count: number;
}
/** A line of a summary or a difference, with its place from the whole to the part. */
export interface Told {
  place: string[];
  words: string;
  path: string;
}

export class MachineFile {
  constructor(name: string, bytes: Uint8Array);
  readonly name: string;
  /** For the library's own classes. */
  readonly handle: unknown;
  readonly state: { format: string | null; edited: boolean; problem?: Problem; locked?: Problem };
  /** "octatrack bank"; null for a kind that is not known. */
  readonly format: string | null;
  readonly edited: boolean;
  /** Why it does not open. */
  readonly problem: Problem | null;
  /** Why it is not edited although it opens: another version, or a wrong sum that nobody has consented to. */
  readonly locked: Problem | null;
  allowEdits(): this;
  get(path?: string): Raw;
  shown(path: string): string;
  field(path: string): Field;
  list(path?: string): ListedField[];
  values(path?: string): { path: string; shown: string; unit?: string }[];
  set(path: string, value: Value): this;
  check(): Problem[];
  differences(second: MachineFile): Told[];
  summary(): Told[];
  /** The whole file, where untouched patterns and parts are a word unless it is full; or what a path names, in full. */
  json(options?: { path?: string; full?: boolean }): string;
  toJSON(): { [name: string]: Raw };
  /** As it would be written: an untouched file as it came, an edited one with its sum. */
  bytes(): Uint8Array;
  close(): void;
}
export function formats(): string[];
/** Markdown: offset, size, field, meaning, range, evidence. */
export function formatPage(name: string): string;
/** `size` is that of the file where only its head is given; `headNeeded` says if that was too little. */
export function soundLength(bytes: Uint8Array, size?: number): { frames: number; rate: number; channels: number; bits: number; headNeeded: number };

export interface CardProject {
  path: string;
  name: string;
  files: number;
  storedFiles: number;
  samples: number;
  sampleBytes: number;
}
export interface CardSet {
  path: string;
  name: string;
  projects: CardProject[];
  pool: { path: string; samples: number; settings: number; bytes: number };
}
export function cardContents(name: string, files: [path: string, size: number][]): { sentence: string; sets: CardSet[] };

export interface Reading {
  raw: number;
  shown: string;
}
export type Readings = { [parameter: string]: Reading };
