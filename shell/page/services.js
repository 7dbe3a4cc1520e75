// Small services of the page for the app: clipboard, downloads, the live region, the title.

import { byId } from './dom.js';

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Error('The browser does not let this page write to the clipboard.');
  }
}

/** @param {string} name @param {Uint8Array} bytes */
export function download(name, bytes, type = 'application/octet-stream') {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** Says something to whoever listens to the page instead of looking at it. */
export function announce(text, level = 'polite') {
  const region = byId(level === 'assertive' ? 'assertive' : 'polite');
  region.textContent = '';
  setTimeout(() => (region.textContent = text), 50); // a change is what is read out, even of the same words
}

/** The number of files that differ from the card, in the title; and the browser's question before leaving. */
export class Unwritten {
  constructor() {
    this.changed = 0;
    addEventListener('beforeunload', (event) => {
      if (!this.changed) return;
      event.preventDefault();
      event.returnValue = true; // Safari and older browsers
    });
  }

  say({ changed = 0, card = '' }) {
    this.changed = changed;
    document.title = [changed ? `(${changed}) ` : '', card && `${card} · `, 'Groovebench'].join('');
  }
}
