// New archives for an EP-133: of sounds and a description, or of a pattern of an Octatrack.

import { core, valueOf } from '../core.js';
import { index, refuse } from '../error.js';
import { Backup, ProjectArchive } from './archive.js';

const moment = (date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), date.getUTCMilliseconds()];

// Into the user's own backup, `base`, of which all else stays as it is; without one, a project with the documented defaults,
// which is not yet proven on a device. `files` are the sounds by name, WAV or AIFF.
export function buildBackup({ description = {}, files = {}, base = null, name = 'new.ppak', date = new Date() } = {}) {
  const pairs = files instanceof Map ? [...files] : Object.entries(files);
  const { answer, bytes } = core.newBackup(typeof description === 'string' ? description : JSON.stringify(description), pairs, base, moment(date));
  const { proven, findings } = valueOf(answer);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return { backup: new (isZip ? Backup : ProjectArchive)(name, bytes), proven, findings };
}

// A pattern of an Octatrack with its part: `samples(path)` gives the bytes of an audio file that the project names, or null.
// Not yet proven on a device.
export async function backupOfPattern(project, bank, pattern, { samples, name = 'project', date = new Date() }) {
  const files = [project.bank(bank).handle, index('bank', bank, 16), index('pattern', pattern, 16), project.text.handle, project.markers.handle, name];
  const sounds = [];
  for (const path of valueOf(core.patternNeeds(...files))) {
    const bytes = await samples(path);
    if (bytes) sounds.push([path, bytes]);
  }
  const { answer, bytes } = core.backupOfPattern(...files, sounds, moment(date));
  const { name: fileName, report } = valueOf(answer);
  return { backup: new Backup(fileName, bytes), report };
}

// ---- tables

// The cells of a text with commas, or with semicolons where its first line has those; "" in quotes is one.
function rowsOf(text) {
  const comma = (text.split('\n', 1)[0].match(/;/g) ?? []).length > (text.split('\n', 1)[0].match(/,/g) ?? []).length ? ';' : ',';
  const rows = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${comma}\\r\\n]*)(${comma}|\\r?\\n|$)`, 'y');
  for (let found; cell.lastIndex < text.length && (found = cell.exec(text)); ) {
    rows.at(-1).push(found[1].startsWith('"') ? found[1].slice(1, -1).replaceAll('""', '"') : found[1].trim());
    if (found[2] !== comma && cell.lastIndex < text.length) rows.push([]);
  }
  return rows.filter((row) => row.some((one) => one !== ''));
}

function table(text, what) {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  if (!head) return [];
  return rows.map((row, i) => {
    if (row.length > head.length) refuse(`${what}, row ${i + 2}`, `${head.length} cells`, row.length);
    return Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']).filter(([, cell]) => cell !== ''));
  });
}

// A description of three tables as CSV, each with a row of names first; see README.md.
export function descriptionFromCsv({ pads = '', patterns = '', scenes = '', tempo, project } = {}) {
  const sounds = new Map();
  const padRows = table(pads, 'pads').map(({ file, slot, name, ...pad }) => {
    if (!file) return slot ? { ...pad, sound: slot } : pad;
    const known = sounds.get(file) ?? { file, slot: Number(slot ?? 0), ...(name ? { name } : {}) };
    sounds.set(file, known);
    return { ...pad, file };
  });
  const taken = new Set([...sounds.values()].map((sound) => sound.slot));
  let next = 700;
  for (const sound of sounds.values()) {
    while (!sound.slot && taken.has(next)) next++;
    if (!sound.slot) taken.add((sound.slot = next));
  }
  const byName = new Map();
  for (const { pattern, bars, ...note } of table(patterns, 'patterns')) {
    const known = byName.get(pattern) ?? { pattern, bars: 1, notes: [] };
    byName.set(pattern, known);
    if (bars) known.bars = Number(bars);
    if (Object.keys(note).length) known.notes.push(note);
  }
  return {
    ...(project ? { project } : {}),
    ...(tempo ? { tempo } : {}),
    sounds: [...sounds.values()],
    pads: padRows.map(({ file, ...pad }) => (file ? { ...pad, sound: sounds.get(file).slot } : pad)),
    patterns: [...byName.values()],
    scenes: table(scenes, 'scenes').map(({ a, b, c, d, time = '4/4' }) => ({ patterns: [a, b, c, d], time })),
  };
}
