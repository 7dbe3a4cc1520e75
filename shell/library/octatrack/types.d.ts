// Banks, patterns, parts, slots and projects of an Octatrack.

import type { MachineFile, Problem, Raw, Reading, Readings, Told, Value } from '../file.js';

export type TrigType = 'none' | 'trig' | 'trigless trig' | 'trigless lock' | 'one-shot';

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
  /** All of another pattern; the part it plays stays. */
  copyFrom(pattern: Pattern): this;
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
  /** All of another part but its name; slots are numbers, whose samples are the project's. */
  copyFrom(part: Part): this;
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
