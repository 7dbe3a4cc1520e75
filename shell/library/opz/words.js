// The names that paths are made of: tracks, their parameters, components. Asked of the core once.

import { core, valueOf } from '../core.js';
import { refuse } from '../error.js';

const { tracks, components } = valueOf(core.opzWords());
export const trackNames = tracks.map(({ name }) => name);

const same = (a, b) => a.toLowerCase() === String(b).toLowerCase();

// By name, or by number from 1.
export function trackNamed(track) {
  const index = Number.isInteger(track) ? track - 1 : trackNames.findIndex((name) => same(name, track));
  return trackNames[index] ?? refuse('track', `1 to ${trackNames.length}, or ${trackNames.join(', ')}`, track);
}

const about = (name) => tracks.find((track) => track.name === name);
export const voicesOf = (track) => about(track).voices;
export const parametersOf = (track) => about(track).parameters;

// The field of a parameter by its title on the track ("pitch", "LFO speed"), or by its own name.
export function parameterField(track, words) {
  const all = parametersOf(track);
  const found = all.find(({ title }) => same(title, words)) ?? all.find(({ field }) => same(field, words));
  return found ? found.field : refuse(words, `a parameter of ${track}: ${all.map(({ title }) => title).join(', ')}`, words);
}

export const componentList = components;
export function componentNamed(words) {
  const number = components.findIndex(({ field, title }) => same(title, words) || same(field, words)) + 1;
  return number ? { number, ...components[number - 1] } : refuse(words, components.map(({ title }) => title).join(', '), words);
}
