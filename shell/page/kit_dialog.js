// A new .ppak of sounds, and of a description if there is one: the files are chosen, the plan says what goes where and what is
// refused, then it is built in the workshop and downloaded. Fetched when it is first asked for.

import { counted, sizeInWords } from './bytes.js';
import { showModal } from './dialog.js';
import { el, icon } from './dom.js';
import { announce, download } from './services.js';
import { filesFromInput } from './sources.js';

const isWanted = (name) => /\.(wav|aiff?|json|csv|ppak|pak|tar)$/i.test(name);
const isBackup = (name) => /\.(ppak|pak|tar)$/i.test(name);
const endingOf = (name) => name.slice(name.lastIndexOf('.'));
const withoutEnding = (name) => name.replace(/\.[^.]*$/, '');

/** Of a chosen folder the names begin below it, as the description has them. @param {File} file */
const nameOf = (file) => file.webkitRelativePath.split('/').slice(1).join('/') || file.name;

const input = (attributes) => el('input', { type: 'file', multiple: true, hidden: true, ...attributes });

export class KitDialog {
  /**
   * @param {import('./workshop.js').Workshop} workshop
   * @param {{name: string, put: () => Promise<void>} | null} open the archive that is open, and what gives the workshop its edits
   */
  constructor(workshop, open = null) {
    Object.assign(this, { workshop, open });
    /** @type {Map<string, number>} sizes by name */
    this.files = new Map();
    this.stopped = this.running = this.onto_open = false;
    this.element = el('dialog.dialog.kit', { id: 'kit_dialog', 'aria-labelledby': 'kit_title' }, this.#header(), this.#body(), this.#footer());
    this.element.addEventListener('cancel', () => (this.stopped = true));
  }

  async show() {
    const closed = showModal(this.element);
    await this.#again(() => this.workshop.perform('kit_forget'));
    this.add.focus();
    await closed;
    this.stopped = true;
    await this.workshop.alone(() => this.workshop.perform('kit_forget')).catch(() => {});
  }

  #header() {
    return el('header', {}, el('h2.big', { id: 'kit_title' }, 'New .ppak for the EP-133'), el('span.grow'), el('label.soft', { for: 'kit_name' }, 'Name '), (this.name = el('input.text', { id: 'kit_name', value: 'kit', size: 20, autocomplete: 'off', spellcheck: 'false' })));
  }

  #body() {
    const files = input({ accept: '.wav,.aif,.aiff,.json,.csv,.ppak,.pak,.tar', id: 'kit_files' });
    const folder = input({ webkitdirectory: true, id: 'kit_folder' });
    const choose = (from) => async () => this.#take((await filesFromInput(from)) ?? []);
    this.add = el('button.button', { id: 'kit_add', onclick: choose(files) }, 'Add files…');
    const base = el('input', { type: 'checkbox', id: 'kit_base', onchange: () => this.#putBase(base.checked) });
    this.chosen = el('ul.kit_files.small', { id: 'kit_chosen', 'aria-label': 'Files' });
    this.plan = el('ul.kit_plan', { id: 'kit_plan', 'aria-label': 'What goes where' });
    return el(
      'div.body',
      {},
      el('p.soft', {}, 'WAV or AIFF files; with a description (kit.json, or pads.csv, patterns.csv and scenes.csv) it says what goes where, without one they go onto the pads in the order of their names. A backup of your own among them is what all of it goes into: everything else in it stays, and the file that you chose does too.'),
      el('div.kit_choose', {}, this.add, el('button.button', { onclick: choose(folder), id: 'kit_add_folder' }, 'Add a folder…'), this.open && el('label.switch', {}, base, `Into ${this.open.name}, with its edits`), files, folder),
      this.chosen,
      el('h3.heading', {}, 'What goes where'),
      this.plan,
    );
  }

  #footer() {
    this.message = el('p.message', { id: 'kit_message', role: 'status' });
    this.bar = el('progress', { id: 'kit_progress', max: 1, value: 0, hidden: true, 'aria-label': 'Building' });
    this.cancel = el('button.button.flat', { id: 'kit_cancel', onclick: () => this.#cancel() }, 'Close');
    this.build = el('button.button.go', { id: 'kit_build', disabled: true, onclick: () => this.#build() }, 'Build and download');
    return el('footer', {}, this.message, this.bar, el('span.grow'), el('span.buttons', {}, this.cancel, this.build));
  }

  #say(words, kind = '') {
    this.message.replaceChildren(...(kind ? [icon(kind === 'good' ? 'check' : 'warn', 12), ` ${words}`] : [words]));
    this.message.className = `message ${kind}`;
    announce(words);
  }

  /** @param {File[]} chosen */
  #take(chosen) {
    const wanted = chosen.filter((file) => isWanted(nameOf(file)));
    const [folder] = chosen[0]?.webkitRelativePath.split('/') ?? [];
    if (folder) this.name.value = folder;
    return this.#again(async () => {
      for (const file of wanted) {
        await this.workshop.perform('kit_file', { path: nameOf(file) }, new Uint8Array(await file.arrayBuffer()), true);
        this.files.set(nameOf(file), file.size);
        if (isBackup(file.name)) this.name.value = withoutEnding(file.name);
      }
    }, chosen.length - wanted.length);
  }

  #putBase(on) {
    const { name } = this.open;
    return this.#again(async () => {
      if (!on) return this.#drop(name);
      await this.open.put();
      await this.workshop.perform('kit_open', { path: name });
      this.onto_open = true;
      this.name.value = withoutEnding(name);
    });
  }

  async #drop(name) {
    await this.workshop.perform('kit_remove', { path: name });
    this.files.delete(name);
    if (name === this.open?.name) this.onto_open = false;
  }

  /** Of the kind of the backup that all goes into. */
  #fileName() {
    const base = this.onto_open ? this.open.name : [...this.files.keys()].find(isBackup);
    return `${this.name.value.trim() || 'kit'}${base ? endingOf(base) : '.ppak'}`;
  }

  /** Changes what there is, then plans anew. @param {() => Promise<any>} change @param {number} [others] files that are of no use here */
  async #again(change, others = 0) {
    try {
      const plan = await this.workshop.alone(async () => {
        await change();
        return this.workshop.perform('kit_plan');
      });
      this.#drawFiles();
      this.#drawPlan(plan);
      this.build.disabled = !plan.can_build || (!this.files.size && !plan.lines.length);
      if (others) this.#say(`${counted(others, 'file')} left out: neither sound, description nor backup.`, 'warn');
      else if (!plan.proven) this.#say(plan.unproven ?? '', 'warn');
      else this.#say('Into a backup of your own.', 'good');
    } catch (error) {
      this.build.disabled = true;
      this.#say(error.message, 'bad');
    }
  }

  #drawFiles() {
    const rows = [...this.files].map(([name, size]) => {
      const drop = () => this.#again(() => this.#drop(name));
      return el('li', {}, el('span', {}, name), el('span.faint', {}, sizeInWords(size)), el('button.link', { onclick: drop, 'aria-label': `Leave out ${name}` }, 'leave out'));
    });
    this.chosen.replaceChildren(...rows);
  }

  #drawPlan({ lines }) {
    const rows = lines.map(({ severity, place, words }) => el(`li.${severity}`, {}, severity !== 'note' && icon('warn', 12), el('span.medium', {}, place), el('span.soft', {}, words)));
    this.plan.replaceChildren(...rows);
  }

  #cancel() {
    if (!this.running) return this.element.close();
    this.stopped = true;
  }

  #run(running) {
    this.running = running;
    this.bar.hidden = !running;
    this.build.disabled = this.add.disabled = running;
    this.cancel.textContent = running ? 'Cancel' : 'Close';
  }

  async #build() {
    this.stopped = false;
    this.#run(true);
    this.#say('');
    try {
      const { bytes, lines, proven } = await this.workshop.alone(() => this.#steps());
      const name = this.#fileName();
      download(name, bytes);
      const found = lines.length ? ` ${counted(lines.length, 'finding')} of the archive: open it to look at them.` : '';
      this.#say(`Downloaded ${name}, ${sizeInWords(bytes.length)}.${proven ? '' : ' Not yet proven on a device.'}${found}`, 'good');
    } catch (error) {
      this.#say(this.stopped ? 'Stopped. Nothing was made.' : `Not built: ${error.message}`, this.stopped ? 'warn' : 'bad');
    }
    this.#run(false);
  }

  async #steps() {
    await this.workshop.perform('kit_begin');
    for (let more = true; more; ) {
      if (this.stopped) throw new Error('Stopped.');
      const step = await this.workshop.perform('kit_step');
      more = step.more;
      this.bar.value = step.share;
    }
    if (this.stopped) throw new Error('Stopped.');
    return this.workshop.perform('kit_end');
  }
}
