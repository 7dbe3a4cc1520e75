// What a verb says: text for people, one JSON document for scripts. Progress goes elsewhere.

export const say = (line = '') => process.stdout.write(`${line}\n`);
export const sayJson = (value) => say(JSON.stringify(value, null, 1));
export const warn = (line) => process.stderr.write(`groovebench: ${line}\n`);

// Lines with a place each, under a heading for every place: "Bank A › A03 › T3".
export function sayGrouped(lines, { indent = '' } = {}) {
  let heading = null;
  for (const { place, words } of lines) {
    const title = place.join(' › ');
    if (title !== heading) say(`${indent}${title}`);
    heading = title;
    say(`${indent}  ${words}`);
  }
}

// Columns as wide as their widest cell.
export function sayTable(rows) {
  const widths = rows.reduce((wide, row) => row.map((cell, i) => Math.max(wide[i] ?? 0, cell.length)), []);
  for (const row of rows) say(row.map((cell, i) => (i + 1 < row.length ? cell.padEnd(widths[i]) : cell)).join('  ').trimEnd());
}

// How far long work is, on the terminal: only on one, or where it is asked for.
export function progress(wanted, total, what) {
  const shown = wanted || process.stderr.isTTY;
  let done = 0;
  return {
    step(name) {
      done++;
      if (shown) process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${what} ${done} of ${total}: ${name}` : `${what} ${done} of ${total}: ${name}\n`);
    },
    end() {
      if (shown && process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    },
  };
}
