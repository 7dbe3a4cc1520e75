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
/** A Bank, a Backup, a ProjectArchive, an OpzProject or an OpzKit for the file of one. */
export function openFile(name: string, bytes: Uint8Array): MachineFile | Bank | Backup | ProjectArchive | OpzProject | OpzKit;
/** The sum is what the document says; `seal` writes it anew. */
export function fileFromJson(name: string, document: string | object, options?: { seal?: boolean }): MachineFile | Bank | Backup | ProjectArchive | OpzProject | OpzKit;
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

// ---- OP-Z

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
}
export class OpzPattern {
  constructor(project: OpzProject, number: number);
  readonly project: OpzProject;
  readonly number: number;
  readonly path: string;
  track(track: OpzTrackName | number): OpzTrack;
  muteGroup: number;
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

// ---- EP-133

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
