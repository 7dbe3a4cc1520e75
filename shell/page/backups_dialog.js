// The backups kept in this browser, and what each of them holds: put back, all of it or one file; download as a zip; delete.

import { counted, sizeInWords } from './bytes.js';
import { ask, showModal } from './dialog.js';
import { el } from './dom.js';
import { announce, download } from './services.js';

/** @typedef {import('./backups.js').Backup} Backup */

/**
 * @param {import('./saver.js').Saver} saver
 * @returns {Promise<boolean>} whether something was put back on the card: it is to be opened anew
 */
export async function showBackups(saver) {
  const dialog = new BackupsDialog(saver);
  await dialog.draw();
  await showModal(dialog.element);
  return dialog.restored;
}

class BackupsDialog {
  constructor(saver) {
    this.saver = saver;
    this.restored = false;
    this.list = el('ul.backup_rows');
    this.lifetime = el('p.small.soft');
    this.message = el('p.message', { role: 'status', hidden: true });
    this.close = el('button.button.go', { onclick: () => this.element.close(), id: 'backups_close', autofocus: true }, 'Close');
    this.element = el(
      'dialog.dialog.backups',
      { 'aria-labelledby': 'backups_title', id: 'backups_dialog', oncancel: (event) => this.running && event.preventDefault() },
      el('header', {}, el('h2.big', { id: 'backups_title' }, 'Backups'), el('span.soft', {}, 'what each save replaced or removed, kept in this browser')),
      el('div.body', {}, this.list, this.lifetime),
      el('footer', {}, this.message, el('span.grow'), this.close),
    );
  }

  async draw() {
    const [backups, persistent] = await Promise.all([this.saver.backups(), this.saver.isPersistent()]);
    const kept = 'What was replaced stays for 120 days or 512 MB, what was removed from a card until you delete it here.';
    this.lifetime.textContent = persistent ? kept : `${kept} This browser may clear its storage when the disk is full: download what matters.`;
    this.list.replaceChildren(...backups.map((backup) => this.#row(backup)));
    if (!backups.length) this.list.append(el('li.soft', {}, 'None yet. Each save keeps what it replaces and removes.'));
  }

  /** @param {Backup} backup */
  #row(backup) {
    const { record, files, size, removed } = backup;
    const time = new Date(record.time).toLocaleString();
    const here = record.card.name === this.saver.card.name && this.saver.folder?.writable;
    const summary = `${counted(files, 'file')}, ${sizeInWords(size)}${removed ? `, ${removed} removed from the card` : ''} · before “${record.title}”`;
    return el(
      'li',
      {},
      el(
        'details.grow',
        {},
        el('summary', {}, el('span.medium', {}, `${record.card.name} · ${time}`), el('span.small.soft', {}, summary)),
        el('ul.backup_files', {}, ...record.steps.filter((step) => step.old).map((step) => this.#file(record, step, here))),
      ),
      here && el('button.button', { onclick: () => this.#put(record) }, 'Put all back'),
      el('button.button', { onclick: () => this.#download(record) }, 'Download'),
      el('button.button.flat', { onclick: () => this.#forget(backup), 'aria-label': `Delete the backup of ${time}` }, 'Delete'),
    );
  }

  #file(record, { path, old, new: fresh }, here) {
    return el(
      'li',
      {},
      el(`span.chip.${fresh ? 'replace' : 'remove'}`, {}, fresh ? 'replaced' : 'removed'),
      el('span.mono.grow', {}, path),
      el('span.small.faint', {}, sizeInWords(old.size)),
      here && el('button.button.flat', { onclick: () => this.#put(record, [path]), 'aria-label': `Put back ${path}` }, 'Put back'),
    );
  }

  #say(sentence, kind = '') {
    this.message.textContent = sentence;
    this.message.className = `message ${kind}`;
    this.message.hidden = !sentence;
    announce(sentence);
  }

  /** One thing at a time, and the list as it is afterwards. What goes wrong is said with `start` before it. */
  async #during(start, work) {
    this.running = true;
    for (const button of this.element.querySelectorAll('button')) button.disabled = true;
    await work().catch((error) => this.#say(`${start}: ${error.message}`, 'bad'));
    this.running = this.close.disabled = false;
    await this.draw();
    this.close.focus();
  }

  #put(record, paths) {
    this.#say('Putting it back…');
    return this.#during('Not put back', async () => {
      const outcome = await this.saver.restoreBackup(record, paths);
      if (!outcome.ok) throw new Error(outcome.message);
      this.restored = true;
      this.#say('Put back and verified on card. The card is opened anew when you close this.', 'good');
    });
  }

  #download(record) {
    return this.#during('Not downloaded', async () => download(`${record.card.name}_${record.time.slice(0, 10)}_backup.zip`, await this.saver.backupZip(record), 'application/zip'));
  }

  /** @param {Backup} backup */
  async #forget({ record, removed }) {
    const question = {
      title: `Delete ${counted(removed, 'removed file')} for good?`,
      lines: [`${removed === 1 ? 'It was' : 'They were'} removed from ${record.card.name} by this save. If no other copy exists, this is the last one.`],
      answers: [{ name: 'delete', label: 'Delete' }, { name: 'keep', label: 'Keep', go: true }],
      other: 'keep',
    };
    if (removed && (await ask(question)) !== 'delete') return;
    await this.#during('Not deleted', () => this.saver.forgetBackup(record));
  }
}
