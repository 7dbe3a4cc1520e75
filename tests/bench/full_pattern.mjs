// The fullest pattern a bank can hold: sixteen tracks of 64 steps, each step with a trig, every lock, a repeat and a condition.

const steps = 64;
const record = 32; // bytes of locks a step
const pattern = 22; // the first one
const length_at = pattern + 36579;
const audio = { first: pattern + 8, size: 2338, locks: 98, used: 30, sample_lock: 31, words: 2210 };
const midi = { first: pattern + 18712, size: 2233, locks: 57, used: 30, words: 2105 };
const trigs_at = 9;

function fillTrack(bank, layout, track) {
  const start = layout.first + layout.size * track;
  bank.fill(0xff, start + trigs_at, start + trigs_at + 8);
  bank.fill(0, start + trigs_at + 8, start + trigs_at + 24); // a step has one type of trig
  for (let step = 0; step < steps; step++) {
    const locks = start + layout.locks + record * step;
    for (let i = 0; i < layout.used; i++) bank[locks + i] = (step * 5 + i * 3 + track) % 128;
    if (layout.sample_lock) bank[locks + layout.sample_lock] = step % 8;
    bank.writeUInt16BE((step % 8 << 13) | (step % 24 << 7) | step % 65, start + layout.words + 2 * step);
  }
}

/** A bank whose first pattern is as full as can be, with its checksum. @param {Buffer} bank */
export function withFullPattern(bank) {
  const full = Buffer.from(bank);
  for (let track = 0; track < 8; track++) {
    fillTrack(full, audio, track);
    fillTrack(full, midi, track);
  }
  full[length_at] = steps;
  let sum = 0;
  for (let i = 16; i < full.length - 2; i++) sum = (sum + full[i]) & 0xffff;
  full.writeUInt16BE(sum, full.length - 2);
  return full;
}
