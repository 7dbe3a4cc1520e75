// The backups kept in this browser: put back, download as a zip, delete.

import { counted, sizeInWords } from './bytes.js';
import { showModal } from './dialog.js';
import { el } from './dom.js';
import { announce, download } from './services.js';

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
    el('header', {}, el('h2.big', { id: 'backups_title' }, 'Backups'), el('span.soft', {}, 'what each save replaced, kept in this browser')),
    el('div.body', {}, list),
    el('footer', {}, message, el('span.grow'), el('button.button.go', { onclick: () => dialog.close(), id: 'backups_close', autofocus: true }, 'Close')),
  );

  const put = async (record) => {
    say('Putting it back…');
    const outcome = await saver.restoreBackup(record).catch((error) => ({ ok: false, message: error.message }));
    restored ||= outcome.ok;
    say(outcome.ok ? 'Put back and verified on card. The card is opened anew when you close this.' : `Not put back: ${outcome.message}`, outcome.ok ? 'good' : 'bad');
    await draw();
  };
  const row = ({ record, files, size }) => {
    const time = new Date(record.time).toLocaleString();
    const here = record.card.name === saver.card.name && saver.folder?.writable;
    return el(
      'li',
      {},
      el('div.grow', {}, el('div.medium', {}, `${record.card.name} · ${time}`), el('div.small.soft', {}, `${counted(files, 'file')}, ${sizeInWords(size)} · before “${record.title}”`)),
      here && el('button.button', { onclick: () => put(record) }, 'Put back'),
      el('button.button', { onclick: async () => download(`${record.card.name}_${record.time.slice(0, 10)}_backup.zip`, await saver.backupZip(record), 'application/zip') }, 'Download'),
      el('button.button.flat', { onclick: () => saver.forgetBackup(record).then(draw), 'aria-label': `Delete the backup of ${time}` }, 'Delete'),
    );
  };
  const draw = async () => {
    const backups = await saver.backups();
    list.replaceChildren(...backups.map(row));
    if (!backups.length) list.append(el('li.soft', {}, 'None yet. Each save keeps what it replaces.'));
  };

  await draw();
  await showModal(dialog);
  return restored;
}
