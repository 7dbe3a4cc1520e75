// Dialogs in plain HTML: the frame of all of them, and a question with a few answers.

import { el } from './dom.js';

/**
 * Shows a <dialog>; resolves when it closes. It leaves the page when closed.
 * @param {HTMLDialogElement} dialog @returns {Promise<string>} its return value
 */
export function showModal(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/**
 * @param {{title: string, lines: string[], answers: {name: string, label: string, go?: boolean}[], other: string}} question
 *   other: the answer that Escape gives
 * @returns {Promise<string>} the name of the answer
 */
export async function ask({ title, lines, answers, other }) {
  const dialog = el('dialog.dialog.question', { 'aria-labelledby': 'question_title' });
  const buttons = answers.map(({ name, label, go }) => el(go ? 'button.button.go' : 'button.button', { id: `answer_${name}`, onclick: () => dialog.close(name), autofocus: Boolean(go) }, label));
  dialog.append(
    el('header', {}, el('h2.big', { id: 'question_title' }, title)),
    el('div.body', {}, ...lines.map((line) => el('p.soft', {}, line))),
    el('footer', {}, el('span.grow'), ...buttons),
  );
  return (await showModal(dialog)) || other;
}
