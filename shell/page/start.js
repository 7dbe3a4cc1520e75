// The first script: the start screen works at once; the editor is fetched after the first paint.

import { Database } from './database.js';
import { byId } from './dom.js';
import { followTheme } from './preferences.js';
import { StartScreen } from './start_screen.js';

const database = new Database();
const afterPaint = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

const editor_files = ['groovebench.wasm', 'fonts/Inter-Regular.ttf', 'fonts/Inter-Medium.ttf', 'fonts/Inter-SemiBold.ttf', 'fonts/JetBrainsMono-Regular.ttf'];

/** Asks at once for all that the editor loads one after another. */
function preload() {
  const link = (attributes) => document.head.append(Object.assign(document.createElement('link'), attributes));
  for (const href of editor_files) link({ rel: 'preload', as: 'fetch', href, crossOrigin: 'anonymous' });
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
