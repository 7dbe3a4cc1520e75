// Fetches the editor's WebAssembly module and its fonts, and makes it ready for its first frame.

const fonts = [
  ['text', 'fonts/Inter-Regular.ttf'],
  ['text-medium', 'fonts/Inter-Medium.ttf'],
  ['text-semibold', 'fonts/Inter-SemiBold.ttf'],
  ['mono', 'fonts/JetBrainsMono-Regular.ttf'],
];

async function fetchBytes(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name} could not be fetched (${answer.status}).`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<any>} the module of web/bindings/bindings.cpp */
export async function loadApp(canvas) {
  const files = Promise.all(fonts.map(async ([kind, name]) => ({ kind, bytes: await fetchBytes(name) })));
  const [module, faces] = await Promise.all([import('./groovebench.mjs'), files]);
  const app = await module.default();
  // The module asks for the same context again and is given this one; without it there is nothing to draw with.
  if (!canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false })) {
    throw new Error('this browser has no WebGL 2, which the editor draws with.');
  }
  app.start(`#${canvas.id}`);
  for (const { kind, bytes } of faces) app.addFont(kind, bytes);
  return app;
}
