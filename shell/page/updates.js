// Offline use and updates: registers the service worker, and lets a new build take over while no card is open.

/** @param {() => boolean} isEditing */
export async function keepForOffline(isEditing) {
  if (!('serviceWorker' in navigator)) return;
  const had_one = Boolean(navigator.serviceWorker.controller);
  const takeOver = (worker) => {
    if (worker && had_one && !isEditing()) worker.postMessage('take over');
  };
  navigator.serviceWorker.addEventListener('controllerchange', () => had_one && !isEditing() && location.reload());
  const registration = await navigator.serviceWorker.register('sw.js');
  takeOver(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && takeOver(worker));
  });
}
