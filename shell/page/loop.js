// When to draw: after something happened, until nothing moves any more. A hidden tab and an idle one draw nothing.

const lingers_ms = 3000; // carets that blink, tooltips that come after a pause: the app is asked now and then whether it is time
const asks_every_ms = 100;

export class Loop {
  /** @param {any} app @param {HTMLCanvasElement} canvas @param {() => void} afterFrame */
  constructor(app, canvas, afterFrame) {
    Object.assign(this, { app, canvas, afterFrame });
    this.width = this.height = 0;
    this.density = 1;
    this.asked = 0;
    this.timer = 0;
    this.last_drawn = 0;
    this.running = false;
    this.#watchSize();
    document.addEventListener('visibilitychange', () => this.wake());
  }

  start() {
    this.running = true;
    this.app.wake();
    this.wake();
  }

  stop() {
    this.running = false;
    cancelAnimationFrame(this.asked);
    clearTimeout(this.timer);
    this.asked = this.timer = 0;
  }

  /** Something happened: a frame is due. */
  wake() {
    if (!this.running || this.asked || document.hidden) return;
    this.asked = requestAnimationFrame((now) => this.#frame(now));
  }

  #frame(now) {
    this.asked = 0;
    const drew = this.app.frame(now / 1000, this.width, this.height, this.density);
    if (drew) this.last_drawn = now;
    this.afterFrame();
    if (drew) return this.wake();
    clearTimeout(this.timer);
    if (now - this.last_drawn < lingers_ms) this.timer = setTimeout(() => this.wake(), asks_every_ms);
  }

  #watchSize() {
    const observer = new ResizeObserver(([entry]) => {
      const css = entry.contentBoxSize[0];
      const device = entry.devicePixelContentBoxSize?.[0];
      this.width = css.inlineSize;
      this.height = css.blockSize;
      this.density = device && css.inlineSize ? device.inlineSize / css.inlineSize : devicePixelRatio;
      this.wake();
    });
    try {
      observer.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.canvas); // Safari
    }
  }
}
