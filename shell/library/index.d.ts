// Groovebench for programs. Everything counts from 1. A value is a text as the machine shows it ("+12", "FLEX", "120.0"), or
// the raw number of the file; setting one keeps the rules of the machine. What is refused throws a GroovebenchError.

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
/** A Bank for the file of one. */
export function openFile(name: string, bytes: Uint8Array): MachineFile | Bank;
/** The sum is what the document says; `seal` writes it anew. */
export function fileFromJson(name: string, document: string | object, options?: { seal?: boolean }): MachineFile | Bank;
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

export type TrigType = 'none' | 'trig' | 'trigless trig' | 'trigless lock' | 'one-shot';
export interface Reading {
  raw: number;
  shown: string;
}
export type Readings = { [parameter: string]: Reading };

export class Step {
  constructor(track: Track, number: number);
  readonly track: Track;
  readonly number: number;
  trig: TrigType;
  repeats: number;
  /** "+1/64", "-5/384", "0": parts of a whole note. */
  get microTiming(): string;
  set microTiming(value: string | number);
  get condition(): string;
  set condition(value: string | number);
  slide: boolean;
  swing: boolean;
  get recorder(): { ab: boolean; cd: boolean; src3: boolean; oneShot: boolean };
  set recorder(inputs: { ab?: boolean; cd?: boolean; src3?: boolean; oneShot?: boolean });
  readonly locks: Readings;
  lock(parameter: string, value: string | number | null): this;
  unlock(parameter: string): this;
  resolve(parameter: string, options?: { fader?: number }): Reading & { exact: number; origin: string; evidence: string };
  remove(): this;
}

export class Track {
  constructor(pattern: Pattern, number: number, midi: boolean);
  readonly file: Bank;
  readonly path: string;
  readonly pattern: Pattern;
  readonly number: number;
  readonly midi: boolean;
  readonly trigs: number[];
  step(number: number): Step;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class Pattern {
  constructor(bank: Bank, number: number);
  readonly file: Bank;
  readonly path: string;
  readonly bank: Bank;
  readonly number: number;
  part: number;
  length: number;
  track(number: number): Track;
  midiTrack(number: number): Track;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class Scene {
  constructor(part: Part, number: number);
  readonly part: Part;
  readonly number: number;
  locks(track: number): Readings;
  lock(track: number, parameter: string, value: string | number | null): this;
  unlock(track: number, parameter: string): this;
}

export class PartTrack {
  constructor(part: Part, number: number, midi: boolean);
  readonly part: Part;
  readonly number: number;
  readonly midi: boolean;
  readonly parameters: Readings;
  setParameter(parameter: string, value: string | number): this;
  machine: string;
  fx1: string;
  fx2: string;
  staticSlot: number;
  flexSlot: number;
}

export class Part {
  constructor(bank: Bank, number: number);
  readonly file: Bank;
  readonly path: string;
  readonly bank: Bank;
  readonly number: number;
  name: string;
  readonly edited: boolean;
  track(number: number): PartTrack;
  midiTrack(number: number): PartTrack;
  scene(number: number): Scene;
  save(): this;
  reload(): this;
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}

export class Bank extends MachineFile {
  pattern(number: number): Pattern;
  part(number: number): Part;
  examine(): { sound: boolean; checksumIsRight: boolean; findings: Problem[]; notes: string[]; rebuilt: Bank | null };
}

export interface SlotMarkers {
  trim_start: number;
  trim_end: number;
  loop_point: number;
  slices: { start: number; end: number; loop_point: number }[];
  slice_count: number;
}
export class Slot {
  constructor(project: Project, pool: 'flex' | 'static' | 'recorders', number: number);
  readonly project: Project;
  readonly pool: 'flex' | 'static' | 'recorders';
  readonly number: number;
  readonly filled: boolean;
  readonly path: string;
  /** In frames at 44.1 kHz, from trim start to trim end. */
  length: number;
  readonly markers: SlotMarkers;
  get(attribute: string): Raw;
  shown(attribute: string): string;
  set(attribute: string, value: Value): this;
  load(path: string, options: { frames: number; settings?: MachineFile | null }): this;
  clear(): this;
}

export interface FileDifferences {
  name: string;
  presence: 'both' | 'only first' | 'only second';
  same: boolean;
  differences: Told[];
  problem?: Problem;
}
export interface ProjectCopy {
  files: [path: string, bytes: Uint8Array][];
  /** To be copied before the files are written. */
  samples: { from: string; to: string }[];
  findings: Problem[];
}
/** Tells where a sample is that a project names; without it nobody looks. */
export interface FindSample {
  findSample?: ((path: string) => 'here' | 'missing' | 'out of reach') | null;
}
export class Project {
  constructor(files: [name: string, bytes: Uint8Array][] | Map<string, Uint8Array> | { [name: string]: Uint8Array });
  static create(): Project;
  readonly files: MachineFile[];
  readonly text: MachineFile;
  readonly markers: MachineFile;
  file(name: string): MachineFile;
  bank(number: number): Bank;
  arrangement(number: number): MachineFile;
  flex(number: number): Slot;
  static(number: number): Slot;
  recorder(number: number): Slot;
  get(path: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
  entries(): [name: string, bytes: Uint8Array][];
  changed(): [name: string, bytes: Uint8Array][];
  /** Each file, and all of them together. */
  check(options?: FindSample): Problem[];
  checkTogether(options?: FindSample): Problem[];
  differences(second: Project): FileDifferences[];
  duplicate(from: string, to: string, options?: { exists?: (path: string) => boolean }): ProjectCopy;
  asTemplate(from: string, to: string, options?: { exists?: (path: string) => boolean }): ProjectCopy;
}

export function sampleSettings(options: { frames: number; bpm?: number }): Uint8Array;
export function mendedChecksum(file: MachineFile): Uint8Array;
