// Which names on a card are not the musician's: what macOS, Windows and browsers leave behind. They are skipped when a
// folder is listed, never read, never written, never removed, except a swap file of our own save.

const skipped_folders = new Set(['.trashes', '.trash', '.spotlight-v100', '.fseventsd', '.temporaryitems', 'system volume information', '$recycle.bin']);

/** @param {string} name one path component @returns {boolean} */
export function isSkipped(name) {
  return name.startsWith('._') || name === '.DS_Store' || isSwapFile(name) || skipped_folders.has(name.toLowerCase());
}

/** Chromium writes `NAME.crswap` beside a file and swaps it in on close; a killed browser leaves it behind. */
export function isSwapFile(name) {
  return name.toLowerCase().endsWith('.crswap');
}

/** The swap files Chromium may have made for `name`: `bank01.work.crswap`, then `bank01.work.1.crswap` and so on. */
export function isSwapFileOf(name, candidate) {
  if (!candidate.startsWith(name + '.') || !isSwapFile(candidate)) return false;
  return /^(\d+\.)?crswap$/i.test(candidate.slice(name.length + 1));
}

/** @param {string} path @returns {[string, string]} folder ('' at the top) and name */
export function splitPath(path) {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** A path inside the folder: no empty part, no `.` or `..`, no backslash, not absolute. */
export function isInside(path) {
  return path !== '' && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'));
}
