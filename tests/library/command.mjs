// A card to work on, and a way to run the command line and look at how it ended.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groovebench, groovebenchAlone, library, scratch } from './place.mjs';

const { Project } = library;

export const write = (folder, project) => {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of project.entries()) writeFileSync(join(folder, name), bytes);
  return folder;
};
// A card with a set, a pool and a project that plays from it.
export function aCard(t) {
  const card = scratch(t);
  mkdirSync(join(card, 'SET/AUDIO'), { recursive: true });
  writeFileSync(join(card, 'SET/AUDIO/kick.wav'), 'RIFF');
  const project = Project.create();
  project.flex(1).load('../AUDIO/kick.wav', { frames: 44100 });
  project.bank(1).part(1).track(1).machine = 'FLEX';
  project.bank(1).pattern(3).track(1).step(7).trig = 'trig';
  return { card, folder: write(join(card, 'SET/SONG'), project), project };
}
// A WAV of silence, mono.
export function aSound(frames, rate = 46875) {
  const wav = Buffer.alloc(44 + 2 * frames);
  wav.write('RIFF'), wav.writeUInt32LE(36 + 2 * frames, 4), wav.write('WAVEfmt ', 8), wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20), wav.writeUInt16LE(1, 22), wav.writeUInt32LE(rate, 24), wav.writeUInt32LE(2 * rate, 28);
  wav.writeUInt16LE(2, 32), wav.writeUInt16LE(16, 34), wav.write('data', 36), wav.writeUInt32LE(2 * frames, 40);
  return new Uint8Array(wav);
}
export const ends = async (args, code, words, options) => {
  const ended = await (options ? groovebenchAlone(args, options) : groovebench(args));
  assert.equal(ended.code, code, `${args.join(' ')}: ${ended.out}${ended.complaint}`);
  if (words) assert.match(ended.out + ended.complaint, words);
  return ended.out;
};
