// The backups kept in this browser, and what each of them holds: put back, all of it or one file; download as a zip; delete.

import { counted, sizeInWords } from './bytes.js';
import { showModal } from './dialog.js';
import { el } from './dom.js';
import { announce, download } from './services.js';

async function lifetimeInWords(saver) {
  const kept = 'What was replaced stays for 120 days or 512 MB, what was removed from a card until you delete it here.';
  return (await saver.isPersistent().catch(() => false)) ? kept : `${kept} This browser may clear its storage when the disk is full: download what matters.`;
}

/**
 * @param {import('./saver.js').Saver} saver
 * @returns {Promise<boolean>} whether something was put back on the card: it is to be opened anew
 */
export async function showBackups(saver) {
  let restored = false;
  const list = el('ul.backup_rows');
  const message = el('p.message', { role: 'status', hidden: true });
  const say = (sentence, kind = '') => {
    message.textContent = sentence;
    message.className = `message ${kind}`;
    message.hidden = !sentence;
    announce(sentence);
  };
  const dialog = el(
    'dialog.dialog.backups',
    { 'aria-labelledby': 'backups_title', id: 'backups_dialog' },
    el('header', {}, el('h2.big', { id: 'backups_title' }, 'Backups'), el('span.soft', {}, 'what each save replaced or removed, kept in this browser')),
    el('div.body', {}, list, el('p.small.soft', {}, await lifetimeInWords(saver))),
    el('footer', {}, message, el('span.grow'), el('button.button.go', { onclick: () => dialog.close(), id: 'backups_close', autofocus: true }, 'Close')),
  );

  const put = async (record, paths) => {
    say('Putting it back…');
    const outcome = await saver.restoreBackup(record, paths).catch((error) => ({ ok: false, message: error.message }));
    restored ||= outcome.ok;
    say(outcome.ok ? 'Put back and verified on card. The card is opened anew when you close this.' : `Not put back: ${outcome.message}`, outcome.ok ? 'good' : 'bad');
    await draw();
  };
  const file = (record, here) => (step) =>
    el(
      'li',
      {},
      el(`span.chip.${step.new ? 'replace' : 'remove'}`, {}, step.new ? 'replaced' : 'removed'),
      el('span.mono.grow', {}, step.path),
      el('span.small.faint', {}, sizeInWords(step.old.size)),
      here && el('button.button.flat', { onclick: () => put(record, [step.path]), 'aria-label': `Put back ${step.path}` }, 'Put back'),
    );
  const row = ({ record, files, size, removed }) => {
    const time = new Date(record.time).toLocaleString();
    const here = record.card.name === saver.card.name && saver.folder?.writable;
    return el(
      'li',
      {},
      el(
        'details.grow',
        {},
        el('summary', {}, el('span.medium', {}, `${record.card.name} · ${time}`), el('span.small.soft', {}, `${counted(files, 'file')}, ${sizeInWords(size)}${removed ? `, ${removed} removed from the card` : ''} · before “${record.title}”`)),
        el('ul.backup_files', {}, ...record.steps.filter((step) => step.old).map(file(record, here))),
      ),
      here && el('button.button', { onclick: () => put(record) }, 'Put back'),
      el('button.button', { onclick: async () => download(`${record.card.name}_${record.time.slice(0, 10)}_backup.zip`, await saver.backupZip(record), 'application/zip') }, 'Download'),
      el('button.button.flat', { onclick: () => saver.forgetBackup(record).then(draw), 'aria-label': `Delete the backup of ${time}` }, 'Delete'),
    );
  };
  const draw = async () => {
    const backups = await saver.backups();
    list.replaceChildren(...backups.map(row));
    if (!backups.length) list.append(el('li.soft', {}, 'None yet. Each save keeps what it replaces and removes.'));
  };

  await draw();
  await showModal(dialog);
  return restored;
}
