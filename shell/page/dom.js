// Making elements without markup in strings: text is always text.

/**
 * @param {string} tag with classes: `div.row.small`
 * @param {Record<string, any>} [attributes] `onclick` and other functions become listeners; null and false are left out
 * @param {...(Node | string | null | false)} children
 */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(key.replace(/^on/, ''), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return node;
}

const drawings = {
  check: 'M3 8.5l3.5 3.5L13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  shield: 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z',
  warn: 'M8 2l6.5 12h-13z M8 6.5v4M8 12v.5',
};

/** @param {keyof typeof drawings} name */
export function icon(name, size = 14, colour = '') {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', `icon ${colour}`.trim());
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}

/** @returns {any} */
export const byId = (id) => document.getElementById(id);

/** "today", "2 days ago", "last week": as one speaks of it. */
export function timeInWords(milliseconds, now = Date.now()) {
  const days = Math.floor((now - milliseconds) / 86400000);
  if (days < 1) return now - milliseconds < 3600000 ? 'just now' : 'today';
  if (days < 7) return days === 1 ? 'yesterday' : `${days} days ago`;
  if (days < 14) return 'last week';
  return days < 60 ? `${Math.floor(days / 7)} weeks ago` : `${Math.floor(days / 30)} months ago`;
}
