/* Light or dark, as the person chose in this browser; set before the page is drawn, so that it does not flash. */
(function (root) {
  'use strict';

  const STORE = 'lichen.theme';
  const chosen = localStorage.getItem(STORE);
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  }

  root.LichenAppearance = Object.freeze({
    toggle() {
      const now = document.documentElement.dataset.theme
        || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
      const next = now === 'dark' ? 'light' : 'dark';
      document.documentElement.dataset.theme = next;
      localStorage.setItem(STORE, next);
    },
  });
})(window);
