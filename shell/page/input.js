// Pointer, wheel and keys on their way to the app. Typing goes through an invisible text field that keeps the focus and sits
// at the caret: dead keys, input methods, phone keyboards and paste then work as anywhere else.

import { claim, nameOf } from './keys.js';
import { Touch } from './touch.js';

const button_bits = [
  [0, 1],
  [1, 4],
  [2, 2],
]; // button index, bit in event.buttons

export class Input {
  /** @param {any} app @param {HTMLCanvasElement} canvas @param {HTMLTextAreaElement} typing @param {() => void} wake */
  constructor(app, canvas, typing, wake) {
    Object.assign(this, { app, canvas, typing, wake });
    this.held_buttons = 0;
    /** @type {Map<string, string>} keys that are down: code to the name that was sent */
    this.held_keys = new Map();
    this.touch = new Touch(app, wake);
    this.#pointer();
    this.#wheel();
    this.#keys();
    this.#text();
  }

  focus() {
    this.typing.focus({ preventScroll: true });
  }

  /** The app's caret: input methods open their windows there, phones their keyboards only then. */
  caret({ active, x, y, height }) {
    this.typing.inputMode = active ? 'text' : 'none';
    Object.assign(this.typing.style, { left: `${x}px`, top: `${y}px`, height: `${Math.max(height, 1)}px` });
  }

  #on(target, name, work, options) {
    target.addEventListener(name, work, options);
  }

  #pointer() {
    const moved = (event) => {
      if (event.pointerType === 'touch') return this.touch.event(event);
      this.app.pointer(event.offsetX, event.offsetY);
      this.#buttons(event.buttons);
      this.wake();
    };
    this.#on(this.canvas, 'pointerdown', (event) => {
      event.preventDefault(); // keeps the focus where we put it
      this.focus();
      this.canvas.setPointerCapture(event.pointerId);
      moved(event);
    });
    for (const name of ['pointermove', 'pointerup', 'pointercancel']) this.#on(this.canvas, name, moved);
    this.#on(this.canvas, 'pointerleave', (event) => {
      if (event.pointerType === 'touch' || this.held_buttons) return;
      this.app.pointerLeave();
      this.wake();
    });
    this.#on(this.canvas, 'contextmenu', (event) => event.preventDefault());
  }

  #buttons(held) {
    for (const [index, bit] of button_bits) if ((held ^ this.held_buttons) & bit) this.app.button(index, Boolean(held & bit));
    this.held_buttons = held;
  }

  #wheel() {
    const pixels = [1, 16, 400]; // by deltaMode: pixels, lines, pages
    this.#on(
      this.canvas,
      'wheel',
      (event) => {
        if (event.ctrlKey || document.activeElement !== this.typing) return; // zooming, or the page's own scrolling
        event.preventDefault();
        const scale = pixels[event.deltaMode] / -100;
        this.app.wheel(event.deltaX * scale, event.deltaY * scale);
        this.wake();
      },
      { passive: false },
    );
  }

  #keys() {
    const send = (name, down, event) => this.app.key(name, down, event.ctrlKey, event.shiftKey, event.altKey, event.metaKey);
    this.#on(this.typing, 'keydown', (event) => {
      const claimed = claim(event);
      if (claimed === 'leave') return;
      if (claimed === 'take') event.preventDefault();
      this.held_keys.set(event.code, nameOf(event));
      send(nameOf(event), true, event);
      this.wake();
    });
    this.#on(this.typing, 'keyup', (event) => {
      const name = this.held_keys.get(event.code);
      this.held_keys.delete(event.code);
      // A Mac sends no keyup for what was pressed while Cmd was held.
      if (event.key === 'Meta') for (const held of this.held_keys.values()) send(held, false, event);
      if (event.key === 'Meta') this.held_keys.clear();
      if (name) send(name, false, event);
      this.wake();
    });
    for (const [name, has] of [['focus', true], ['blur', false]]) {
      this.#on(this.typing, name, () => {
        this.held_keys.clear();
        this.app.focus(has);
        this.wake();
      });
    }
  }

  #text() {
    const take = () => {
      if (this.typing.value) this.app.type(this.typing.value);
      this.typing.value = '';
      this.wake();
    };
    this.#on(this.typing, 'input', (event) => event.isComposing || take());
    this.#on(this.typing, 'compositionend', take);
    this.#on(this.typing, 'paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain');
      if (text) this.app.paste(text);
      this.wake();
    });
  }
}
