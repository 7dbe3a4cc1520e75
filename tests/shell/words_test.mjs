// Names, keys, sizes and sentences.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countDifferences, sizeInWords } from '../../shell/page/bytes.js';
import { contentsInWords } from '../../shell/page/cards.js';
import { timeInWords } from '../../shell/page/dom.js';
import { folderError } from '../../shell/page/folder_error.js';
import { claim, nameOf } from '../../shell/page/keys.js';
import { isInside, isSkipped, isSwapFileOf } from '../../shell/page/names.js';

test("what macOS, Windows and browsers leave on a card is skipped, the musician's files are not", () => {
  for (const name of ['._kick.wav', '.Trashes', '.DS_Store', 'System Volume Information', 'bank01.work.crswap', 'BANK01.WORK.CRSWAP']) assert.ok(isSkipped(name), name);
  for (const name of ['kick.wav', '.hidden', 'AUDIO', '_kick.wav', 'crswap', 'Trashes']) assert.ok(!isSkipped(name), name);
});

test('only our own swap files belong to a file', () => {
  assert.ok(isSwapFileOf('bank01.work', 'bank01.work.crswap'));
  assert.ok(isSwapFileOf('bank01.work', 'bank01.work.2.crswap'));
  assert.ok(!isSwapFileOf('bank01.work', 'bank01.work.old.crswap'));
  assert.ok(!isSwapFileOf('bank01', 'bank01.work.crswap'));
});

test('a path that leaves the folder is refused', () => {
  assert.ok(isInside('SET/AUDIO/kick.wav'));
  for (const path of ['', '/etc', '../x', 'a/../b', 'a//b', 'a\\b', './a']) assert.ok(!isInside(path), path);
});

test('a browser error becomes a sentence about the card, with the path', () => {
  const error = (name) => folderError('write', 'SET/P/bank01.work', new DOMException('words of the browser', name));
  assert.equal(error('QuotaExceededError').reason, 'full');
  assert.match(error('QuotaExceededError').message, /^SET\/P\/bank01\.work: the card is full/);
  assert.match(error('NotAllowedError').message, /no permission to write/);
  assert.match(error('UnknownThing').message, /words of the browser/);
  assert.equal(folderError('read', 'x', error('NotAllowedError')).reason, 'permission');
});

const key = (name, more = {}) => ({ key: name, code: name, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more });

test("the editor takes S O F K Z with Ctrl, or with Cmd on a Mac, and leaves the browser's other shortcuts alone", () => {
  for (const letter of 'sofkz') {
    assert.equal(claim(key(letter, { ctrlKey: true }), false), 'take', letter);
    assert.equal(claim(key(letter, { metaKey: true }), true), 'take', letter);
  }
  assert.equal(claim(key('Z', { ctrlKey: true, shiftKey: true }), false), 'take');
  for (const letter of 'twnlprdhjv') assert.equal(claim(key(letter, { ctrlKey: true }), false), 'leave', letter);
  for (const name of ['F1', 'F5', 'F11', 'F12']) assert.equal(claim(key(name), false), 'leave', name);
  assert.equal(claim(key('ArrowLeft', { altKey: true }), false), 'leave');
  assert.equal(claim(key('c', { ctrlKey: true, shiftKey: true }), false), 'leave');
});

test('what an input method is composing is never taken for keys', () => {
  assert.equal(claim(key('a', { isComposing: true }), false), 'leave');
  assert.equal(claim(key('Process', { keyCode: 229 }), false), 'leave');
});

test('letters are named by what they type, on any layout', () => {
  assert.equal(nameOf({ key: 'z', code: 'KeyY' }), 'KeyZ');
  assert.equal(nameOf({ key: '?', code: 'Minus' }), 'Slash');
  assert.equal(nameOf({ key: 'ArrowUp', code: 'ArrowUp' }), 'ArrowUp');
});

test('sizes, times and contents are said as people say them', () => {
  assert.equal(sizeInWords(651234), '636 KB');
  assert.equal(sizeInWords(300), '300 bytes');
  assert.equal(sizeInWords(5 * 1024 * 1024), '5.0 MB');
  const day = 86400000;
  assert.deepEqual([0, 1, 2, 8, 22].map((days) => timeInWords(1e12 - days * day, 1e12)), ['just now', 'yesterday', '2 days ago', 'last week', '3 weeks ago']);
  assert.equal(contentsInWords(['S/P1/project.work', 'S/P1/project.strd', 'S/P2/PROJECT.WORK', 'S/AUDIO/a.wav']), 'Octatrack card · 2 projects');
  assert.equal(contentsInWords(['project.work']), 'Octatrack project');
  assert.equal(contentsInWords(['photo.jpg']), 'no project found');
});

test('a missing byte is a difference', () => assert.equal(countDifferences(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 9)), 2));
