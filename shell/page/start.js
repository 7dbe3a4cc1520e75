// The first script: the start screen works at once; the editor is fetched after the first paint.

import { Database } from './database.js';
import { byId } from './dom.js';
import { followTheme } from './preferences.js';
import { StartScreen } from './start_screen.js';

const database = new Database();
const afterPaint = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

// What session.js leads to beyond what is here already: asked for at once, where each would be found only in the one before.
const editor_scripts = [
  'session.js', 'groovebench.mjs',
  'app_loader.js', 'audio.js', 'backups.js', 'backups_dialog.js', 'bridge.js', 'dialog.js', 'input.js', 'keys.js',
  'loop.js', 'one_tab.js', 'pool.js', 'ppak.js', 'recovery.js', 'recovery_dialog.js', 'save.js', 'save_dialog.js',
  'save_record.js', 'saver.js', 'services.js', 'sounds.js', 'survey.js', 'touch.js', 'workshop.js', 'zip_folder.js',
];
const editor_files = ['groovebench.wasm', 'fonts/Inter-Regular.ttf', 'fonts/Inter-Medium.ttf', 'fonts/Inter-SemiBold.ttf', 'fonts/JetBrainsMono-Regular.ttf'];

/** Asks for all that the editor consists of. */
function preload() {
  const link = (attributes) => document.head.append(Object.assign(document.createElement('link'), attributes));
  for (const href of editor_files) link({ rel: 'preload', as: 'fetch', href, crossOrigin: 'anonymous' });
  for (const href of editor_scripts) link({ rel: 'modulepreload', href });
}

/** The editor's side, fetched once; a fetch that failed may be tried again. */
let editor = null;
function fetchEditor() {
  editor ??= afterPaint
    .then(preload)
    .then(() => import('./session.js'))
    .then(async ({ Session }) => {
      const sayInterrupted = async () => startScreen.sayInterrupted(await Session.interrupted());
      sayInterrupted();
      return Session.begin(database, { entered: () => startScreen.hide(), left: () => (startScreen.show(), sayInterrupted()) });
    })
    .catch((error) => {
      editor = null;
      throw new Error(`The editor could not be loaded: ${error.message}`);
    });
  return editor;
}

const applyTheme = followTheme(() => editor?.then((session) => session.lookChanged(), () => {}));
const startScreen = new StartScreen(database, {
  themeChanged: applyTheme,
  open: async (source, intent) => {
    startScreen.say('Loading the editor…');
    const session = await fetchEditor();
    startScreen.say('');
    try {
      await session.open(source, intent);
    } catch (error) {
      session.leave();
      throw error;
    }
  },
});

fetchEditor()
  .catch((error) => startScreen.say(error.message))
  .then(() => import('./updates.js'))
  .then(({ keepForOffline }) => keepForOffline(() => byId('start').hidden))
  .catch(() => {}); // offline use is a comfort
