// The save engine with the page around it: permission, one writer at a time over all tabs, persistent storage, and telling the
// app and the journal of edits how it went.

import { backupFiles, listBackups, pruneBackups, restorePlan } from './backups.js';
import { privateFolder } from './folder.js';
import { isKnown, leaveAsItIs, recover, settled, unfinishedSaves } from './recovery.js';
import { performSave } from './save.js';
import { allRecords, forgetRecord, forgetUnbegun } from './save_record.js';
import { survey } from './survey.js';

const lock_name = 'groovebench-save';

/** Saves that an earlier visit began and did not end; none while another tab is writing. */
export async function interruptedSaves() {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === lock_name) ? [] : unfinishedSaves(await privateFolder('groovebench'));
}

/** What is to be done to an archive itself stands among its files under this name (web/messages/preflight.h). */
export const isNote = (path) => path === '(archive)';

const isArchiveName = (name) => /\.(zip|ppak|pak|tar)$/i.test(name);

const stay = (event) => event.preventDefault();

export class Saver {
  /**
   * @param {{app: any, bridge: import('./bridge.js').Bridge, workshop: import('./workshop.js').Workshop}} editor
   * @param {any} folder @param {{id: string, name: string}} card @param {import('./journal.js').Journal} journal
   */
  constructor({ app, bridge, workshop }, folder, card, journal) {
    Object.assign(this, { app, bridge, workshop, folder, card, journal });
    this.store = privateFolder('groovebench');
    this.store.catch(() => {}); // said by the step that needs it
    this.told = false; // whether the app knows this card yet: before that, recovery has nothing to tell it
    this.last_saved = ''; // the save that the app was told of last: rolling it back is told too
  }

  /** The plan as data. It may ask for files that have to be read first: they are read in the frames to come. */
  plan(with_stored) {
    const plan = JSON.parse(this.app.savePlan(with_stored));
    this.app.wake();
    this.bridge.wake();
    return plan;
  }

  async #context(progress = () => {}) {
    const host = {
      planBytes: (path) => this.app.planBytes(path),
      originalBytes: (path) => this.app.originalBytes(path),
      verify: (path, bytes) => this.bridge.verify(path, bytes),
    };
    return { folder: this.folder, store: await this.store, host, card: { id: this.card.id, name: this.card.name }, now: () => new Date(), progress };
  }

  /** Only one tab writes, and the browser asks before it closes it meanwhile. */
  async #alone(work, how = { ifAvailable: true }) {
    return navigator.locks.request(lock_name, how, async (lock) => {
      if (!lock) throw new Error('Another tab of Groovebench is writing just now. Wait until it is done.');
      addEventListener('beforeunload', stay);
      try {
        return await work();
      } finally {
        removeEventListener('beforeunload', stay);
      }
    });
  }

  /** Whether what goes out as a download is everything that was opened: an archive with the changes in it. */
  get whole() {
    return Boolean(this.folder.packed);
  }

  /** Whether what was opened was a file by itself: it goes out as it is. */
  isOneFile({ steps }) {
    return !this.whole && steps.length === 1 && steps[0].action !== 'remove' && !steps[0].path.includes('/');
  }

  /** The files of a plan as they go out; null for one that goes. @returns {{path: string, bytes: Uint8Array | null}[]} */
  files({ steps }) {
    const files = steps.map(({ action, path }) => ({ path, bytes: action === 'remove' ? null : this.app.planBytes(path) }));
    for (const { path, bytes } of files) {
      const problems = bytes ? this.bridge.verify(path, bytes) : [];
      if (problems.length) throw new Error(`${path}: not packed, since it is not in order: ${problems.join('; ')}`);
    }
    return files;
  }

  /** What goes out where nothing can be written: the archive that was opened with the changes in it, the one file, or a zip of the changed files. @param {any} plan @param {import('./workshop.js').Run} [run] */
  async packed(plan, run) {
    const files = this.files(plan);
    const now = new Date();
    if (this.whole) return { name: isArchiveName(this.folder.name) ? this.folder.name : `${this.folder.name}.zip`, bytes: await this.folder.packed(files, now, run) };
    if (this.isOneFile(plan)) return { name: files[0].path, bytes: files[0].bytes };
    return { name: `${plan.card || 'changes'}_changes.zip`, bytes: await this.workshop.pack(files.filter(({ bytes }) => bytes), now, {}, run) };
  }

  /** May we write? Inside a click, so that the browser can ask. */
  async permitted() {
    return this.folder.permission(true);
  }

  /** @returns {Promise<import('./save.js').Outcome>} */
  async write(plan, accepted, progress) {
    if (!(await this.permitted())) return this.#notPermitted();
    navigator.storage.persist?.().catch(() => {});
    const outcome = await this.#alone(async () => {
      const context = await this.#context(progress);
      const earlier = await this.#unfinished(context);
      if (earlier) return { ok: false, stage: 'check', id: earlier.record.id, state: earlier.state, earlier: true, message: 'An earlier save to this card did not end. Roll it back first; your edits are still here to be written then.' };
      return performSave(context, plan, accepted);
    });
    if (outcome.ok) await this.#written(outcome);
    for (const { path } of outcome.conflicts ?? []) this.bridge.tell('changed_on_card', { path });
    return outcome;
  }

  #notPermitted() {
    return { ok: false, stage: 'check', message: `The browser was not allowed to write to ${this.card.name}. Nothing was touched.` };
  }

  async #written(outcome) {
    this.last_saved = outcome.id;
    if (this.told) this.bridge.tell('saved', { files: outcome.written, removed: outcome.removed }); // and it clears the journal
    else await this.journal.clear().catch(() => {});
    await pruneBackups(await this.store, Date.now()).catch(() => {});
  }

  async #record(id) {
    return (await allRecords(await this.store)).find(({ record }) => record.id === id)?.record;
  }

  /** Finishes or undoes the save `id`. @param {'new'|'old'} side */
  async recover(id, side, progress) {
    const outcome = await this.#alone(async () => recover(await this.#context(progress), await this.#record(id), side));
    if (outcome.ok && side === 'new') await this.#written(outcome);
    // The app journals anew what now differs from the card again.
    if (outcome.ok && side === 'old' && this.last_saved === id) this.bridge.tell('rolled_back', { files: [...outcome.written, ...outcome.removed] });
    return outcome;
  }

  /**
   * A save to this card that was left unfinished. What turns out to be all new or all old is marked so in silence. A card that
   * only has the same name, and none of the files, is another one.
   * @returns {Promise<{record: import('./save_record.js').SaveRecord, state: import('./survey.js').CardState} | null>}
   */
  async #unfinished(context) {
    let found = null;
    await forgetUnbegun(context.store);
    for (const record of await unfinishedSaves(context.store)) {
      const same_card = record.card.id === this.card.id;
      if (!same_card && record.card.name !== this.card.name) continue;
      const state = await survey(context, record);
      if (!same_card && !isKnown(record, state)) continue;
      const phase = await settled(context, record, state);
      if (phase === 'done' && !this.told) await this.journal.clear();
      if (!phase || (phase === 'done' && this.told)) found ??= { record, state }; // the app was told that it failed
    }
    return found;
  }

  /** As above, of an earlier visit, before the app knows this card; once other tabs are done with theirs. */
  async interrupted() {
    return this.#alone(async () => this.#unfinished(await this.#context()), {});
  }

  async leaveAsItIs(record) {
    await this.#alone(async () => leaveAsItIs(await this.#context(), record));
  }

  async backups() {
    return listBackups(await this.store);
  }

  async backupZip(record) {
    return this.workshop.pack(await backupFiles(await this.store, record), new Date(record.time));
  }

  async forgetBackup(record) {
    await forgetRecord(await this.store, record.id);
  }

  /** Whether the browser has promised not to clear its storage by itself. */
  async isPersistent() {
    return (await navigator.storage.persisted?.()) === true;
  }

  /** @param {string[]} [paths] only these of its files @returns {Promise<import('./save.js').Outcome>} */
  async restoreBackup(record, paths) {
    if (!(await this.permitted())) return this.#notPermitted();
    return this.#alone(async () => {
      const context = await this.#context();
      const { plan, host } = restorePlan(context.store, record, paths);
      if (record.card.id !== this.card.id && !isKnown(record, await survey(context, record))) throw new Error('None of its files is what this backup knows: this seems to be another card of the same name.');
      const unwritten = this.plan(false).steps.filter(({ path }) => plan.steps.some((step) => step.path === path));
      if (unwritten.length) throw new Error(`${unwritten[0].path} has edits that are not on the card yet. Write or undo them first: they would not fit what is put back.`);
      return performSave({ ...context, host }, plan, new Set(plan.steps.map((step) => step.path)));
    });
  }
}
