// The colours of the page in its three themes, measured as WCAG does: 4.5 : 1 for whatever is read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const style = readFileSync(new URL('../../shell/page/style.css', import.meta.url), 'utf8');

/** The tokens of a theme, over those of the first. @returns {Record<string, string>} */
function tokensOf(theme) {
  const block = (selector) => style.split(`${selector} {`)[1].split('}')[0];
  const read = (text) => Object.fromEntries([...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{3,8});/g)].map(([, name, colour]) => [name, colour]));
  return { ...read(block(':root')), ...(theme === 'dark' ? {} : read(block(`:root[data-theme="${theme}"]`))) };
}

/** Red, green, blue, opacity; each 0 to 1. */
function channels(colour) {
  const digits = colour.length < 7 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  return [0, 2, 4, 6].map((at) => (at < digits.length ? parseInt(digits.slice(at, at + 2), 16) / 255 : 1));
}

function over(colour, ground) {
  const [above, below] = [channels(colour), channels(ground)];
  return [0, 1, 2].map((i) => above[i] * above[3] + below[i] * (1 - above[3]));
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

// What is read, and the grounds it stands on somewhere in the page; and what is seen without being read: 3 : 1.
const surfaces = ['base', 'panel', 'raised', 'well', 'hover'];
const read = {
  text: surfaces, soft: surfaces, faint: ['base', 'panel', 'raised', 'well'], accent: ['base', 'panel'], 'on-accent': ['accent'],
  ok: ['base', 'panel', 'raised'], warn: ['base', 'panel', 'raised'], bad: ['base', 'panel', 'raised'],
};
const seen = { ring: surfaces, accent: surfaces };

test('black on white is 21 : 1, as everywhere', () => assert.equal(Math.round(contrast(channels('#000').slice(0, 3), channels('#ffffff').slice(0, 3))), 21));

for (const theme of ['dark', 'light', 'contrast']) {
  for (const [what, pairs, least] of [['read', read, theme === 'contrast' ? 7 : 4.5], ['seen', seen, 3]]) {
    test(`${theme}: whatever is ${what} stands out at ${least} : 1`, () => {
      const tokens = tokensOf(theme);
      for (const [name, grounds] of Object.entries(pairs)) {
        for (const ground of grounds) {
          const ratio = contrast(over(tokens[name], tokens[ground]), over(tokens[ground], tokens.base));
          assert.ok(ratio >= least, `${name} ${tokens[name]} on ${ground} ${tokens[ground]}: ${ratio.toFixed(2)}`);
        }
      }
    });
  }
}
