// Offline use and updates: registers the service worker, and lets a new build take over while no card is open, in no tab: the
// worker serves all of them, and what an editor fetches later must be of the build that it began with.

import { isAnyCardOpen } from './one_tab.js';

const again_ms = 5000;
const opening_ms = 3000; // a card that is opened at once has the processor and the network for itself

/** @param {() => boolean} isEditing */
export async function keepForOffline(isEditing) {
  if (!('serviceWorker' in navigator)) return;
  const had_one = Boolean(navigator.serviceWorker.controller);
  // Tried until it has happened: a card may be open now and closed a little later.
  const takeOver = async (worker) => {
    if (worker?.state !== 'installed') return;
    if (had_one && !(await isAnyCardOpen())) worker.postMessage('take over');
    setTimeout(() => takeOver(worker), again_ms);
  };
  navigator.serviceWorker.addEventListener('controllerchange', () => had_one && !isEditing() && location.reload());
  await new Promise((resolve) => setTimeout(resolve, opening_ms));
  const registration = await navigator.serviceWorker.register('sw.js');
  takeOver(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && takeOver(worker));
  });
}
