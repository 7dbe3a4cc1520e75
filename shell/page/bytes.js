// Small things about bytes: comparing, counting differences, hashing, and sizes in words.

/** @param {Uint8Array} a @param {Uint8Array} b */
export function sameBytes(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** How many bytes differ, a missing byte counting as a difference. */
export function countDifferences(a, b) {
  const common = Math.min(a.length, b.length);
  let count = Math.max(a.length, b.length) - common;
  for (let i = 0; i < common; i++) if (a[i] !== b[i]) count++;
  return count;
}

/**
 * Where `found` first is not `expected`, in words: counted from 0 as hex editors do.
 * @param {Uint8Array} expected @param {Uint8Array} found
 */
export function firstDifference(expected, found) {
  const hex = (bytes, at) => (at < bytes.length ? `0x${bytes[at].toString(16).padStart(2, '0')}` : 'the end');
  let at = 0;
  while (at < Math.min(expected.length, found.length) && expected[at] === found[at]) at++;
  const sizes = expected.length === found.length ? '' : ` (${expected.length} bytes expected, ${found.length} found)`;
  return `at offset ${at} expected ${hex(expected, at)}, found ${hex(found, at)}${sizes}`;
}

/** SHA-256 as 64 hexadecimal digits. */
export async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 651234 → "636 KB": as the machine's menus and file managers count, 1 KB = 1024 bytes. */
export function sizeInWords(size) {
  if (size < 1024) return `${size} bytes`;
  if (size < 1024 * 1024) return `${Math.round(size / 1024)} KB`;
  const megabytes = size / 1024 / 1024;
  return megabytes < 1024 ? `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}

/** "1 file", "4 files". */
export function counted(count, word) {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
