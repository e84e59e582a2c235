/* What does not fit together, in words and in place: answers compared in a circle, or otherwise than the order has them. */
(function (root) {
  'use strict';

  const Ranking = root.LichenRanking;
  const { h } = root.LichenElements;

  const listed = (words) => new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'conjunction' }).format(words);

  /** Says what does not fit together; for who listens, signs are words. */
  function words(bench, { circle, said }, isSpoken) {
    const spelt = ({ upper, lower, tied }) => bench.t(tied ? 'doubt.equal' : 'doubt.better', upper, lower);
    const signed = ({ upper, lower, tied }) => upper + (tied ? ' = ' : ' › ') + lower;
    if (circle) {
      return bench.t('doubt.circle', listed(circle.map(isSpoken ? spelt : signed)));
    }
    const { first, second, outcome } = said;
    const [upper, lower] = outcome === 'SECOND' ? [second, first] : [first, second];
    return bench.t('doubt.order', spelt({ upper, lower, tied: outcome === 'TIE' }), standing(bench, first, second));
  }

  function standing(bench, first, second) {
    const [one, other] = [first, second].map((label) => Ranking.tierOf(bench.state, label));
    if (one === other) {
      return bench.t('doubt.level', first, second);
    }
    return one < other ? bench.t('doubt.above', first, second) : bench.t('doubt.above', second, first);
  }

  /** Makes the row that says the first of what does not fit together, or null; it asks for nothing and blocks nothing. */
  function row(bench) {
    const doubts = bench.pairing.isOrdering() ? [] : Ranking.doubts(bench.state);
    if (doubts.length === 0) {
      return null;
    }
    const others = doubts.filter(({ said }) => said).length - 1;
    const more = doubts[0].said && others > 0 ? ' ' + bench.t('doubt.more', others) : '';
    return h('section', { class: 'doubt', 'aria-label': bench.t('doubt') },
      h('p', {}, words(bench, doubts[0], false) + more),
      h('div', { class: 'ways' },
        button(bench.t('doubt.keep'), 'keep', () => bench.note(Ranking.acceptDoubts(bench.state), bench.t('say.kept'))),
        doubts[0].circle ? ofCircle(bench, doubts[0].circle) : ofPair(bench, doubts[0].said)));
  }

  const button = (text, focus, onclick) => h('button', { class: 'action', 'data-focus': 'doubt-' + focus, onclick }, text);

  const again = (bench, first, second) => button(bench.t('doubt.again', first, second), first + second,
    () => bench.pairing.again(first, second));

  const ofCircle = (bench, circle) => circle.map(({ upper, lower }) => again(bench, upper, lower));

  /** Where nothing goes in a circle, an order can be had as it was said. */
  function ofPair(bench, { first, second }) {
    const next = Ranking.asSaid(bench.state);
    const follow = button(bench.t('doubt.follow'), 'follow', () => bench.change(next, bench.t('say.order', Ranking.notation(next))));
    return [next === bench.state ? null : follow, again(bench, first, second)];
  }

  root.LichenDoubt = Object.freeze({ words, row });
})(window);
