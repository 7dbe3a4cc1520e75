// What is played, as it reaches the sound system: which frames, how many, and that there is a signal.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { aPpak } from './demo_card.mjs';
import { freshVisit } from './fresh.mjs';
import { scratch } from './harness.mjs';
import { aKit, anOpz } from './opz_files.mjs';
import { lay } from './planned.mjs';

/** In the page, before it runs: keeps what a source is started with, and listens beside the loudspeaker. */
function tap() {
  window.heard = [];
  window.loudest = 0;
  const { start } = AudioBufferSourceNode.prototype, { connect } = AudioNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...when) {
    const { sampleRate, numberOfChannels, length } = this.buffer;
    window.heard.push({ rate: sampleRate, channels: numberOfChannels, frames: length, samples: [...this.buffer.getChannelData(0)] });
    return start.apply(this, when);
  };
  AudioNode.prototype.connect = function (to, ...more) {
    if (to === this.context.destination) {
      const analyser = this.context.createAnalyser();
      connect.call(this, analyser);
      const wave = new Float32Array(analyser.fftSize);
      const listen = () => {
        analyser.getFloatTimeDomainData(wave);
        window.loudest = Math.max(window.loudest, ...wave.map(Math.abs));
        if (window.loudest < 0.01) setTimeout(listen, 5);
      };
      listen();
    }
    return connect.call(this, to, ...more);
  };
}

const listening = (t) => freshVisit(t, { before: (page) => page.addInitScript(tap) });

/** The one sound that has been started since the last call. */
async function heard(visit) {
  await visit.page.waitForFunction(() => window.heard.length && window.loudest > 0.01);
  const all = await visit.page.evaluate(() => ((window.loudest = 0), window.heard.splice(0)));
  assert.equal(all.length, 1);
  return all[0];
}

/** Every frame of the kit is another value, so that a frame tells where it comes from. */
const ramp = (frame) => (frame % 30000) + 1000;

test('a slice of a kit sounds from its first to its last frame, and the whole kit from end to end', async (t) => {
  const { visit } = await listening(t);
  const disk = join(scratch(), 'OP-Z'), frames = 20000;
  lay(disk, Object.entries({ 'projects/project01.opz': anOpz(), 'samplepacks/1-kick/01/kick.aif': aKit(ramp, frames) }));
  await visit.drop(disk);
  await visit.opened();
  for (const name of ['samplepacks', 'samplepacks/1-kick', 'samplepacks/1-kick/01']) await visit.click(`tree-folder-${name}`);
  await visit.click('tree-file-samplepacks/1-kick/01/kick.aif');
  await visit.click('slice-2');
  const slice = await heard(visit);
  assert.equal(slice.rate, 44100);
  assert.equal(slice.channels, 1);
  assert.ok(Math.abs(slice.frames - frames / 2) <= 1, `${slice.frames} frames`);
  const first = Math.round(slice.samples[0] * 32768), last = Math.round(slice.samples.at(-1) * 32768);
  assert.ok(Math.abs(first - ramp(frames / 2)) <= 1, `begins with ${first}`);
  assert.ok(Math.abs(last - ramp(frames - 1)) <= 1, `ends with ${last}`);
  await visit.click('kit-play'); // the slice may still sound: then this stops it
  if (!(await visit.page.evaluate(() => window.heard.length))) await visit.click('kit-play');
  const whole = await heard(visit);
  assert.equal(whole.frames, frames);
  assert.deepEqual(whole.samples.map((sample) => Math.round(sample * 32768)).filter((value, frame) => value !== ramp(frame)), []);
  assert.deepEqual(visit.complaints, []);
});

const soundOf =
  'import io, json, sys, wave, zipfile\n' +
  'z = zipfile.ZipFile(sys.argv[1]); n = next(n for n in z.namelist() if "sounds/" in n)\n' +
  'i = z.open(n).read(); at = i.index(b"data"); size = int.from_bytes(i[at+4:at+8], "little")\n' +
  'w = wave.open(io.BytesIO(i)); b = i[at+8:at+8+size]\n' +
  'print(json.dumps({"path": n.lstrip("/"), "rate": w.getframerate(), "channels": w.getnchannels(), "samples": [int.from_bytes(b[k:k+2], "little", signed=True) for k in range(0, len(b) - 1, 2 * w.getnchannels())]}))';

test('the sound of a pad in a backup of an EP-133 sounds whole, at its own rate', async (t) => {
  const path = await aPpak((await freshVisit(t)).visit);
  const { visit } = await listening(t);
  await visit.drop(path);
  await visit.opened();
  const wanted = JSON.parse(execFileSync('python3', ['-c', soundOf, path], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  await visit.click('tree-folder-sounds');
  await visit.click(`tree-file-${wanted.path}`);
  await visit.press('Space');
  const is = await heard(visit);
  assert.deepEqual([is.rate, is.channels, is.frames], [wanted.rate, wanted.channels, wanted.samples.length]);
  const differing = is.samples.filter((sample, frame) => Math.abs(sample * 32768 - wanted.samples[frame]) > 1);
  assert.equal(differing.length, 0);
  assert.deepEqual(visit.complaints, []);
});
