// Fetches the editor's WebAssembly module and makes it ready for its first frame.

import { fetchFonts } from './fonts.js';

/** @param {HTMLCanvasElement} canvas @returns {Promise<any>} the module of web/bindings/bindings.cpp */
export async function loadApp(canvas) {
  const arriving = Promise.all([import('./groovebench.mjs').then((module) => module.default()), fetchFonts()]);
  // The browser readies its drawing while the module is compiled. The module asks for the same context again and is given this
  // one; without it there is nothing to draw with.
  if (!canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false })) {
    throw new Error('this browser has no WebGL 2, which the editor draws with.');
  }
  const [app, faces] = await arriving;
  app.start(`#${canvas.id}`);
  for (const { kind, bytes } of faces) app.addFont(kind, bytes);
  return app;
}
