// The main way in Firefox, by hand, since the set-up does not fetch it:  xvfb-run -a node tests/browser/firefox.mjs [FOLDER]
// (Debian: firefox-esr, xvfb; it needs a screen, there is no WebGL without one). Screenshots go to the folder.

import { goTheMainWay, keepDownloads } from './main_way.mjs';
import { Visit, playwright, serve } from './harness.mjs';

const server = await serve();
const browser = await playwright.firefox.launch({ channel: 'moz-firefox', executablePath: process.env.GROOVEBENCH_FIREFOX ?? '/usr/bin/firefox-esr', headless: false });
try {
  console.log(`Firefox ${browser.version()}`);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const visit = await Visit.to(context, server.url, (page) => page.addInitScript(keepDownloads));
  await goTheMainWay(visit, server, async () => {
    await visit.page.close({ runBeforeUnload: false });
    return Visit.to(context, server.url);
  });
} finally {
  await browser.close();
  await server.close().catch(() => {});
}
