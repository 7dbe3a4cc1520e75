// The first module, fetched after the first paint: the start screen works at once, the editor follows.

import { Database } from './database.js';
import { byId } from './dom.js';
import { showFonts } from './fonts.js';
import { followTheme } from './preferences.js';
import { StartScreen } from './start_screen.js';

const database = new Database();

/** The editor's side, fetched once; a fetch that failed may be tried again. */
let editor = null;
function fetchEditor() {
  editor ??= import('./session.js')
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
  newPpak: async () => {
    startScreen.say('Loading the editor…');
    const session = await fetchEditor();
    startScreen.say('');
    await session.newPpak();
  },
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

showFonts().catch(() => {}); // the system's will do
fetchEditor()
  .catch((error) => startScreen.say(error.message))
  .then(() => import('./updates.js'))
  .then(({ keepForOffline }) => keepForOffline(() => byId('start').hidden))
  .catch(() => {}); // offline use is a comfort
