/* Which key does what: defaults, the person's own choices (kept in this browser), and how a key is written. */
(function (root) {
  'use strict';

  const STORE = 'lichen.keys';
  const DEFAULTS = Object.freeze({
    answer1: 'a', answer2: 'b', answer3: 'c', answer4: 'd', answer5: 'e', answer6: 'f', answer7: 'g', answer8: 'h',
    answer9: 'i', tie: '=', strength: 's', line: 'l', undo: 'u', redo: 'r', submit: 'Enter', up: '[', down: ']',
    allBad: 'x', notRankable: 'n', skip: 'k', flag: 'o', rate: 'q', comment: 'm', rewrite: 'w', pairwise: 'p', check: 'z',
    compare: 'v', previous: 'Backspace', synchronise: 'y', layout: 't', guidelines: 'j', keys: '?',
    pairFirst: 'ArrowLeft', pairEqual: 'ArrowDown', pairSecond: 'ArrowRight', pairBack: 'Backspace',
    reason1: '1', reason2: '2', reason3: '3', reason4: '4',
  });

  function load() {
    try {
      return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(STORE) || '{}') };
    } catch (unreadable) {
      return { ...DEFAULTS };
    }
  }

  function save(keys) {
    const changed = Object.fromEntries(Object.entries(keys).filter(([action, key]) => DEFAULTS[action] !== key));
    localStorage.setItem(STORE, JSON.stringify(changed));
  }

  /** Returns the key of an event: what is printed on it, lower case, whatever the keyboard's language. */
  function keyOf(event) {
    if (event.key.length > 1) {
      return event.key;
    }
    const isLatin = event.key.charCodeAt(0) < 128;
    if (!isLatin && /^Key[A-Z]$/.test(event.code)) {
      return event.code.slice(3).toLowerCase();
    }
    return event.key.toLowerCase();
  }

  /** Returns where an action is asked for: one key can do one thing while ranking, one for a pair, one for a reason. */
  const contextOf = (action) => (/^(pair(?=[A-Z])|reason(?=\d))/.exec(action) || ['ranking'])[0];

  const actionOf = (keys, key, context = 'ranking') =>
    Object.keys(keys).find((action) => keys[action] === key && contextOf(action) === context);

  const NAMES = { Enter: '⏎', Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': '␣', Backspace: '⌫' };
  const name = (key) => NAMES[key] || (key.length === 1 ? key.toUpperCase() : key);

  root.LichenKeys = Object.freeze({ DEFAULTS, load, save, keyOf, contextOf, actionOf, name });
})(window);
