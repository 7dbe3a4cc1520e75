// Fingers: a tap is a click, a drag scrolls what is below it, a drag after a short rest is a drag of the mouse, and a long
// rest is a right click.

const slop = 8; // CSS pixels a finger may tremble
const drag_after_ms = 250;
const menu_after_ms = 700;
const pixels_a_notch = 50;

export class Touch {
  constructor(app, wake) {
    Object.assign(this, { app, wake, finger: null });
  }

  /** @param {PointerEvent} event */
  event(event) {
    if (event.type === 'pointerdown') this.#down(event);
    else if (this.finger?.id === event.pointerId) this[event.type === 'pointermove' ? 'move' : 'up'](event);
    this.wake();
  }

  #down(event) {
    if (this.finger) return;
    const { pointerId: id, offsetX: x, offsetY: y, timeStamp: since } = event;
    this.finger = { id, x, y, start_x: x, start_y: y, since, mode: 'resting' };
    this.app.pointer(x, y);
  }

  move(event) {
    const finger = this.finger;
    const [x, y] = [event.offsetX, event.offsetY];
    if (finger.mode === 'resting' && Math.hypot(x - finger.start_x, y - finger.start_y) > slop) {
      finger.mode = event.timeStamp - finger.since > drag_after_ms ? 'dragging' : 'scrolling';
      if (finger.mode === 'dragging') this.app.button(0, true);
    }
    if (finger.mode === 'scrolling') this.app.wheel((x - finger.x) / pixels_a_notch, (y - finger.y) / pixels_a_notch);
    if (finger.mode === 'dragging') this.app.pointer(x, y);
    Object.assign(finger, { x, y });
  }

  up(event) {
    const finger = this.finger;
    this.finger = null;
    if (finger.mode === 'dragging') this.app.button(0, false);
    if (finger.mode === 'resting' && event.type === 'pointerup') {
      const button = event.timeStamp - finger.since > menu_after_ms ? 2 : 0;
      this.app.button(button, true);
      this.app.button(button, false);
    }
    if (finger.mode !== 'resting') this.app.pointerLeave();
  }
}
