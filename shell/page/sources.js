// Where a card can come from: the folder picker, a drop, file inputs. Each gives a Source, or a sentence why not.

import { FileList } from './file_list.js';
import { HandleFolder } from './folder.js';

/**
 * @typedef {{kind: 'folder'|'files', folder: HandleFolder | FileList} | {kind: 'zip'|'demo', name: string, bytes: Uint8Array, file?: File}} Source
 */

/** A sentence for the person who chose something that we cannot open. */
export class NotOpened extends Error {}

/** Archives that are opened as the folder that they hold: a zipped card, a backup of an EP-133. */
const isArchive = (file) => /\.(zip|ppak|pak|tar)$/i.test(file.name);

export const canPickFolders = () => 'showDirectoryPicker' in window;

/** @returns {Promise<Source | null>} null: the dialog was closed */
export async function pickFolder() {
  try {
    const handle = await window.showDirectoryPicker({ mode: 'readwrite', id: 'card' });
    return { kind: 'folder', folder: new HandleFolder(handle) };
  } catch (error) {
    if (error.name === 'AbortError') return null;
    throw new NotOpened(error.name === 'SecurityError' ? 'The browser does not let this page open folders.' : `The folder could not be opened: ${error.message}`);
  }
}

/** Lets the hidden input show its dialog. @returns {Promise<File[] | null>} */
export function filesFromInput(input) {
  return new Promise((resolve) => {
    input.value = '';
    input.onchange = () => resolve([...input.files]);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

/** @param {File[]} files @returns {Promise<Source>} */
export async function sourceOfFiles(files) {
  if (!files.length) throw new NotOpened('There is nothing in this folder.');
  const archive = files.find(isArchive);
  if (archive && files.length === 1) return { kind: 'zip', name: archive.name, bytes: new Uint8Array(await archive.arrayBuffer()), file: archive };
  if (archive && files.every((file) => !file.webkitRelativePath)) throw new NotOpened('Open one archive at a time.');
  return { kind: 'files', folder: FileList.ofInput(files) };
}

/** @returns {Promise<Source>} */
export async function demoCard() {
  const answer = await fetch('demo_card.zip');
  if (!answer.ok) throw new NotOpened('The demo card could not be fetched. Is the network there? After the first visit it is kept for offline use.');
  return { kind: 'demo', name: 'DEMO CARD', bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/**
 * What was dropped. The items are asked for everything before the first wait: afterwards the list is empty.
 * @param {DataTransfer} transfer @returns {Promise<Source>}
 */
export async function sourceOfDrop(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const handles = items.map((item) => item.getAsFileSystemHandle?.() ?? null);
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (!items.length) throw new NotOpened('Drop a card, a folder or files.');
  const found = (await Promise.all(handles)).filter(Boolean);
  const folders = found.filter((handle) => handle.kind === 'directory');
  if (folders.length === 1 && items.length === 1) return { kind: 'folder', folder: new HandleFolder(folders[0]) };
  const directories = entries.filter((entry) => entry?.isDirectory);
  if (folders.length || directories.length > 1) throw new NotOpened('Drop one card or folder at a time.');
  if (directories.length === 1) return { kind: 'files', folder: new FileList(directories[0].name, await filesBelow(directories[0])) };
  return sourceOfFiles(files);
}

/** Browsers without handles: everything below a dropped folder, as files. */
async function filesBelow(top) {
  const found = [];
  const visit = async (folder, path) => {
    const reader = folder.createReader();
    for (;;) {
      const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!batch.length) return;
      for (const entry of batch) {
        const full = path ? `${path}/${entry.name}` : entry.name;
        if (entry.isDirectory) await visit(entry, full);
        else found.push({ path: full, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
      }
    }
  };
  await visit(top, '');
  return found;
}
