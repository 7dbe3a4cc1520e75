// The cards and folders that were opened in this browser, with their handles: what *Reopen* offers. A card keeps its id when
// it is opened again, from the same place or, with the same names at its top, from another one (another reader).

import { counted } from './bytes.js';
import { waitingEdits } from './journal.js';

/**
 * @typedef {{id: string, name: string, kind: 'folder'|'files'|'zip'|'demo', detail: string, handle: FileSystemDirectoryHandle|null,
 *   names: string, opened: number}} Card   names: those at the top of the folder, the fingerprint
 */

const remembered = 8;

/** @returns {Promise<Card[]>} the last opened first */
export async function knownCards(database) {
  const all = await database.run('cards', 'readonly', (cards) => cards.getAll());
  return all.sort((a, b) => b.opened - a.opened);
}

async function samePlace(card, handle) {
  return Boolean(card.handle && handle && (await card.handle.isSameEntry(handle).catch(() => false)));
}

/**
 * Recognises a card or makes a new entry for it.
 * @param {import('./database.js').Database} database
 * @param {{name: string, kind: Card['kind'], handle: FileSystemDirectoryHandle|null, names: string}} found
 * @returns {Promise<Card>}
 */
export async function recognise(database, found) {
  const known = await knownCards(database);
  let card = null;
  for (const one of known) if (!card && (await samePlace(one, found.handle))) card = one;
  card ??= known.find((one) => one.name === found.name && one.kind === found.kind && one.names === found.names) ?? null;
  const id = card?.id ?? `${found.name}-${crypto.randomUUID().slice(0, 8)}`;
  const entry = { ...found, id, detail: card?.detail ?? '', opened: Date.now() };
  await putCard(database, entry);
  await forgetOldest(database);
  return entry;
}

async function forgetOldest(database) {
  const waiting = await waitingEdits(database);
  const old = (await knownCards(database)).slice(remembered).filter((card) => !waiting.has(card.id));
  for (const card of old) await forgetCard(database, card.id);
}

/** @param {Card} card */
export async function putCard(database, card) {
  await database.run('cards', 'readwrite', (cards) => cards.put(card));
}

export async function forgetCard(database, id) {
  await database.run('cards', 'readwrite', (cards) => cards.delete(id));
}

/** The names at the top of a folder, sorted: two cards that share them are taken for one. */
export async function topNames(handle) {
  const names = [];
  for await (const name of handle.keys()) if (!name.startsWith('.')) names.push(name);
  return names.sort().join('/').slice(0, 4000);
}

/** Whether a path says something about what is on a card. */
export const isTelling = (path) => /project\.(work|strd)$|\.opz$|\.tar\/|\.p?pak$/i.test(path);

/** What a musician would say is on it, from telling paths alone: a folder with a `project.work` is a project. */
export function contentsInWords(paths) {
  const projects = new Set();
  const opz = paths.filter((path) => /\.opz$/i.test(path)).length;
  const ep133 = new Set(paths.map((path) => /^.*?\.(tar(?=\/)|p?pak$)/i.exec(path)?.[0]).filter(Boolean)).size;
  for (const path of paths) {
    const match = /^(?:(.*)\/)?project\.(work|strd)$/i.exec(path);
    if (match) projects.add(match[1] ?? '');
  }
  if (!projects.size && opz) return `OP-Z · ${counted(opz, 'project')}`;
  if (!projects.size && ep133) return `EP-133 · ${counted(ep133, 'project')}`;
  if (!projects.size) return 'no project found';
  return projects.has('') ? 'Octatrack project' : `Octatrack card · ${counted(projects.size, 'project')}`;
}
