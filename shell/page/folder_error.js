// The one place where a browser's DOMException becomes a sentence about folders, cards and permission.

/**
 * What went wrong, for the program.
 * @typedef {'missing'|'permission'|'read_only'|'full'|'unreadable'|'not_a_file'|'name'|'aborted'|'other'} Reason
 */

export class FolderError extends Error {
  /** @param {Reason} reason @param {string} path @param {string} message a sentence */
  constructor(reason, path, message, cause) {
    super(message, { cause });
    this.name = 'FolderError';
    this.reason = reason;
    this.path = path;
  }
}

const reasons = {
  NotFoundError: 'missing',
  NotAllowedError: 'permission',
  SecurityError: 'permission',
  NoModificationAllowedError: 'read_only',
  InvalidModificationError: 'read_only',
  QuotaExceededError: 'full',
  NotReadableError: 'unreadable',
  InvalidStateError: 'unreadable',
  TypeMismatchError: 'not_a_file',
  TypeError: 'name',
  AbortError: 'aborted',
};

const sentences = {
  read: {
    missing: 'it is no longer there. Was the card taken out, or the file moved?',
    permission: 'the browser has no permission to read this folder. Open it again and allow reading.',
    unreadable: 'it could not be read. Was the card taken out, or is the file damaged or in use?',
    not_a_file: 'a folder was found where a file was expected.',
    name: 'the browser does not allow a file of this name.',
  },
  write: {
    missing: 'its folder is no longer there. Was the card taken out?',
    permission: 'the browser has no permission to write to this folder. Press Write again and allow it.',
    read_only: 'the card or the file is read-only, or another program holds it.',
    full: 'the card is full. A file is replaced as a whole, so there must be room for the new one beside the old one.',
    unreadable: 'it could not be written. Was the card taken out, is it read-only, or is it full?',
    not_a_file: 'a folder stands where the file should be.',
    name: 'the browser does not allow a file of this name.',
    aborted: 'the browser stopped the writing.',
  },
  remove: {
    missing: 'it is not there any more.',
    permission: 'the browser has no permission to change this folder. Press Write again and allow it.',
    read_only: 'the card or the file is read-only, or another program holds it.',
    unreadable: 'it could not be moved aside. Was the card taken out, or is it read-only?',
    name: 'the browser does not allow a file of this name.',
  },
  list: {
    missing: 'this folder is no longer there. Was the card taken out?',
    permission: 'the browser has no permission to look into this folder.',
    unreadable: 'this folder could not be read. Was the card taken out, or is it damaged?',
    not_a_file: 'a file was found where a folder was expected.',
  },
};

/**
 * @param {'read'|'write'|'remove'|'list'} action
 * @param {string} path
 * @param {unknown} error
 * @returns {FolderError}
 */
export function folderError(action, path, error) {
  if (error instanceof FolderError) return error;
  const name = error instanceof Error || (typeof DOMException !== 'undefined' && error instanceof DOMException) ? error.name : '';
  const reason = reasons[name] ?? 'other';
  const words = sentences[action][reason] ?? `it failed: ${error instanceof Error ? error.message : String(error)}`;
  return new FolderError(/** @type {Reason} */ (reason), path, `${path || 'The folder'}: ${words}`, error);
}
