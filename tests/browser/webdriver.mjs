// What the journeys ask of playwright's page, over the WebDriver protocol: for engines that playwright has no build of here.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

const element_key = 'element-6066-11e4-a52e-4f735466cecf'; // the protocol's name for "this is an element"
const keys = { Control: '\uE009', Shift: '\uE008', Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' };
const polls_every_ms = 50;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A port that nobody listens to. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function call(method, url, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Starts a driver and a browser by it. @param {string} program @param {object} capabilities @param {{width: number, height: number}} size of its window */
export async function startBrowser(program, capabilities, size) {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], { stdio: 'inherit' });
  const root = `http://127.0.0.1:${port}`;
  for (let tries = 100; ; tries--) {
    try {
      await call('GET', `${root}/status`);
      break;
    } catch (error) {
      if (!tries) throw error;
      await pause(polls_every_ms);
    }
  }
  const made = await call('POST', `${root}/session`, { capabilities: { alwaysMatch: capabilities } });
  const page = new DrivenPage(`${root}/session/${made.sessionId}`);
  await call('POST', `${page.session}/window/rect`, size);
  const close = async () => {
    await call('DELETE', page.session).catch(() => {});
    driver.kill();
  };
  return { page, close, name: `${made.capabilities.browserName} ${made.capabilities.browserVersion}` };
}

class DrivenPage {
  constructor(session) {
    this.session = session;
    this.mouse = { click: (x, y, { delay = 0 } = {}) => this.#act([this.#pointer([['pointerMove', { x: Math.round(x), y: Math.round(y) }], ['pointerDown'], ['pause', { duration: delay }], ['pointerUp']])]) };
    this.keyboard = { press: (combined, options) => this.#press(combined, options) };
  }

  #post(path, body = {}) {
    return call('POST', `${this.session}/${path}`, body);
  }

  on() {} // what the page complains of is not told by this protocol

  goto(url) {
    return this.#post('url', { url });
  }

  goBack() {
    return this.#post('back');
  }

  reload() {
    return this.#post('refresh');
  }

  /** Runs a function in the page, and waits for what it promises. */
  async evaluate(run, given = null) {
    const script = `const done = arguments[1]; Promise.resolve((${run})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#post('execute/async', { script, args: [given] });
    if (error) throw new Error(error);
    return value;
  }

  async waitForFunction(run, given = null, { timeout = 30000 } = {}) {
    for (const end = Date.now() + timeout; Date.now() < end; await pause(polls_every_ms)) {
      const value = await this.evaluate(run, given);
      if (value) return { jsonValue: () => value };
    }
    throw new Error(`not so within ${timeout} ms: ${run}`);
  }

  waitForSelector(selector) {
    return this.waitForFunction((wanted) => document.querySelector(wanted)?.checkVisibility(), selector);
  }

  textContent(selector) {
    return this.evaluate((wanted) => document.querySelector(wanted).textContent, selector);
  }

  async #element(selector) {
    return (await this.#post('element', { using: 'css selector', value: selector }))[element_key];
  }

  async click(selector) {
    await this.waitForSelector(selector);
    await this.#post(`element/${await this.#element(selector)}/click`);
  }

  async screenshot({ path }) {
    writeFileSync(path, Buffer.from(await call('GET', `${this.session}/screenshot`), 'base64'));
  }

  #act(actions) {
    return this.#post('actions', { actions });
  }

  #pointer(steps) {
    return { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps.map(([type, more = {}]) => ({ type, button: 0, duration: 0, origin: 'viewport', ...more })) };
  }

  async #press(combined, { delay = 0 } = {}) {
    const all = combined.split('+').map((key) => keys[key] ?? key);
    const down = all.map((value) => ({ type: 'keyDown', value }));
    const up = all.toReversed().map((value) => ({ type: 'keyUp', value }));
    await this.#act([{ type: 'key', id: 'keyboard', actions: [...down, { type: 'pause', duration: delay }, ...up] }]);
  }
}
