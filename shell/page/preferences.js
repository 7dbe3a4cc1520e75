// What is remembered about look and layout, in the browser's local storage; and the theme in force.

const key = 'groovebench.preferences';

/** @returns {Record<string, any>} */
export function readPreferences() {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? '{}');
    return read && typeof read === 'object' ? read : {};
  } catch {
    return {}; // no storage, or somebody else's words in it
  }
}

/** Keeps the given ones, beside those that are already there. */
export function keepPreferences(changed) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readPreferences(), ...changed }));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** @returns {'dark'|'light'|'contrast'} */
export function themeInForce(preferences = readPreferences()) {
  if (['dark', 'light', 'contrast'].includes(preferences.theme)) return preferences.theme;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** 0.75 to 2. */
export function scaleInForce(preferences = readPreferences()) {
  const scale = Number(preferences.scale);
  return scale >= 0.75 && scale <= 2 ? scale : 1;
}

/** Calls back with the theme now and whenever the system changes its mind. */
export function followTheme(onTheme) {
  const apply = () => {
    document.documentElement.dataset.theme = themeInForce();
    onTheme(themeInForce());
  };
  for (const query of ['(prefers-contrast: more)', '(prefers-color-scheme: light)']) matchMedia(query).addEventListener('change', apply);
  apply();
  return apply;
}
