/* A person's own pace: how many today, of how many if they set themselves a goal, and thanks once it is reached. */
(function (root) {
  'use strict';

  const { h } = root.LichenElements;

  const localDay = () => new Date().toLocaleDateString('sv');

  /** Makes what the bar says of today. */
  function shown(bench) {
    const { judged, goal } = bench.today;
    const words = goal === null ? bench.t('today', judged) : bench.t('today.goal', judged, goal);
    const bar = goal === null ? null : h('progress', { 'aria-hidden': 'true', max: goal, value: Math.min(judged, goal) });
    return h('span', { class: 'pace today' }, words, bar);
  }

  /** Returns thanks where the goal is reached and was not thanked for today; else nothing. */
  function thanks(bench) {
    const { judged, goal } = bench.today;
    const kept = 'lichen.' + bench.getAttribute('owner') + '.thanked';
    if (goal === null || judged < goal || localStorage.getItem(kept) === localDay()) {
      return '';
    }
    localStorage.setItem(kept, localDay());
    return bench.t('goal.reached', goal);
  }

  root.LichenGoal = Object.freeze({ shown, thanks });
})(window);
