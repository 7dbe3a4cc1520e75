// folder.js over handles as a browser gives them, made of maps here.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileList } from '../../shell/page/file_list.js';
import { HandleFolder } from '../../shell/page/folder.js';

const missing = () => new DOMException('gone', 'NotFoundError');

class FakeFile {
  kind = 'file';
  constructor(folder, name) {
    Object.assign(this, { folder, name });
  }
  async getFile() {
    const data = this.folder.files.get(this.name);
    if (!data) throw missing();
    return new File([data], this.name, { lastModified: 7 });
  }
  async createWritable() {
    if (this.folder.trouble) throw new DOMException('no', this.folder.trouble);
    let swap = new Uint8Array();
    return { write: async (data) => void (swap = data), close: async () => void this.folder.files.set(this.name, swap), abort: async () => {} };
  }
}

class FakeDirectory {
  kind = 'directory';
  constructor(name) {
    Object.assign(this, { name, files: new Map(), folders: new Map(), trouble: '' });
  }
  async *entries() {
    if (this.trouble === 'NotFoundError') throw missing();
    if (this.trouble === 'NotReadableError') throw new DOMException('no', this.trouble);
    for (const name of this.files.keys()) yield [name, new FakeFile(this, name)];
    yield* this.folders;
  }
  async *keys() {
    for await (const [name] of this.entries()) yield name;
  }
  async getFileHandle(name, { create } = {}) {
    if (!this.files.has(name)) {
      if (!create) throw missing();
      this.files.set(name, new Uint8Array());
    }
    return new FakeFile(this, name);
  }
  async getDirectoryHandle(name, { create } = {}) {
    if (!this.folders.has(name)) {
      if (!create) throw missing();
      this.folders.set(name, new FakeDirectory(name));
    }
    return this.folders.get(name);
  }
  async removeEntry(name) {
    if (!this.files.delete(name) && !this.folders.delete(name)) throw missing();
  }
}

async function aCard() {
  const top = new FakeDirectory('CARD');
  const card = new HandleFolder(top);
  for (const path of ['SET/PROJECT/bank01.work', 'SET/PROJECT/project.work', 'SET/AUDIO/kick.wav', '.Trashes/x', 'readme.txt', '._readme.txt']) {
    await card.write(path, new TextEncoder().encode(path));
  }
  return { top, card };
}

test('a folder is listed breadth-first, without the litter of other systems', async () => {
  const { card } = await aCard();
  const paths = [];
  const count = await card.list((batch) => paths.push(...batch.map(({ path }) => path)), assert.fail);
  assert.equal(count, 4);
  assert.deepEqual(paths, ['readme.txt', 'SET/AUDIO/kick.wav', 'SET/PROJECT/bank01.work', 'SET/PROJECT/project.work']);
});

test('a folder that cannot be read is reported, and the others are listed', async () => {
  const { top, card } = await aCard();
  top.folders.get('SET').folders.get('AUDIO').trouble = 'NotReadableError';
  const unlisted = [];
  const count = await card.list(() => {}, (path, message) => unlisted.push([path, message]));
  assert.equal(count, 3);
  assert.equal(unlisted[0][0], 'SET/AUDIO');
  assert.match(unlisted[0][1], /could not be read/);
});

test('reading, its beginning, sizes, replacing and removing', async () => {
  const { card } = await aCard();
  assert.equal(new TextDecoder().decode(await card.read('readme.txt')), 'readme.txt');
  assert.equal((await card.readHead('readme.txt', 4)).length, 4);
  assert.deepEqual(await card.stat('readme.txt'), { size: 10, modified: 7 });
  await card.write('readme.txt', Uint8Array.of(1));
  assert.deepEqual(await card.read('readme.txt'), Uint8Array.of(1));
  await card.remove('readme.txt');
  assert.equal(await card.stat('readme.txt'), null);
  await assert.rejects(card.read('readme.txt'), /readme\.txt: it is no longer there/);
});

test('a file that is not there is told from a card that is not there', async () => {
  const { top, card } = await aCard();
  assert.equal(await card.stat('gone.wav'), null);
  top.trouble = 'NotFoundError';
  await assert.rejects(card.stat('gone.wav'), { reason: 'missing', message: 'CARD is not there any more. Was the card taken out?' });
});

test('a file that could not be written leaves no empty one behind', async () => {
  const { top, card } = await aCard();
  top.trouble = 'QuotaExceededError';
  await assert.rejects(card.write('new.wav', Uint8Array.of(1, 2)), { reason: 'full' });
  assert.equal(top.files.has('new.wav'), false);
});

test('a path that leaves the folder is never followed', async () => {
  const { card } = await aCard();
  await assert.rejects(card.read('../secret'), { reason: 'name' });
  await assert.rejects(card.write('SET/../../x', Uint8Array.of(1)), { reason: 'name' });
});

test('a folder that was renamed away and made anew is found again', async () => {
  const { top, card } = await aCard();
  await card.read('SET/AUDIO/kick.wav');
  const set = top.folders.get('SET');
  set.folders.set('AUDIO', new FakeDirectory('AUDIO'));
  set.folders.get('AUDIO').files.set('snare.wav', Uint8Array.of(5));
  assert.deepEqual(await card.read('SET/AUDIO/snare.wav'), Uint8Array.of(5));
});

test('swap files of a killed browser are removed from beside a file, others stay', async () => {
  const { top, card } = await aCard();
  top.files.set('readme.txt.crswap', Uint8Array.of(1));
  top.files.set('other.txt.crswap', Uint8Array.of(1));
  await card.tidy('readme.txt');
  assert.deepEqual([...top.files.keys()].sort(), ['._readme.txt', 'other.txt.crswap', 'readme.txt']);
});

test('files from an input: the folder they share is the card, and nothing can be written', async () => {
  const file = (path) => Object.assign(new File(['x'], path.split('/').at(-1)), { path });
  const input = ['CARD/SET/P/bank01.work', 'CARD/a.txt', 'CARD/._a.txt'].map((path) => {
    const one = file(path);
    Object.defineProperty(one, 'webkitRelativePath', { value: path });
    return one;
  });
  const card = FileList.ofInput(input);
  const paths = [];
  await card.list((batch) => paths.push(...batch.map((entry) => [entry.path, entry.size])));
  assert.equal(card.name, 'CARD');
  assert.deepEqual(paths, [['a.txt', 1], ['SET/P/bank01.work', 1]]);
  await assert.rejects(card.write('a.txt'), { reason: 'permission' });
  await assert.rejects(card.read('b.txt'), { reason: 'missing' });
});
