/* Makes page elements: h('button', {class: 'quiet', onclick: f, 'aria-pressed': 'true'}, 'text', child, ...). */
(function (root) {
  'use strict';

  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) {
        continue;
      }
      if (name.startsWith('on')) {
        element.addEventListener(name.slice(2), value);
      } else if (name === 'html') {
        element.innerHTML = value; // rendered and sanitised by the server, never what a model wrote as it is
      } else if (name === 'value' || name === 'checked' || name === 'open') {
        element[name] = value;
      } else {
        element.setAttribute(name, value === true ? '' : value);
      }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  /** Gives the focus back to an element, or to the one that was drawn in its place since. */
  function giveBack(element) {
    const name = element.dataset.focus;
    const now = element.isConnected || !name ? element : document.querySelector('[data-focus="' + name + '"]');
    if (now) {
      now.focus({ preventScroll: true });
    }
  }

  /** Opens a modal dialog; resolves when it closes with the value that closed it. */
  function dialog(title, content, closeText) {
    const before = document.activeElement;
    return new Promise((resolve) => {
      const close = (value) => {
        box.close();
        box.remove();
        resolve(value);
        giveBack(before);
      };
      const heading = h('h2', { id: 'dialog-title' }, title);
      const box = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' },
        h('header', {}, heading, h('button', { class: 'icon', 'aria-label': closeText, onclick: () => close(null) }, '×')),
        content(close));
      box.addEventListener('cancel', (event) => {
        event.preventDefault();
        close(null);
      });
      document.body.append(box);
      box.showModal();
      const first = box.querySelector('[data-first]');
      if (first) {
        first.focus();
      }
    });
  }

  root.LichenElements = Object.freeze({ h, dialog });
})(window);
