// The main way in WebKit, Safari's engine, by hand, since the set-up does not fetch it:  xvfb-run -a node tests/browser/webkit.mjs [FOLDER]
// (Debian: webkit2gtk-driver, xvfb). Screenshots go to the folder.

import { goTheMainWay, keepDownloads } from './main_way.mjs';
import { Visit, serve } from './harness.mjs';
import { startBrowser } from './webdriver.mjs';

const binary = process.env.GROOVEBENCH_WEBKIT ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const options = { binary, args: ['--automation'] };
const server = await serve();
const browser = await startBrowser('WebKitWebDriver', { 'webkitgtk:browserOptions': options }, { width: 1440, height: 1000 });
const visitPage = async () => {
  const visit = new Visit(browser.page);
  await browser.page.goto(`${server.url}?test`);
  await visit.loaded();
  await browser.page.evaluate(keepDownloads);
  return visit;
};
try {
  console.log(browser.name);
  await goTheMainWay(await visitPage(), server, async () => {
    await browser.page.evaluate(() => window.groovebench.session.unwritten.say({})); // no question before leaving
    await browser.page.goto('about:blank');
    return visitPage();
  });
} finally {
  await browser.close();
  await server.close().catch(() => {});
}
