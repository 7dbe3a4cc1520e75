// Before the first paint: the theme that was chosen, or the one that the system prefers. A plain script, so that nothing
// flashes; preferences.js takes over afterwards.
'use strict';
(() => {
  let chosen = '';
  try {
    chosen = JSON.parse(localStorage.getItem('groovebench.preferences') || '{}').theme || '';
  } catch {
    // No storage or not ours: the system decides.
  }
  const prefers = (what) => matchMedia(what).matches;
  const system = prefers('(prefers-contrast: more)') ? 'contrast' : prefers('(prefers-color-scheme: light)') ? 'light' : 'dark';
  document.documentElement.dataset.theme = ['dark', 'light', 'contrast'].includes(chosen) ? chosen : system;
})();
