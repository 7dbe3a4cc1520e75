// Files of an OP-Z as small as they can be: a project that names kits, a drum kit.

import { crc32 } from 'node:zlib';

const pattern_size = 21392, project_size = 342848;

/** The id by which projects know a kit. @param {string} name of its file */
export const kitId = (name) => crc32(`samplepacks/user/${name}`);

/**
 * The id, a tempo, the revision; in pattern 1 these kits. Nothing else.
 * @param {{tempo?: number, kits?: Record<number, string>}} [what] kits: by track, from 0
 */
export function anOpz({ tempo = 120, kits = {} } = {}) {
  const bytes = Buffer.alloc(project_size);
  bytes[0] = 0x49;
  bytes.writeUInt16LE(tempo, 520);
  for (const [track, name] of Object.entries(kits)) bytes.writeUInt32LE(kitId(name), 572 + 12 * Number(track));
  bytes[project_size - 4] = 5;
  return bytes;
}

/** Which plug a track has in a pattern, both from 0. */
export const plugAt = (project, track, pattern = 0) => project.readUInt32LE(572 + pattern * pattern_size + 12 * track);

const chunk = (id, body) => {
  const head = Buffer.from(`${id}\0\0\0\0`, 'latin1');
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

/** A drum kit of two slices, half of the sound each: a square wave of a level, or what a function says of every frame. @param {number | ((frame: number) => number)} level */
export function aKit(level, frames = 44100) {
  const common = Buffer.alloc(18);
  common.writeUInt16BE(1, 0), common.writeUInt32BE(frames, 2), common.writeUInt16BE(16, 6);
  common.set([0x40, 0x0e, 0xac, 0x44], 8);
  const at = (frame) => Math.floor((frame * 2 ** 31) / 529200);
  const slices = (value) => Array.from({ length: 24 }, (_, i) => value(Math.min(i, 1)));
  const json = {
    drum_version: 3, type: 'drum', name: 'user', octave: 0,
    start: slices((i) => at((i * frames) / 2)), end: slices((i) => at(((i + 1) * frames) / 2)),
    pitch: slices(() => 0), volume: slices(() => 8192), reverse: slices(() => 8192), playmode: slices(() => 8192),
  };
  const sound = Buffer.alloc(8 + frames * 2);
  const sample = typeof level === 'function' ? level : (frame) => (frame % 100 < 50 ? level : -level);
  for (let i = 0; i < frames; i++) sound.writeInt16BE(sample(i), 8 + i * 2);
  const body = Buffer.concat([Buffer.from('AIFF'), chunk('COMM', common), chunk('APPL', Buffer.from(`op-1${JSON.stringify(json)}`)), chunk('SSND', sound)]);
  return chunk('FORM', body);
}
