// Plays sounds: interleaved 32-bit floats. The browser lets sound begin only after a click or a key; both
// happened a frame ago when the app asks.

export class Audio {
  /** @param {() => void} onEnd a sound has ended by itself */
  constructor(onEnd) {
    this.onEnd = onEnd;
    this.context = null;
    this.playing = null;
    this.turn = 0; // of the last who played or stopped
  }

  /** Plays what is on its way, unless something else is played or stopped before it is here. @param {Promise<{bytes: Uint8Array, rate: number, channels: number}>} loading interleaved f32 */
  async play(loading) {
    this.stop();
    const mine = this.turn;
    const { bytes, rate, channels } = await loading;
    if (mine !== this.turn) return;
    this.context ??= new AudioContext();
    if (this.context.state === 'suspended') await this.context.resume();
    if (mine !== this.turn) return;
    const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
    const frames = Math.floor(samples.length / channels);
    if (!frames) return;
    const buffer = this.context.createBuffer(channels, frames, rate);
    for (let channel = 0; channel < channels; channel++) {
      const data = buffer.getChannelData(channel);
      for (let i = 0; i < frames; i++) data[i] = samples[i * channels + channel];
    }
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.context.destination);
    source.onended = () => this.#ended(source);
    source.start();
    this.playing = source;
  }

  stop() {
    this.turn++;
    this.playing?.stop();
    this.playing = null;
  }

  /** A context that plays nothing still keeps the sound system awake. */
  #ended(source) {
    if (this.playing !== source) return;
    this.playing = null;
    this.context.suspend();
    this.onEnd();
  }
}
