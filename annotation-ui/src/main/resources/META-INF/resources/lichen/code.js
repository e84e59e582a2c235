/* Colours code whose language is named, and lets it be copied. */
(function (root) {
  'use strict';

  const { h } = root.LichenElements;
  const LONGEST_COLOURED = 20000;
  const SAID_MILLISECONDS = 2000;

  function colour(code) {
    const named = [...code.classList].find((name) => name.startsWith('language-'));
    const language = named && root.hljs && root.hljs.getLanguage(named.slice('language-'.length));
    if (language && code.textContent.length <= LONGEST_COLOURED) {
      root.hljs.highlightElement(code);
    }
  }

  /** The sign on the button is drawn by its style: text would be compared with the other answers. */
  function copier(code, words) {
    const button = h('button', { class: 'icon copy', type: 'button', 'aria-label': words.copy, title: words.copy });
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.classList.add('is-done');
      button.setAttribute('aria-label', words.copied);
      setTimeout(() => {
        button.classList.remove('is-done');
        button.setAttribute('aria-label', words.copy);
      }, SAID_MILLISECONDS);
    });
    return button;
  }

  /** Goes through the code blocks of a rendered text once. Browsers give the clipboard to HTTPS and this machine only. */
  function dress(text, words) {
    for (const code of text.querySelectorAll('pre > code:not([data-dressed])')) {
      code.dataset.dressed = '';
      colour(code);
      if (navigator.clipboard) {
        const block = h('div', { class: 'code-block' });
        code.parentElement.replaceWith(block);
        block.append(code.parentElement, copier(code, words));
      }
    }
    return text;
  }

  root.LichenCode = Object.freeze({ dress });
})(window);
