// Which keys the editor takes, and under which name. The browser keeps its own shortcuts, except S O F K Z with Ctrl or Cmd.

const is_a_mac = typeof navigator !== 'undefined' && /^Mac|^iP/.test(navigator.platform ?? '');
const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta']);
const moving = new Set(['Tab', 'Enter', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);
const moving_with_command = new Set([...moving].filter((key) => key !== 'Tab' && key !== 'PageUp' && key !== 'PageDown'));

/** The name of the key for the module: letters by what they type on this keyboard, the rest by place. */
export function nameOf(event) {
  if (/^[a-z]$/i.test(event.key)) return `Key${event.key.toUpperCase()}`;
  if (event.key === '/' || event.key === '?') return 'Slash';
  return event.code;
}

/**
 * @param {KeyboardEvent} event
 * @returns {'leave'|'forward'|'take'} leave: the browser's; forward: the app's and the browser's; take: the app's alone
 */
export function claim(event, mac = is_a_mac) {
  if (event.isComposing || event.keyCode === 229) return 'leave';
  if (modifiers.has(event.key)) return 'forward';
  if (mac ? event.metaKey : event.ctrlKey) return claimWithCommand(event);
  if (event.metaKey || (event.ctrlKey && !event.altKey)) return 'leave';
  if (event.altKey) return event.key.length === 1 ? 'forward' : 'leave'; // AltGr and Option type characters
  if (/^F\d+$/.test(event.key)) return event.key === 'F2' ? 'take' : 'leave';
  return moving.has(event.key) ? 'take' : 'forward';
}

function claimWithCommand(event) {
  const letter = event.key.toUpperCase();
  if (event.altKey) return event.key.length === 1 ? 'forward' : 'leave';
  if (letter === 'Z') return 'take';
  if (moving_with_command.has(event.key)) return 'take';
  if (event.shiftKey) return 'leave';
  if (letter.length === 1 && 'SOFKA'.includes(letter)) return 'take';
  return letter === 'C' || letter === 'X' ? 'forward' : 'leave'; // V arrives as a paste
}
