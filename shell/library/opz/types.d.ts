// Projects, kits and the disk of an OP-Z.

import type { MachineFile, Problem, Raw, Readings, Value } from '../file.js';

/** A track by its name or its number from 1. */
export type OpzTrackName = 'kick' | 'snare' | 'perc' | 'sample' | 'bass' | 'lead' | 'arp' | 'chord' | 'fx1' | 'fx2' | 'tape' | 'master' | 'perform' | 'module' | 'lights' | 'motion';
export interface OpzNote {
  voice: number;
  note: string;
  velocity: number;
  duration: string;
  microTiming: string;
  raw: { [field: string]: Raw };
}
export interface OpzNewNote {
  /** 1 to 127; 100 unless given. */
  velocity?: number;
  /** "default", "2.5 steps"; or 1/6144 of a step as a number. */
  duration?: string | number;
  /** "+8 ticks", 24 to a step; or the raw number. */
  microTiming?: string | number;
}
export class OpzStep {
  constructor(track: OpzTrack, number: number);
  readonly track: OpzTrack;
  readonly number: number;
  readonly notes: OpzNote[];
  /** "C3", or a MIDI number. */
  addNote(note: string | number, options?: OpzNewNote): this;
  setNote(voice: number, note: OpzNewNote & { note?: string | number }): this;
  removeNote(voice: number): this;
  clearNotes(): this;
  /** Those that work, by name: "jump", "trigger spark". */
  readonly components: Readings;
  component(name: string, value?: Value): this;
  /** By what the parameter is on the track: "pitch", "arp speed". */
  readonly locks: Readings;
  lock(parameter: string, value: string | number): this;
  unlock(parameter: string): this;
}
export class OpzTrack {
  constructor(pattern: OpzPattern, name: OpzTrackName);
  readonly file: OpzProject;
  readonly pattern: OpzPattern;
  readonly name: OpzTrackName;
  readonly number: number;
  step(number: number): OpzStep;
  /** "saw", "TeKicks.aif", the file name of a kit of one's own; or a number. */
  get plug(): string;
  set plug(what: string | number);
  stepCount: number;
  stepLength: number;
  readonly parameters: Readings;
  setParameter(parameter: string, value: string | number): this;
  isMuted(group?: number): boolean;
  mute(muted?: boolean, group?: number): this;
  toTape: boolean;
  followsMaster: boolean;
  /** All of another track of its kind, stale bytes included; returned is what this place cannot hold. */
  copyFrom(track: OpzTrack): Problem[];
}
export class OpzPattern {
  constructor(project: OpzProject, number: number);
  readonly project: OpzProject;
  readonly number: number;
  readonly path: string;
  track(track: OpzTrackName | number): OpzTrack;
  muteGroup: number;
  /** All of another pattern; returned is what this project's revision cannot hold. */
  copyFrom(pattern: OpzPattern): Problem[];
  get(path?: string): Raw;
  shown(path: string): string;
  set(path: string, value: Value): this;
}
export class OpzProject extends MachineFile {
  static create(name?: string): OpzProject;
  pattern(number: number): OpzPattern;
  tempo: number;
  /** Patterns of a saved chain, 1 to 15, or of the one that plays. */
  chain(number?: number | 'active'): number[];
  setChain(number: number | 'active', patterns: number[]): this;
  selectedChain: number | null;
}

export class OpzSlice {
  constructor(kit: OpzKit, number: number);
  readonly kit: OpzKit;
  readonly number: number;
  /** In frames at 44.1 kHz; set also as "250 ms". */
  get start(): number;
  set start(frames: number | string);
  get end(): number;
  set end(frames: number | string);
  /** In semitones, -48 to +48. */
  pitch: number;
  /** In per cent, 100 as recorded. */
  volume: number;
  reverse: boolean;
  playmode: number;
}
export class OpzKit extends MachineFile {
  /** A drum kit of a mono sound at 44.1 kHz and at most 24 slices, in frames. */
  static create(name: string, samples: Int16Array, slices: [start: number, end: number][]): OpzKit;
  slice(number: number): OpzSlice;
}
/** The number by which projects know a kit, of the name of its file. */
export function opzKitId(fileName: string): number;

export interface OpzPlug {
  plug: number;
  name: string;
  state: 'none' | 'built in' | 'here' | 'missing' | 'unknown';
  /** Of a kit that is here. */
  path?: string;
  at: { pattern: number; track: OpzTrackName }[];
}
export interface OpzBundlePlan {
  project: string;
  kits: { from: string; to: string; written: boolean; renamed: boolean }[];
  findings: Problem[];
  /** To be written in this order. */
  files: [path: string, bytes: Uint8Array][];
}
export class OpzDisk {
  constructor(files: [path: string, bytes: Uint8Array][] | Map<string, Uint8Array> | { [path: string]: Uint8Array });
  entries(): [path: string, bytes: Uint8Array][];
  readonly projects: { path: string; number: number; snapshot: boolean; plugs: OpzPlug[] }[];
  readonly kits: { path: string; track: OpzTrackName; slot: number; name: string; plug: number; reference: boolean; bytes: number }[];
  readonly usedSpace: number;
  file(path: string): MachineFile;
  check(): Problem[];
  bundle(projectPath: string): { bytes: Uint8Array; kits: string[]; findings: Problem[] };
  unbundle(zip: Uint8Array, options?: { number?: number; replace?: boolean }): OpzBundlePlan;
  write(plan: OpzBundlePlan): this;
}
/** Whether the disk's own questions need the file of this path. */
export function isOnOpzDisk(path: string): boolean;
