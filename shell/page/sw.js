// The service worker: keeps this build of the page for offline use and serves it cache first. A new build is fetched beside it
// and takes over when no editor is open (updates.js), so that one visit never mixes two builds.
'use strict';

const build = '@BUILD@';
const cache_name = `groovebench-${build}`;
const page = [
  './', 'app.webmanifest', 'dialogs.css', 'icon.svg', 'start.js', 'kit_dialog.js', 'workshop_worker.js',
  'groovebench.wasm', 'groovebench_workshop.wasm',
  'fonts/Inter-Regular.ttf', 'fonts/Inter-Medium.ttf', 'fonts/Inter-SemiBold.ttf', 'fonts/JetBrainsMono-Regular.ttf',
];
const welcome = ['demo_card.zip', 'licences.txt']; // the page works without

const fresh = (path) => new Request(path, { cache: 'no-cache' });

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(cache_name);
    await cache.addAll(page.map(fresh));
    await Promise.allSettled(welcome.map((path) => cache.add(fresh(path))));
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith('groovebench-') && name !== cache_name) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  const answer = async () => {
    const cache = await caches.open(cache_name);
    return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});
