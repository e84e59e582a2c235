/*
 * Lets a pointer (mouse, pen, finger) carry an answer to a place in the ladder. Everything it does, buttons and keys do too.
 * Places carry `data-place`: "in:2" (into that tier), "before:2" (a new tier above it), "out" (not ranked).
 */
(function (root) {
  'use strict';

  const THRESHOLD = 6;

  function dragging(area, drop) {
    let carried = null;

    const placeAt = (event) => {
      const below = document.elementFromPoint(event.clientX, event.clientY);
      return below ? below.closest('[data-place]') : null;
    };

    const light = (place) => {
      area.querySelectorAll('.is-target').forEach((old) => old.classList.remove('is-target'));
      if (place) {
        place.classList.add('is-target');
      }
    };

    /** The click that ends a drag is not a click on the answer. */
    const swallowClick = () => {
      const swallow = (click) => click.stopPropagation();
      area.addEventListener('click', swallow, { capture: true });
      setTimeout(() => area.removeEventListener('click', swallow, { capture: true }), 0);
    };

    const start = (event) => {
      const handle = event.target.closest('[data-carry]');
      if (!handle || event.button !== 0) {
        return;
      }
      carried = { label: handle.dataset.carry, handle, x: event.clientX, y: event.clientY, ghost: null };
    };

    const move = (event) => {
      if (!carried) {
        return;
      }
      if (!carried.ghost && Math.hypot(event.clientX - carried.x, event.clientY - carried.y) > THRESHOLD) {
        carried.ghost = root.LichenElements.h('div', { class: 'ghost', 'aria-hidden': 'true' }, carried.label);
        document.body.append(carried.ghost);
        area.classList.add('is-dragging');
      }
      if (carried.ghost) {
        event.preventDefault();
        carried.ghost.style.translate = event.clientX + 'px ' + event.clientY + 'px';
        light(placeAt(event));
      }
    };

    const end = (event) => {
      if (!carried) {
        return;
      }
      const { ghost, label } = carried;
      carried = null;
      if (!ghost) {
        return;
      }
      ghost.remove();
      area.classList.remove('is-dragging');
      light(null);
      const place = event.type === 'pointerup' ? placeAt(event) : null;
      swallowClick();
      if (place) {
        drop(label, place.dataset.place);
      }
    };

    area.addEventListener('pointerdown', start);
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
    return () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', end);
      document.removeEventListener('pointercancel', end);
    };
  }

  root.LichenDragging = Object.freeze({ dragging });
})(window);
