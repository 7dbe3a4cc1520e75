// What the journeys share: a server for the assembled page, a browser whose profile grants folders, a folder dropped from the
// disk, widgets found by what stands after ###.
//
//   GROOVEBENCH_PAGE           the assembled page (target `page` of the wasm build)
//   GROOVEBENCH_NODE_MODULES   where playwright-core is installed
//   GROOVEBENCH_CHROMIUM       the browser; /usr/bin/chromium unless told

import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'groovebench');
export const page_folder = process.env.GROOVEBENCH_PAGE ?? new URL('../../build/wasm/page', import.meta.url).pathname;
const modules = process.env.GROOVEBENCH_NODE_MODULES ?? join(process.env.TOOLROOT ?? join(cache, 'tools'), 'test-packages', 'node_modules');
export const playwright = createRequire(join(modules, 'x.js'))('playwright-core');

const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.ttf': 'font/ttf', '.zip': 'application/zip' };

/**
 * Serves a folder on loopback, and files of the test's own beside or over it.
 * @param {Record<string, string | Uint8Array>} [extra] by path; may be changed while it is served
 * @param {string} [holds] a file that says the folder was built
 * @returns {Promise<{url: string, requests: string[], close: () => Promise<void>}>}
 */
export async function serve(folder = page_folder, extra = {}, holds = 'groovebench.wasm') {
  if (!existsSync(join(folder, holds))) throw new Error(`No ${holds} in ${folder}: build it first.`);
  const requests = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    requests.push(path);
    const type = { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' };
    if (extra[path]) return void response.writeHead(200, type).end(extra[path]);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    response.writeHead(200, type);
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, close };
}

const scratch_folders = [];
process.on('exit', () => {
  for (const folder of scratch_folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** A new folder, gone when the tests of this file are over: browsers write into theirs until they have closed. */
export function scratch(name = 'groovebench-') {
  scratch_folders.push(mkdtempSync(join(tmpdir(), name)));
  return scratch_folders.at(-1);
}

/** A profile in which reading and writing folders is allowed without a question. */
export function grantFolders(profile) {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const granted = { file_system_write_guard: 1, file_system_read_guard: 1 };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: granted } }));
}

const flags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

/** @param {string} profile @returns {Promise<import('playwright-core').BrowserContext>} */
export async function launch(profile, options = {}) {
  if (!existsSync(join(profile, 'Default'))) grantFolders(profile);
  const executablePath = process.env.GROOVEBENCH_CHROMIUM ?? '/usr/bin/chromium';
  const settings = { executablePath, headless: true, args: flags, viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options };
  return Object.assign(await playwright.chromium.launchPersistentContext(profile, settings), { profile_folder: profile });
}

/** One browser tab on the page, and what a person does there. */
export class Visit {
  constructor(page) {
    this.page = page;
    this.complaints = [];
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
  }

  /** @param {import('playwright-core').BrowserContext} context */
  static async to(context, url, before = async () => {}) {
    const visit = new Visit(await context.newPage());
    await before(visit.page);
    await visit.page.goto(`${url}?test`);
    await visit.loaded();
    return visit;
  }

  /** The editor's side has arrived. */
  loaded() {
    return this.page.waitForFunction(() => window.groovebench);
  }

  /** Drops a folder or files of the disk onto the page. @param {...string} paths */
  async drop(...paths) {
    const cdp = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    await cdp.detach();
  }

  /** Waits until nothing is to be drawn and no request is under way. */
  async idle() {
    await this.page.waitForFunction(() => window.groovebench.app.idle());
  }

  async opened() {
    await this.page.waitForSelector('#editor', { state: 'visible' });
    await this.idle();
  }

  /** The widgets of the last frame. */
  items() {
    return this.page.evaluate(() => window.groovebench.app.items());
  }

  /** The widget whose name (after ###) is this, once it is visible. */
  async find(name) {
    const seek = (wanted) => window.groovebench.app.items().find((item) => item.name === wanted && item.w > 0 && item.h > 0);
    try {
      const found = await this.page.waitForFunction(seek, name, { timeout: 10000 });
      return await found.jsonValue();
    } catch {
      const names = (await this.items()).filter((item) => item.w > 0 && item.name).map((item) => item.name);
      throw new Error(`No widget ###${name}. There are: ${[...new Set(names)].slice(0, 80).join(' ')}`);
    }
  }

  async has(name) {
    return (await this.items()).some((item) => item.name === name && item.w > 0 && item.h > 0);
  }

  async click(name, options = {}) {
    const item = await this.find(name);
    await this.page.mouse.click(item.x + item.w / 2, item.y + item.h / 2, { delay: 40, ...options });
    await this.idle();
  }

  async press(keys) {
    await this.page.keyboard.press(keys, { delay: 40 });
    await this.idle();
  }

  stats() {
    return this.page.evaluate(() => JSON.parse(window.groovebench.app.debugStats()));
  }
}
