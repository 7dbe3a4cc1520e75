// The start screen: what can be opened, what was opened before, what waits to be restored or finished. It knows nothing of the
// editor; it calls back with a Source.

import { counted } from './bytes.js';
import { forgetCard, knownCards } from './cards.js';
import { byId, el, icon, timeInWords } from './dom.js';
import { HandleFolder } from './folder.js';
import { waitingEdits } from './journal.js';
import { keepPreferences, readPreferences } from './preferences.js';
import { NotOpened, canPickFolders, demoCard, filesFromInput, pickFolder, sourceOfDrop, sourceOfFiles } from './sources.js';

export class StartScreen {
  /**
   * @param {import('./database.js').Database} database
   * @param {{open: (source: import('./sources.js').Source, intent: {restore?: boolean}) => Promise<void>, themeChanged: () => void, newPpak: () => Promise<void>}} callbacks
   */
  constructor(database, callbacks) {
    this.database = database;
    this.callbacks = callbacks;
    /** @type {import('./save_record.js').SaveRecord[]} */
    this.interrupted = [];
    this.#wireButtons();
    this.#wireDrop();
    this.#sayAbility();
    this.refresh();
  }

  show() {
    byId('start').hidden = false;
    this.refresh();
    byId('open_folder').focus();
  }

  hide() {
    byId('start').hidden = true;
    this.say('');
  }

  /** A sentence below the cards. */
  say(sentence) {
    byId('notice').textContent = sentence;
    byId('notice').hidden = !sentence;
  }

  /** Runs something that gives a Source and opens it; what goes wrong becomes a sentence. */
  async #open(find, intent = {}) {
    this.say('');
    try {
      const source = await find();
      if (source) await this.callbacks.open(source, intent);
    } catch (error) {
      this.say(error.message);
      if (!(error instanceof NotOpened) && !error.reason) console.error(error);
    }
  }

  #wireButtons() {
    const folders = canPickFolders();
    if (!folders) {
      byId('open_title').textContent = 'Open a card or folder, or a zip of it';
      byId('open_note').textContent = 'This browser can read a folder but not write to it: what you change comes back as a zip to unpack over the card.';
    }
    byId('open_folder').onclick = () => this.#open(folders ? pickFolder : () => this.#folderInput());
    byId('open_files').onclick = () =>
      this.#open(async () => {
        const files = await filesFromInput(byId('files_input'));
        return files && sourceOfFiles(files);
      });
    byId('new_ppak').onclick = () => this.#open(async () => void (await this.callbacks.newPpak()));
    byId('open_demo').onclick = () => this.#open(demoCard);
    const choice = byId('look_choice');
    choice.value = readPreferences().theme ?? '';
    choice.onchange = () => {
      keepPreferences({ theme: choice.value });
      this.callbacks.themeChanged();
    };
  }

  async #folderInput() {
    const files = await filesFromInput(byId('folder_input'));
    return files && sourceOfFiles(files);
  }

  #wireDrop() {
    const start = byId('start');
    let depth = 0;
    const mark = (by) => {
      depth = Math.max(0, depth + by);
      start.classList.toggle('dropping', depth > 0);
    };
    addEventListener('dragenter', () => mark(1));
    addEventListener('dragleave', () => mark(-1));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      mark(-depth);
      if (!start.hidden && event.dataTransfer) this.#open(() => sourceOfDrop(event.dataTransfer));
    });
  }

  #sayAbility() {
    const able = canPickFolders();
    const words = able ? 'This browser can write to folders' : 'This browser cannot write to folders: changes are downloaded';
    byId('ability').replaceChildren(words, icon(able ? 'check' : 'warn', 12, able ? 'ok' : 'warn'));
  }

  /** What is remembered in this browser. */
  async refresh() {
    try {
      const [cards, waiting] = await Promise.all([knownCards(this.database), waitingEdits(this.database)]);
      const shown = cards.filter((card) => card.handle);
      byId('reopen').replaceChildren(...shown.map((card) => this.#row(card)));
      byId('reopen_empty').hidden = shown.length > 0;
      const edits = cards.filter((card) => waiting.has(card.id)).map((card) => this.#leftOver(card, waiting.get(card.id)));
      const saves = this.interrupted.map((record) => this.#interruptedSave(record, cards.find((card) => card.id === record.card.id)));
      byId('left_over').replaceChildren(...saves, ...edits);
    } catch {
      byId('reopen_empty').textContent = 'This browser does not let the page remember cards or unwritten edits (private window?).';
      byId('reopen_empty').hidden = false;
    }
  }

  #row(card) {
    const words = el('span.words', {}, el('span.medium.name', {}, card.name), el('span.small.soft', {}, card.detail || 'folder'));
    const button = el('button.card', { onclick: () => this.#reopen(card) }, el('span.machine'), words, el('span.small.faint', {}, timeInWords(card.opened)));
    const forget = async () => {
      await forgetCard(this.database, card.id);
      this.refresh();
    };
    return el('li', {}, button, el('button.forget', { onclick: forget, 'aria-label': `Forget ${card.name}`, title: 'Forget' }, icon('cross', 10)));
  }

  /** Saves that an earlier visit did not finish; known once the editor's side has looked. */
  sayInterrupted(records) {
    this.interrupted = records;
    this.refresh();
  }

  #interruptedSave(record, card) {
    const words = ` The save to ${record.card.name} was interrupted. `;
    const open = () => (card?.handle ? this.#reopen(card) : this.say(`Open ${record.card.name} again to finish or undo the save.`));
    return el('li', {}, icon('warn', 12), el('span', {}, words, el('button.link', { onclick: open, 'aria-label': `Finish or undo the save to ${record.card.name}` }, 'Finish or undo')));
  }

  #leftOver(card, count) {
    const restore = () => {
      if (card.handle) return this.#reopen(card, { restore: true });
      if (card.kind === 'demo') return this.#open(demoCard, { restore: true });
      return this.say(`Open ${card.name} again, and its ${counted(count, 'edit')} will be offered.`);
    };
    const words = ` ${counted(count, 'edit')} of ${card.name} ${count === 1 ? 'was' : 'were'} not written. `;
    return el('li', {}, icon('warn', 12), el('span', {}, words, el('button.link', { onclick: restore, 'aria-label': `Restore the edits of ${card.name}` }, 'Restore')));
  }

  #reopen(card, intent = {}) {
    return this.#open(async () => {
      const wanted = { mode: 'readwrite' };
      const granted = (await card.handle.queryPermission(wanted)) === 'granted' || (await card.handle.requestPermission(wanted)) === 'granted';
      if (!granted && (await card.handle.queryPermission({ mode: 'read' })) !== 'granted') {
        throw new NotOpened(`${card.name} stays closed: the browser was not allowed to open it.`);
      }
      try {
        await card.handle.keys().next(); // is it there?
      } catch {
        throw new NotOpened(`${card.name} is not there. Is the card in its reader?`);
      }
      return { kind: 'folder', folder: new HandleFolder(card.handle) };
    }, intent);
  }
}
