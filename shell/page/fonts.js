// The four faces of text: fetched once, for the words of the page and for those of the editor.

const faces = [
  { kind: 'text', family: 'Inter', weight: '400', file: 'fonts/Inter-Regular.ttf' },
  { kind: 'text-medium', family: 'Inter', weight: '500', file: 'fonts/Inter-Medium.ttf' },
  { kind: 'text-semibold', family: 'Inter', weight: '600', file: 'fonts/Inter-SemiBold.ttf' },
  { kind: 'mono', family: 'JetBrains Mono', weight: '400', file: 'fonts/JetBrainsMono-Regular.ttf' },
];

async function fetchBytes(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name} could not be fetched (${answer.status}).`);
  return new Uint8Array(await answer.arrayBuffer());
}

let fetched = null;

/** A fetch that failed may be tried again. @returns {Promise<{kind: string, family: string, weight: string, bytes: Uint8Array}[]>} */
export function fetchFonts() {
  fetched ??= Promise.all(faces.map(async (face) => ({ ...face, bytes: await fetchBytes(face.file) }))).catch((error) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

/** Gives the page its faces, all of them in one change; without them it shows the system's. */
export async function showFonts() {
  const all = await Promise.all((await fetchFonts()).map(({ family, weight, bytes }) => new FontFace(family, bytes, { weight }).load()));
  for (const face of all) document.fonts.add(face);
}
