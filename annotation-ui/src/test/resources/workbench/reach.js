/* Finds what a person cannot reach, hit or rest their eyes from on a page, by name; an empty list is as it should be. */
(function (root) {
  'use strict';

  const SMALLEST_TARGET = 24;
  const LONGEST_MOTION = 0.01;
  const USABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });

  const name = (element) => element.tagName.toLowerCase() + (element.className ? '.' + element.className : '') + ' "'
    + (element.getAttribute('aria-label') || element.textContent || element.value || '').trim().slice(0, 40) + '"';

  const usable = () => [...(document.querySelector('dialog[open]') || document).querySelectorAll(USABLE)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);

  /** Returns what is wider than the window, and what the focus reaches but something else lies over. */
  async function outOfReach() {
    const wide = document.documentElement.scrollWidth - root.innerWidth;
    const found = wide > 0 ? ['the page is ' + wide + ' px wider than the window: ' + widest()] : [];
    for (const element of usable()) {
      element.focus();
      await frame();
      if (document.activeElement === element && !isSeen(element)) {
        found.push('covered: ' + name(element));
      }
    }
    return found;
  }

  const widest = () => [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > root.innerWidth + 1).slice(0, 5).map(name).join(', ');

  /** Returns whether some part of an element is in the window with nothing else over it. */
  function isSeen(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x1, x2] = [Math.max(0, left), Math.min(root.innerWidth, right)];
    const [y1, y2] = [Math.max(0, top), Math.min(root.innerHeight, bottom)];
    if (x2 <= x1 || y2 <= y1) {
      return false;
    }
    const shares = [0.5, 0.1, 0.9];
    return shares.some((across) => shares.some((down) => {
      const hit = document.elementFromPoint(x1 + across * (x2 - x1), y1 + down * (y2 - y1));
      return hit && (element.contains(hit) || hit.contains(element));
    }));
  }

  /** Returns targets smaller than a fingertip needs and with others near (WCAG 2.5.8); links in running text may be. */
  function small() {
    const targets = usable().filter((element) => !element.matches('.prose a, [tabindex="0"]:not(button)'));
    const boxes = new Map(targets.map((element) => [element, element.getBoundingClientRect()]));
    return targets.filter((element) => {
      const { width, height } = boxes.get(element);
      return (width < SMALLEST_TARGET || height < SMALLEST_TARGET) && targets.some((other) => other !== element
        && isNear(boxes.get(element), boxes.get(other)));
    }).map(name);
  }

  function isNear(box, other) {
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    const across = Math.max(other.left - x, 0, x - other.right);
    const down = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(across, down) < SMALLEST_TARGET / 2;
  }

  /** Returns what moves for longer than an eye notices, or would. */
  function moving() {
    const running = document.getAnimations().map((animation) => String(animation.animationName || animation.transitionProperty));
    const would = [...document.querySelectorAll('body, body *')].filter((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const animated = animationName === 'none' ? 0 : parseFloat(animationDuration);
      return Math.max(animated, parseFloat(transitionDuration)) > LONGEST_MOTION;
    }).map(name);
    return [...running, ...would];
  }

  root.Reach = Object.freeze({ outOfReach, small, moving });
})(window);
