// The save plan as a dialog: what changes, which files, how; then the progress of the five steps, and how it ended. The Write
// click is the gesture in which the browser may ask for permission.

import { counted, sizeInWords } from './bytes.js';
import { showModal } from './dialog.js';
import { el, icon } from './dom.js';
import { stateInWords } from './recovery.js';
import { isNote } from './saver.js';
import { announce, download } from './services.js';

/** @typedef {import('./save.js').Stage} Stage */
const stages = /** @type {Stage[]} */ (['check', 'backup', 'write', 'verify', 'done']);
const share = { check: 5, backup: 15, write: 50, verify: 28, done: 2 }; // of the bar

export class SaveDialog {
  /** @param {import('./saver.js').Saver} saver @param {{openBackups: () => Promise<boolean>}} callbacks */
  constructor(saver, callbacks) {
    this.saver = saver;
    this.callbacks = callbacks;
    this.with_stored = false;
    this.running = false;
    this.accepted = new Set();
    this.element = el('dialog.dialog.save', { id: 'save_dialog', 'aria-labelledby': 'save_title' });
    this.element.addEventListener('cancel', (event) => this.running && this.#stayOrStop(event));
    this.#plan();
  }

  show() {
    const closed = showModal(this.element);
    this.primary?.focus();
    return closed;
  }

  /** Escape: a save is seen through to its end, a download may be stopped. */
  #stayOrStop(event) {
    event.preventDefault();
    this.packing?.stop();
  }

  /** Asks the app for the plan; again while files that it needs for it are still being read. */
  #plan() {
    this.plan = this.saver.plan(this.with_stored);
    this.direct = this.plan.writable !== false && this.saver.folder?.writable === true;
    this.#draw();
    clearTimeout(this.later);
    if (this.plan.waiting) this.later = setTimeout(() => this.element.open && this.#plan(), 50);
  }

  #draw() {
    const nothing = !this.plan.steps.length;
    this.element.replaceChildren(this.#header(), el('div.columns', {}, this.#changes(), el('section.files', {}, this.#files(), this.#how())), this.#footer(nothing));
    this.#mark({});
  }

  #header() {
    const toggle = el('input', { type: 'checkbox', role: 'switch', id: 'save_stored', onchange: () => this.#toggle(toggle.checked) });
    toggle.checked = this.with_stored;
    const has_stored_copies = this.plan.steps.some(({ path }) => /\.(work|strd)$/i.test(path));
    return el(
      'header',
      {},
      el('h2.big', { id: 'save_title' }, this.#title()),
      el('span.soft', {}, this.plan.where ?? ''),
      el('span.grow'),
      has_stored_copies && el('label.switch.soft', {}, 'also update the stored copies (.strd)', toggle),
    );
  }

  /** What is noted about an archive goes along with the files of the plan, but is none. */
  #shown() {
    return this.plan.steps.filter(({ path }) => !isNote(path));
  }

  #title() {
    const files = this.#shown().length;
    if (this.direct) return this.plan.title;
    if (!this.saver.whole) return `Download ${counted(files, 'changed file')}`;
    return files || !this.plan.steps.length ? `Download ${this.plan.card} with ${counted(files, 'changed file')}` : `Download ${this.plan.card} as it was mended`;
  }

  #toggle(on) {
    this.with_stored = on;
    this.#plan();
    this.element.querySelector('#save_stored').focus();
  }

  #changes() {
    const parts = [el('h3.heading', {}, 'What changes')];
    for (const { heading, lines } of this.plan.changes ?? []) {
      parts.push(el('h4.medium', {}, heading), el('ul.soft', {}, ...lines.map((line) => el('li', {}, line))));
    }
    if (!this.plan.steps.length) parts.push(el('p.soft', {}, this.direct ? 'Nothing. Everything you see is on the card already.' : 'Nothing. Everything is as it was opened.'));
    return el('section.changes', {}, ...parts);
  }

  #files() {
    const shown = this.#shown();
    const rows = shown.map(({ action, path, size, note }) =>
      el('li', {}, el(`span.chip.${action}`, {}, action), el('span.mono.path', {}, path), el('span.small.faint.note', {}, note ?? sizeInWords(size))),
    );
    return el('div.file_list', { tabindex: shown.length > 8 ? 0 : null }, el('h3.heading', {}, 'Files'), el('ul.file_rows', {}, ...rows));
  }

  #how() {
    const replaced = this.plan.steps.filter((step) => step.action !== 'add').length;
    const words = this.direct
      ? {
          check: 'Nothing changed on the card since it was opened',
          backup: `Backup of ${counted(replaced, 'file')} kept in this browser`,
          write: this.plan.steps.some(({ action }) => action === 'remove') ? 'Write, samples first; removals last' : 'Write, samples first',
          verify: 'Read back, compare, decode',
          done: 'Done',
        }
      : {};
    this.rows = new Map();
    const list = el('ol.stages', {}, ...Object.entries(words).map(([stage, text], index) => this.#stage(stage, text, index)));
    this.bar = el('div.bar_done');
    const zip = this.saver.whole
      ? 'You get the archive that you opened with the changes in it; every other byte of it is as it was.'
      : this.saver.isOneFile(this.plan)
        ? 'You get the file with the changes in it.'
        : 'You get a zip with the changed files in their folders: unpack it over the card.';
    const why = this.saver.whole || this.saver.isOneFile(this.plan) ? '' : 'This card was not opened as a folder that the browser can write to. ';
    const explained = el('p.soft', {}, `${why}${zip} Until then the changes are kept in this browser only.`);
    this.stops = el('p.stops', { id: 'save_stops', role: 'status', hidden: true });
    this.preflighted(this.plan.errors);
    return el('div.how', {}, el('h3.heading', {}, 'How'), this.direct ? list : explained, this.stops, this.direct && el('div.bar', { 'aria-hidden': 'true' }, this.bar));
  }

  /** What would stop a machine in the archive as it goes out: known now, or told while the dialog is open. @param {number} [errors] */
  preflighted(errors = 0) {
    const words = `${counted(errors, 'finding')} would stop the sample tool or the machine. `;
    this.stops.replaceChildren(words, el('button.link', { id: 'save_show_stops', onclick: () => this.element.close('preflight') }, 'Look at them first'));
    this.stops.hidden = !errors;
  }

  #stage(stage, text, index) {
    const row = { mark: el('span.stage_mark'), count: el('span.mono.soft'), text: el('span', {}, text), index };
    this.rows.set(stage, row);
    row.element = el('li', { 'data-stage': stage }, row.mark, row.text, el('span.grow'), row.count);
    return row.element;
  }

  #footer(nothing) {
    const blocked = this.plan.blocked ?? [];
    this.promise = el('span.small.soft', {}, icon('shield', 14, 'ok'), this.direct ? 'If anything fails, the card keeps whole files and this can be rolled back in one click.' : this.saver.whole ? 'What you opened stays as it is.' : 'Nothing is written to the card.');
    this.promise.classList.add('promise');
    this.message = el('p.message', { role: 'status', hidden: true });
    this.buttons = el('span.buttons');
    const footer = el('footer', {}, this.message, this.promise, el('span.grow'), this.buttons);
    const { waiting = 0 } = this.plan;
    if (blocked.length) this.#say(blocked.join(' '), 'warn');
    else if (waiting) this.#say(`Reading ${counted(waiting, 'file')} from the card…`);
    const write = this.direct ? { id: 'save_write', label: 'Write', run: () => this.#write() } : { id: 'save_download', label: 'Download', run: () => this.#download() };
    this.#offer([
      { id: 'save_backups', label: 'Backups…', run: () => this.#backups(), flat: true },
      { id: 'save_cancel', label: nothing ? 'Close' : 'Cancel', run: () => this.element.close('cancel'), flat: true },
      !nothing && !blocked.length && !waiting && { ...write, go: true },
    ]);
    return footer;
  }

  /** @param {({id: string, label: string, run: () => void, go?: boolean, flat?: boolean} | false)[]} offers */
  #offer(offers) {
    const kinds = (offer) => `button.button${offer.go ? '.go' : ''}${offer.flat ? '.flat' : ''}`;
    this.buttons.replaceChildren(...offers.filter(Boolean).map((offer) => el(kinds(offer), { id: offer.id, onclick: offer.run, disabled: this.running }, offer.label)));
    this.primary = this.buttons.querySelector('.go') ?? this.buttons.lastElementChild;
    if (this.element.open) this.primary?.focus();
  }

  #say(sentence, kind = '') {
    this.message.textContent = sentence;
    this.message.className = `message ${kind}`;
    this.message.hidden = !sentence;
    this.promise.hidden = Boolean(sentence);
    announce(sentence, kind === 'bad' ? 'assertive' : 'polite');
  }

  async #backups() {
    if (await this.callbacks.openBackups()) this.element.close('restored');
  }

  #progress(stage, done, total) {
    this.reached = { ...this.reached, [stage]: { done, total } };
    this.#mark(this.reached);
  }

  /** Draws the marks of the five steps and the bar. */
  #mark(reached, failed = null) {
    let sum = 0;
    for (const stage of stages) {
      const row = this.rows.get(stage);
      if (!row) return;
      const { done = 0, total = 0 } = reached[stage] ?? {};
      const state = failed === stage ? 'failed' : !reached[stage] ? 'ahead' : done >= total ? 'passed' : 'under_way';
      row.element.className = state;
      row.mark.replaceChildren(state === 'passed' ? icon('check', 10, 'ok') : state === 'failed' ? icon('cross', 10, 'bad') : state === 'under_way' ? el('i') : String(row.index + 1));
      row.count.textContent = state === 'under_way' || state === 'failed' ? `${done} of ${total}` : '';
      sum += reached[stage] ? (share[stage] * done) / Math.max(total, 1) : 0;
    }
    this.bar.style.width = `${sum}%`;
  }

  async #run(work) {
    this.running = true;
    this.reached = {};
    this.#say('');
    for (const button of this.buttons.children) button.disabled = true;
    const outcome = await work((stage, done, total) => this.#progress(stage, done, total)).catch((error) => ({ ok: false, stage: 'check', message: error.message }));
    this.running = false;
    return outcome;
  }

  async #write() {
    const outcome = await this.#run((progress) => this.saver.write(this.plan, this.accepted, progress));
    if (outcome.conflicts) return this.#conflicts(outcome.conflicts);
    if (!outcome.ok) return this.#failed(outcome);
    this.#say('Written and verified on card.', 'good');
    this.#offer([
      { id: 'save_roll_back', label: 'Roll back', run: () => this.#rollBack(outcome.id) },
      { id: 'save_close', label: 'Close', run: () => this.element.close('written'), go: true },
    ]);
  }

  #failed(outcome) {
    this.#mark(this.reached, outcome.stage);
    const { state } = outcome;
    const begun = state && state.old.length < this.#countIn(state);
    const again = state?.unreadable.length ? ' Put the card back in, then choose; or later, when it is opened again.' : '';
    this.#say(`Not written: ${outcome.message} ${begun ? stateInWords(state) : 'The card is as it was.'}${again}`, 'bad');
    this.#offer([
      { id: 'save_close', label: 'Close', run: () => this.element.close('failed'), flat: true },
      begun && !outcome.earlier && { id: 'save_retry', label: 'Try to finish', run: () => this.#finish(outcome.id) },
      begun && { id: 'save_roll_back', label: 'Roll back', run: () => this.#rollBack(outcome.id), go: true },
      !begun && { id: 'save_write', label: 'Try again', run: () => this.#write(), go: true },
    ]);
  }

  #countIn(state) {
    return Object.values(state).reduce((sum, paths) => sum + paths.length, 0);
  }

  async #finish(id) {
    const outcome = await this.#run((progress) => this.saver.recover(id, 'new', progress));
    if (!outcome.ok) return this.#failed({ ...outcome, id });
    this.#say('Written and verified on card.', 'good');
    this.#offer([{ id: 'save_close', label: 'Close', run: () => this.element.close('written'), go: true }]);
  }

  async #rollBack(id) {
    const outcome = await this.#run((progress) => this.saver.recover(id, 'old', progress));
    if (!outcome.ok) return this.#failed({ ...outcome, id });
    this.#say('Rolled back and verified: the card holds what it held before. Your edits are kept in this browser only.', 'good');
    this.#offer([{ id: 'save_close', label: 'Close', run: () => this.element.close('rolled_back'), go: true }]);
  }

  /** Both sides of each file that another program has changed. */
  #conflicts(conflicts) {
    this.#mark(this.reached, 'check');
    const side = (size, extra) => (size === null ? 'not there' : `${sizeInWords(size)}${extra}`);
    const rows = conflicts.map((one) => {
      const time = one.modified ? `, changed ${new Date(one.modified).toLocaleString()}` : '';
      const differing = one.differing === null ? '' : ` · ${counted(one.differing, 'byte')} ${one.differing === 1 ? 'differs' : 'differ'}`;
      return el('li', {}, el('div.mono', {}, one.path), el('div.small.soft', {}, `when opened: ${side(one.opened, '')} · on the card now: ${side(one.card, time)}${differing}`));
    });
    const what = el('div.conflicts', { role: 'alert' }, el('h3.heading', {}, 'Changed by another program'), el('ul', {}, ...rows));
    what.append(el('p.soft.small', {}, 'To see the version of the card, cancel, close the card and open it again. If you write yours over it, that version goes into the backup.'));
    this.element.querySelector('.files').prepend(what);
    this.#say(conflicts.length === 1 ? conflicts[0].message : `${conflicts.length} files were changed by another program since the card was opened.`, 'warn');
    this.#offer([
      { id: 'save_cancel', label: 'Cancel', run: () => this.element.close('cancel'), go: true },
      { id: 'save_over', label: 'Write mine over it', run: () => this.#writeOver(conflicts, what) },
    ]);
  }

  #writeOver(conflicts, what) {
    what.remove();
    for (const { path } of conflicts) this.accepted.add(path);
    return this.#write();
  }

  #notPacked(message) {
    this.#say(`Not downloaded: ${message}`, 'bad');
    this.#offer([
      { id: 'save_close', label: 'Close', run: () => this.element.close('failed'), flat: true },
      { id: 'save_download', label: 'Try again', run: () => this.#download(), go: true },
    ]);
  }

  /** A large archive takes seconds: how far it is, and a way to stop it. */
  #packing() {
    const meter = el('progress', { max: '1', value: '0', 'aria-label': 'Packing' });
    const run = { stopped: false, progress: (share) => (meter.value = share) };
    const stop = () => (run.stopped = true);
    this.packing = { run, stop, meter };
    return this.packing;
  }

  async #download() {
    const { run, stop, meter } = this.#packing();
    const working = this.#run(() => this.saver.packed(this.plan, run));
    this.buttons.replaceChildren(meter, el('button.button.flat', { id: 'save_stop', onclick: stop }, 'Cancel'));
    const outcome = await working;
    this.packing = null;
    if (run.stopped) return this.#draw();
    if (outcome.ok === false) return this.#notPacked(outcome.message);
    download(outcome.name, outcome.bytes, 'application/zip');
    const removed = this.plan.steps.filter((step) => step.action === 'remove').map((step) => step.path);
    const how = this.saver.whole ? 'It takes the place of the zip that you opened' : `Unpack it over the card${removed.length ? ` and remove ${removed.join(', ')}` : ''}`;
    this.#say(`Downloaded. ${how}; until then the changes are kept in this browser only.`);
    this.#offer([{ id: 'save_close', label: 'Close', run: () => this.element.close('downloaded'), go: true }]);
  }
}
