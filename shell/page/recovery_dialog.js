// When a card is opened to which a save was begun and not ended: finish it, undo it, or leave the card closed.

import { ask } from './dialog.js';
import { announce } from './services.js';

/**
 * @param {import('./saver.js').Saver} saver
 * @returns {Promise<boolean>} whether the card may be opened now
 */
export async function askAboutInterrupted(saver) {
  let record = await saver.interrupted().catch(() => null);
  let trouble = '';
  while (record) {
    const when = new Date(record.time).toLocaleString();
    const answer = await ask({
      title: `A save to ${record.card.name} was interrupted`,
      lines: [
        trouble || `On ${when}: “${record.title}”. Some of its ${record.steps.length} files are on the card as planned, others are as before.`,
        'All of them, old and new, are kept in this browser. Finish brings the card to the new state, Undo back to the old one; either is read back and verified.',
      ],
      answers: [{ name: 'later', label: 'Not now' }, { name: 'undo', label: 'Undo' }, { name: 'finish', label: 'Finish', go: true }],
      other: 'later',
    });
    if (answer === 'later') return false;
    if (!(await saver.permitted())) {
      trouble = `The browser was not allowed to write to ${record.card.name}.`;
      continue;
    }
    const outcome = await saver.recover(record.id, answer === 'finish' ? 'new' : 'old').catch((error) => ({ ok: false, message: error.message }));
    trouble = outcome.ok ? '' : `That did not work: ${outcome.message}`;
    if (outcome.ok) announce(answer === 'finish' ? 'Finished and verified on card.' : 'Undone and verified on card.');
    if (outcome.ok) record = await saver.interrupted().catch(() => null);
  }
  return true;
}
