// A visit to the editor: the module, the loop, what the app asks for, and the card that is open.

import { loadApp } from './app_loader.js';
import { Audio } from './audio.js';
import { showBackups } from './backups_dialog.js';
import { Bridge } from './bridge.js';
import { Bundles, withSizes } from './bundles.js';
import { counted } from './bytes.js';
import { contentsInWords, isTelling, putCard, recognise, topNames } from './cards.js';
import { ask } from './dialog.js';
import { byId } from './dom.js';
import { Input } from './input.js';
import { Journal, editsIn } from './journal.js';
import { Loop } from './loop.js';
import { Maker } from './maker.js';
import { claimCard, releaseCard } from './one_tab.js';
import { keepPreferences, readPreferences, scaleInForce, themeInForce } from './preferences.js';
import { askAboutInterrupted, showBringingBack } from './recovery_dialog.js';
import { SaveDialog } from './save_dialog.js';
import { Saver, interruptedSaves } from './saver.js';
import { Unwritten, announce, copyText, download } from './services.js';
import { Sounds } from './sounds.js';
import { Workshop } from './workshop.js';
import { ZipFolder } from './zip_folder.js';

export class Session {
  /** Fetches the module. @param {import('./database.js').Database} database @param {{entered: () => void, left: () => void}} turns whose screen it is */
  static async begin(database, turns) {
    const style = document.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: 'dialogs.css' });
    document.head.append(style);
    return new Session(await loadApp(byId('canvas')), database, turns);
  }

  /** Saves that wait to be finished or undone. */
  static interrupted() {
    return interruptedSaves().catch(() => []);
  }

  constructor(app, database, turns) {
    Object.assign(this, { app, database, turns });
    /** @type {{id: string, name: string} | null} */
    this.card = null;
    this.folder = null;
    /** @type {SaveDialog | null} the one that is open */
    this.saving = null;
    this.broughtBack = () => {}; // ends the wait for the edits of an earlier visit
    this.audio = new Audio(() => this.bridge.tell('played', {}));
    this.unwritten = new Unwritten();
    this.workshop = new Workshop();
    this.sounds = new Sounds(this.workshop, () => this.#opened());
    this.ppak = new Maker(this.workshop, 'ppak', (share) => this.bridge.tell('ppak_progress', { share }));
    this.bundle = new Maker(this.workshop, 'bundle', (share) => this.bridge.tell('bundle_progress', { share }));
    this.bundles = new Bundles(this.workshop);
    this.loop = new Loop(app, byId('canvas'), () => this.bridge.takeRequests());
    const wake = () => this.loop.wake();
    this.bridge = new Bridge(app, wake, this.#performers());
    this.input = new Input(app, byId('canvas'), byId('typing'), wake);
    this.lookChanged();
    addEventListener('popstate', () => this.#wentBack());
    if (new URLSearchParams(location.search).has('test')) this.#showTests();
  }

  /** For browser tests, which find widgets by name: asking for them once begins their recording. */
  #showTests() {
    this.app.items();
    window.groovebench = { app: this.app, session: this };
  }

  /** What the app asks for, by name. @returns {Record<string, import('./bridge.js').Performer>} */
  #performers() {
    return {
      read: ({ path }) => this.#opened().read(path),
      sound_facts: ({ path }) => this.sounds.facts(path),
      sound_picture: ({ path, bytes }, { columns }) => this.sounds.picture(path, columns, bytes),
      play: ({ path, bytes }, { from, to }) => this.audio.play(this.sounds.samples(path, from, to, bytes)),
      stop: () => this.audio.stop(),
      ppak_build: ({ json, bytes }) => this.#make(this.ppak, json, bytes),
      ppak_cancel: () => this.ppak.stop(),
      opz_disk: async ({ json }) => this.workshop.perform('opz_disk', await withSizes(this.#opened(), json)),
      bundle_build: async ({ json, bytes }) => this.#make(this.bundle, await withSizes(this.#opened(), json), bytes),
      bundle_cancel: () => this.bundle.stop(),
      bundle_choose: () => this.#chooseBundle(),
      bundle_plan: ({ json, bytes }) => this.bundles.plan(this.#opened(), json, bytes),
      ...this.#works('ppak_plan', 'opz_kit', 'opz_blank', 'bundle_take'),
      ...this.#works('compare', 'take_over', 'examine', 'rebuild', 'fields', 'set_value', 'check_file', 'file_changes', 'format_page'),
      ...this.#works('preflight_file', 'mend_file'),
      preflight: ({ json, bytes }) => this.#opened().perform('preflight', json, bytes),
      mend: ({ json, bytes }) => this.#opened().perform('mend', json, bytes),
      beside_choose: () => this.#chooseBeside(),
      compare_beside: ({ json, bytes }) => this.#opened().perform('compare_beside', json, bytes),
      take_from_beside: ({ json, bytes }) => this.#opened().perform('take_from_beside', json, bytes),
      preflighted: (_, { errors }) => this.saving?.preflighted(errors),
      journal: ({ json }) => this.journal.append(json),
      journal_clear: () => this.journal.clear(),
      journal_rewrite: (_, records) => this.journal.replace(records),
      restored: () => this.broughtBack(),
      save: () => void this.#save(),
      backups: () => void this.#backups(),
      new_ppak: () => this.newPpak(),
      copy: (_, { text }) => copyText(text),
      cursor: (_, { name }) => void (byId('canvas').style.cursor = name),
      ime: (_, caret) => this.input.caret(caret),
      announce: (_, { text, level }) => announce(text, level),
      title: (_, count) => this.unwritten.say(count),
      close_card: () => this.#close(),
      preferences: (_, changed) => this.#prefer(changed),
    };
  }

  /** Works that the workshop does as they are. @param {...string} names @returns {Record<string, import('./bridge.js').Performer>} */
  #works(...names) {
    return Object.fromEntries(names.map((name) => [name, ({ json, bytes }) => this.workshop.perform(name, json, bytes, true)]));
  }

  async #make(maker, order, files) {
    const { name, bytes } = await maker.build(this.#opened(), order, files);
    download(name, bytes);
    return { name, size: bytes.length };
  }

  async #chooseBundle() {
    try {
      return await this.bundles.choose();
    } finally {
      this.input.focus();
    }
  }

  async #chooseBeside() {
    try {
      return await this.#opened().openBeside();
    } finally {
      this.input.focus();
    }
  }

  #opened() {
    if (!this.folder) throw new Error('No folder is open.');
    return this.folder;
  }

  /** The app names the theme it shows whenever it says anything: only another one than before is a choice. */
  #prefer({ theme, ...others }) {
    keepPreferences(theme && theme !== themeInForce() ? { theme, ...others } : others);
    document.documentElement.dataset.theme = themeInForce();
    document.documentElement.style.setProperty('--scale', String(scaleInForce()));
  }

  lookChanged() {
    this.bridge.tell('preferences', { ...readPreferences(), theme: themeInForce(), scale: scaleInForce() });
  }

  /** @param {import('./sources.js').Source} source @param {{restore?: boolean}} intent */
  async open(source, intent = {}) {
    const folder = 'folder' in source ? source.folder : await ZipFolder.open(this.workshop, source.name, source.bytes, source.file);
    const entry = await this.#identify(source.kind, folder);
    const card = { id: entry.id, name: entry.name };
    await claimCard(card);
    const journal = new Journal(this.database, card.id, (message) => this.bridge.tell('not_kept', { message }));
    const saver = new Saver(this, folder, card, journal);
    if (source.kind === 'folder' && !(await askAboutInterrupted(saver))) return releaseCard();
    if (source.kind === 'folder') await this.#warnOfMountedMachine(card);
    const records = await this.#wantedBack(card, journal, intent);
    Object.assign(this, { card, folder, journal, saver, source });
    this.#enter();
    if (records.length) this.broughtBack = showBringingBack(editsIn(records), card);
    saver.told = true;
    this.bridge.tell('card', { ...card, kind: source.kind, writable: folder.writable });
    await this.#walk(entry);
    if (this.card === card && records.length) this.bridge.tell('restore', records);
  }

  /** Once: a card with the machine's own name may be in the machine. */
  async #warnOfMountedMachine(card) {
    if (!/^octatrack/i.test(card.name) || readPreferences().knows_mounted_machines) return;
    await ask({
      title: 'Is this card in the machine?',
      lines: [
        'In USB disk mode the Octatrack writes the project that is loaded on it over what you change here.',
        'Load another project on the machine first, or put the card into a reader.',
      ],
      answers: [{ name: 'understood', label: 'Understood', go: true }],
      other: 'understood',
    });
    keepPreferences({ knows_mounted_machines: true });
  }

  async #identify(kind, folder) {
    const { name, handle = null } = folder;
    const names = kind === 'folder' ? await topNames(handle).catch(() => '') : folder.fingerprint();
    return recognise(this.database, { name, kind, handle, names }).catch(() => ({ id: name, name }));
  }

  #enter() {
    this.turns.entered();
    byId('editor').hidden = false;
    document.body.classList.add('editing');
    if (history.state !== 'editing') history.pushState('editing', '');
    this.loop.start();
    this.input.focus();
  }

  async #walk(entry) {
    const { card, folder } = this;
    const began = performance.now();
    const projects = [];
    const onBatch = (batch) => {
      if (this.card !== card) return;
      projects.push(...batch.map(({ path }) => path).filter(isTelling));
      this.bridge.tell('entries', batch);
    };
    const count = await folder.list(onBatch, (path, message) => this.card === card && this.bridge.tell('unlisted', { path, message }));
    if (this.card !== card) return;
    this.bridge.tell('listed', { count, seconds: (performance.now() - began) / 1000 });
    if (entry.opened) putCard(this.database, { ...entry, detail: contentsInWords(projects) }).catch(() => {});
  }

  /** Edits of an earlier visit that were not written and are wanted back. Asked before new ones can be made. */
  async #wantedBack(card, journal, intent) {
    const records = await journal.records().catch(() => []);
    const count = editsIn(records);
    const question = {
      title: `${counted(count, 'edit')} of ${card.name} ${count === 1 ? 'was' : 'were'} not written`,
      lines: ['They were made in an earlier visit and are kept in this browser only.'],
      answers: [{ name: 'discard', label: 'Discard them' }, { name: 'restore', label: 'Restore', go: true }],
      other: 'restore',
    };
    if (count && (intent.restore || (await ask(question)) === 'restore')) return records;
    if (records.length) await journal.clear();
    return [];
  }

  async #save() {
    if (document.querySelector('dialog[open]')) return;
    this.saving = new SaveDialog(this.saver, { openBackups: () => showBackups(this.saver) });
    const how = await this.saving.show();
    this.saving = null;
    if (how === 'restored') await this.open(this.source);
    if (how === 'preflight') this.bridge.tell('show_preflight', {});
    this.input.focus();
  }

  async #backups() {
    if (await showBackups(this.saver)) await this.open(this.source);
    this.input.focus();
  }

  /** Sounds become a .ppak; in the editor, if that is wanted, on the backup that is open. */
  async newPpak() {
    const { KitDialog } = await import('./kit_dialog.js');
    const { folder, saver } = this;
    const open = folder instanceof ZipFolder && /\.(ppak|pak|tar)$/i.test(folder.name) ? { name: folder.name, put: () => folder.put(saver.files(saver.plan(false))) } : null;
    await new KitDialog(this.workshop, open).show();
    if (this.card) this.input.focus();
  }

  #close() {
    if (history.state === 'editing') history.back();
    else this.leave();
  }

  /** The browser's back button: to the start screen, unless that would hide unwritten work without a word. */
  async #wentBack() {
    if (!this.card || history.state === 'editing') return;
    if (document.querySelector('dialog[open]')) return history.pushState('editing', '');
    if (!this.unwritten.changed) return this.leave();
    history.pushState('editing', '');
    const question = {
      title: 'Leave the editor?',
      lines: [`${counted(this.unwritten.changed, 'file')} of ${this.card.name} ${this.unwritten.changed === 1 ? 'differs' : 'differ'} from the card. The edits are kept in this browser only and are offered when the card is opened again.`],
      answers: [{ name: 'leave', label: 'Leave' }, { name: 'stay', label: 'Stay', go: true }],
      other: 'stay',
    };
    if ((await ask(question)) !== 'leave') return this.input.focus();
    this.unwritten.say({});
    history.back();
  }

  leave() {
    this.loop.stop();
    this.audio.stop();
    this.broughtBack();
    releaseCard();
    this.unwritten.say({});
    this.card = this.folder = null;
    byId('editor').hidden = true;
    document.body.classList.remove('editing');
    this.turns.left();
  }
}
