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

// ---- descriptions

// A description of three tables as CSV, each with a row of names first; see README.md.
export function descriptionFromCsv({ pads = '', patterns = '', scenes = '', tempo, project } = {}) {
  return { ...(project ? { project } : {}), ...(tempo ? { tempo } : {}), ...valueOf(core.kitFromTables(pads, patterns, scenes)) };
}

// Sounds onto the pads in their order, from A1 on; those beyond the 48th lie in their slots only.
export function descriptionFromSounds(files) {
  return valueOf(core.kitFromSounds([...files]));
}
