// Visits of nobody's before, in the one browser that a test file has.

import { after } from 'node:test';
import { Visit, launch, scratch, serve } from './harness.mjs';

let shared = null;
after(() => shared?.then((context) => context.close()));

/**
 * A page that nobody has visited: a new origin, in the one browser of a test file. What the page stores belongs to its
 * origin, so this is as fresh as a new profile, and a second faster. Its tabs close with the test.
 * @param {import('node:test').TestContext} t
 * @param {Record<string, string | Uint8Array>} [extra] what is served beside the page
 * @returns {Promise<{context: import('playwright-core').BrowserContext, server: Awaited<ReturnType<typeof serve>>}>}
 */
export async function freshOrigin(t, extra) {
  shared ??= launch(scratch());
  const [context, server] = await Promise.all([shared, serve(undefined, extra)]);
  t.after(async () => {
    for (const page of context.pages().slice(1)) await page.close({ runBeforeUnload: false });
    await server.close();
  });
  return { context, server };
}

/** The same, with a tab on it. @param {{extra?: Record<string, string | Uint8Array>, before?: (page: import('playwright-core').Page) => Promise<void>}} [options] */
export async function freshVisit(t, { extra, before } = {}) {
  const { context, server } = await freshOrigin(t, extra);
  return { context, server, visit: await Visit.to(context, server.url, before) };
}
