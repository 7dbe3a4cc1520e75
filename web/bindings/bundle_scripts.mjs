// Makes one script of those that start.js leads to, one of those that are fetched later, and one of the worker's: asked for one by one, each is found only in the one
// before it, and a browser takes as long to link forty modules as to compile the WebAssembly beside them.
// node bundle_scripts.mjs FOLDER: of the assembled page; what has become part of another script is gone from it afterwards.
// GROOVEBENCH_BUNDLER names esbuild's main.js (ci/setup sets it).

import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const entries = ['start.js', 'kit_dialog.js', 'workshop_worker.js'];

// What one of them imports when it is asked for stays a file of its own: nobody waits for it before.
const fetched_later = {
  name: 'fetched later',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\// }, ({ kind, path }) => (kind === 'dynamic-import' && entries.includes(basename(path)) ? { path, external: true } : undefined)),
};

/** @param {string} folder @returns {Promise<string[]>} the names of the scripts that are part of another one now */
export async function bundleScripts(folder, bundler) {
  const { build } = (await import(pathToFileURL(bundler).href)).default;
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: entries,
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    plugins: [fetched_later],
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs).map((path) => basename(path)).filter((name) => !entries.includes(name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bundler = process.env.GROOVEBENCH_BUNDLER;
  if (!bundler) throw new Error('GROOVEBENCH_BUNDLER is not set: run ./ci/setup bundler');
  const folder = process.argv[2];
  for (const name of await bundleScripts(folder, bundler)) rmSync(join(folder, name));
}
