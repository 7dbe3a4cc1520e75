// Keys, typing, input methods, clipboard, wheel and touch in the editor's canvas.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPattern, unpackedDemoCard } from './demo_card.mjs';
import { freshOrigin } from './fresh.mjs';
import { Visit, launch, scratch } from './harness.mjs';

async function inPattern(t, name = 'A01', { touch = false, viewport = null } = {}) {
  const { context: shared, server } = await freshOrigin(t);
  const context = touch ? await launch(scratch(), { hasTouch: true }) : shared;
  if (touch) t.after(() => context.close());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  const visit = await Visit.to(context, server.url, async (page) => viewport && page.setViewportSize(viewport));
  await visit.drop(unpackedDemoCard());
  await visit.opened();
  await openPattern(visit, name);
  return { context, visit };
}

const shown = async (visit) => (await visit.find('tab-pattern')).label;

test('the command box takes typed, composed and pasted text, and Enter goes there', async (t) => {
  const { context, visit } = await inPattern(t);
  await visit.press('Control+k');
  await visit.find('go-to');
  await visit.page.keyboard.type('A03', { delay: 30 });
  await visit.press('Enter');
  assert.match(await shown(visit), /^A03/);
  await visit.press('Control+k');
  const cdp = await context.newCDPSession(visit.page);
  await cdp.send('Input.imeSetComposition', { text: 'A0', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.insertText', { text: 'A02' });
  await visit.idle();
  await visit.press('Enter');
  assert.match(await shown(visit), /^A02/);
  await visit.page.evaluate(() => navigator.clipboard.writeText('A05'));
  await visit.press('Control+k');
  await visit.press('Control+v');
  await visit.press('Enter');
  assert.match(await shown(visit), /^A05/);
});

test('what is copied reaches the system clipboard as text', async (t) => {
  const { visit } = await inPattern(t);
  await visit.page.evaluate(() => navigator.clipboard.writeText('before'));
  await visit.click('track-T1');
  await visit.press('Control+c');
  await visit.page.waitForFunction(async () => (await navigator.clipboard.readText()) !== 'before');
  assert.match(await visit.page.evaluate(() => navigator.clipboard.readText()), /T1|trig/i);
});

test('the wheel scrolls the editor, and is not taken while the focus is elsewhere', async (t) => {
  const { visit } = await inPattern(t, 'A01', { viewport: { width: 1280, height: 720 } });
  const prevented = () =>
    visit.page.evaluate(() => {
      const event = new WheelEvent('wheel', { deltaY: 100, cancelable: true, bubbles: true, clientX: 500, clientY: 300 });
      document.querySelector('#canvas').dispatchEvent(event);
      return event.defaultPrevented;
    });
  const before_scroll = (await visit.find('T2-s1')).y;
  await visit.page.mouse.move(600, 300);
  await visit.page.mouse.wheel(0, 200);
  await visit.idle();
  await visit.page.waitForFunction((y) => window.groovebench.app.items().find((item) => item.name === 'T3-s1')?.y < y + 40, before_scroll);
  assert.equal(await prevented(), true);
  await visit.page.evaluate(() => document.querySelector('#typing').blur());
  assert.equal(await prevented(), false);
});

test('a finger taps a step, and scrolls when it drags', async (t) => {
  const { context, visit } = await inPattern(t, 'A01', { viewport: { width: 1280, height: 720 }, touch: true });
  const step = await visit.find('T8-s1');
  const cdp = await context.newCDPSession(visit.page);
  const touch = (type, x, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await touch('touchStart', step.x + step.w / 2, step.y + step.h / 2);
  await touch('touchEnd');
  await visit.page.waitForFunction(() => document.title.startsWith('(1)'));
  const at = (await visit.find('T3-s1')).y;
  await touch('touchStart', 600, 400);
  for (let y = 380; y >= 260; y -= 20) await touch('touchMove', 600, y);
  await touch('touchEnd');
  await visit.page.waitForFunction((y) => window.groovebench.app.items().find((item) => item.name === 'T3-s1')?.y < y, at);
});
