// Plays what the app hands over: interleaved 32-bit floats. The browser lets sound begin only after a click or a key; both
// happened a frame ago when the app asks.

export class Audio {
  /** @param {() => void} onEnd a sound has ended by itself */
  constructor(onEnd) {
    this.onEnd = onEnd;
    this.context = null;
    this.playing = null;
  }

  /** @param {Uint8Array} bytes interleaved f32 @param {{rate: number, channels: number}} format */
  async play(bytes, { rate, channels }) {
    this.stop();
    this.context ??= new AudioContext();
    if (this.context.state === 'suspended') await this.context.resume();
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
