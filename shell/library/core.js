// The core as WebAssembly, loaded once. Beside this file in a built library; in a checkout, Node finds the build.

import { GroovebenchError } from './error.js';

const beside = new URL('./groovebench_core.mjs', import.meta.url);

async function places() {
  if (typeof process === 'undefined' || !process.versions?.node) return [beside];
  const { existsSync } = await import('node:fs');
  const build = process.env.BUILDROOT ? new URL(`file://${process.env.BUILDROOT}/`) : new URL('../../build/', import.meta.url);
  return [beside, new URL('wasm/library/library/groovebench_core.mjs', build)].filter((place) => existsSync(place));
}

async function load() {
  const [place] = await places();
  if (!place) throw new Error('groovebench is not built: run ./ci/build wasm library in the checkout');
  const { default: createCore } = await import(place.href);
  return createCore();
}

export const core = await load();

// The value of an answer; a problem is thrown.
export function valueOf(answer) {
  const { value, problem } = JSON.parse(answer);
  if (problem) throw new GroovebenchError(problem);
  return value;
}
