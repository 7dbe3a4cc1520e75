// Before the first paint: the theme and scale that were chosen, or the theme that the system prefers. A plain script, so that
// nothing flashes; preferences.js takes over afterwards.
'use strict';
(() => {
  let chosen = '';
  try {
    const kept = JSON.parse(localStorage.getItem('groovebench.preferences') || '{}');
    chosen = kept.theme || '';
    if (kept.scale >= 0.75 && kept.scale <= 2) document.documentElement.style.setProperty('--scale', kept.scale);
  } catch {
    // No storage or not ours: the system decides.
  }
  const prefers = (what) => matchMedia(what).matches;
  const system = prefers('(prefers-contrast: more)') ? 'contrast' : prefers('(prefers-color-scheme: light)') ? 'light' : 'dark';
  document.documentElement.dataset.theme = ['dark', 'light', 'contrast'].includes(chosen) ? chosen : system;
})();
