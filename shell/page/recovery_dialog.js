// When a card is opened to which a save was begun and not ended: finish it, undo it, or leave the card closed. And while edits
// of an earlier visit are brought back.

import { counted } from './bytes.js';
import { ask, showModal } from './dialog.js';
import { el } from './dom.js';
import { stateInWords } from './recovery.js';
import { announce } from './services.js';

function questionAbout({ record, state }, trouble) {
  const foreign = state.other.length + state.gone.length > 0;
  const lines = [
    `On ${new Date(record.time).toLocaleString()}: “${record.title}”. ${stateInWords(state)}`,
    'All of them, old and new, are kept in this browser. Finish brings the card to the new state, Undo back to the old one; either is read back and verified.',
  ];
  if (state.other.length) lines.push('What another program has written there goes into the backups first.');
  if (trouble) lines.unshift(trouble);
  const leave = { name: 'leave', label: 'Leave the card as it is' };
  const answers = [{ name: 'later', label: 'Not now' }, { name: 'undo', label: 'Undo' }, { name: 'finish', label: 'Finish', go: true }];
  return { title: `A save to ${record.card.name} was interrupted`, lines, answers: foreign || trouble ? [leave, ...answers] : answers, other: 'later' };
}

/** @returns {Promise<string>} what did not work; empty when it did */
async function carryOutAnswer(saver, record, answer) {
  if (answer === 'leave') {
    await saver.leaveAsItIs(record);
    announce('The card was left as it is. What the save had replaced is in the backups.');
    return '';
  }
  if (!(await saver.permitted())) return `The browser was not allowed to write to ${record.card.name}.`;
  const outcome = await saver.recover(record.id, answer === 'finish' ? 'new' : 'old');
  if (!outcome.ok) return `That did not work: ${outcome.message}`;
  announce(answer === 'finish' ? 'Finished and verified on card.' : 'Undone and verified on card.');
  return '';
}

/**
 * @param {import('./saver.js').Saver} saver
 * @returns {Promise<boolean>} whether the card may be opened now
 */
export async function askAboutInterrupted(saver) {
  let trouble = '';
  for (;;) {
    const found = await saver.interrupted().catch(() => null);
    if (!found) return true;
    const answer = await ask(questionAbout(found, trouble));
    if (answer === 'later') return false;
    trouble = await carryOutAnswer(saver, found.record, answer).catch((error) => `That did not work: ${error.message}`);
  }
}

/**
 * Nothing can be edited until what was edited before is back: two histories could not be told apart. The browser keeps
 * pointer and keys away from what is behind a dialog.
 * @returns {() => void} to be called when they are back
 */
export function showBringingBack(count, card) {
  const dialog = el('dialog.dialog.question', { 'aria-labelledby': 'bringing_back_title', oncancel: (event) => event.preventDefault() });
  dialog.append(el('header', {}, el('h2.big', { id: 'bringing_back_title', tabindex: -1, autofocus: true }, `Bringing back ${counted(count, 'edit')} of ${card.name}…`)));
  showModal(dialog);
  return () => dialog.close();
}
