/* What must hold of the functions of ranking-model.js, tried on every order of a few answers. */
(function (root) {
  'use strict';

  const Ranking = root.LichenRanking;
  const LETTERS = 'ABCDEFGHI';
  const FIRST = -1;
  const TIE = 0;
  const NAMES = { '-1': 'FIRST', 0: 'TIE', 1: 'SECOND' };

  const letters = (count) => [...LETTERS.slice(0, count)];

  /** Returns every weak order of some answers, each as tiers. */
  function weakOrders(labels) {
    if (labels.length === 0) {
      return [[]];
    }
    const [last] = labels.slice(-1);
    return weakOrders(labels.slice(0, -1)).flatMap((tiers) => [
      ...tiers.map((tier, at) => tiers.map((other, place) => (place === at ? [...other, last] : other))),
      ...Array.from({ length: tiers.length + 1 }, (none, at) => [...tiers.slice(0, at), [last], ...tiers.slice(at)]),
    ]);
  }

  /** Somebody who answers as an order has it. */
  const honest = (tiers) => (first, second) => {
    const at = (label) => tiers.findIndex((tier) => tier.includes(label));
    return Math.sign(at(first) - at(second));
  };

  const said = ({ first, second }, oracle) => ({ first, second, outcome: NAMES[oracle(first, second)], milliseconds: 1 });

  /** Orders answers by asking somebody about two at a time. */
  function ordered(labels, oracle) {
    const comparisons = [];
    let round = Ranking.pairwise(labels, comparisons);
    while (round.question) {
      comparisons.push(said(round.question, oracle));
      round = Ranking.pairwise(labels, comparisons);
    }
    return { ...Ranking.empty(), tiers: round.tiers, comparisons };
  }

  /** Goes on to check an order until nothing is left to ask. */
  function checked(state, oracle) {
    let now = state;
    for (let [question] = Ranking.unchecked(now); question; [question] = Ranking.unchecked(now)) {
      now = { ...now, comparisons: [...now.comparisons, said(question, oracle)] };
    }
    return now;
  }

  const same = (one, other) => JSON.stringify(one.map((tier) => [...tier].sort())) === JSON.stringify(other.map((tier) => [...tier].sort()));

  /** Returns the orders that honest answers do not reproduce, or in which they are found not to fit together. */
  function misread(count) {
    return weakOrders(letters(count)).filter((tiers) => {
      const state = ordered(letters(count), honest(tiers));
      const after = checked(state, honest(tiers));
      return !same(state.tiers, tiers) || Ranking.doubts(state).length > 0 || Ranking.doubts(after).length > 0;
    }).map(String);
  }

  const mostAsked = (count) => Math.max(...weakOrders(letters(count)).map((tiers) => (
    ordered(letters(count), honest(tiers)).comparisons.length)));

  /** Somebody among whose answers each further one stands where it takes the most questions to place it. */
  function slowest(count) {
    let tiers = [['A']];
    for (const label of letters(count).slice(1)) {
      const labels = letters(count).slice(0, tiers.length + 1);
      const places = Array.from({ length: tiers.length + 1 }, (none, at) => [...tiers.slice(0, at), [label], ...tiers.slice(at)]);
      const ties = tiers.map((tier, at) => tiers.map((other, place) => (place === at ? [...other, label] : other)));
      const asked = (order) => ordered(labels, honest(order)).comparisons.length;
      const most = Math.max(...places.map(asked));
      if (ties.some((order) => asked(order) > most)) {
        throw new Error('a tie takes longer than a place of its own: ' + label);
      }
      tiers = places.find((order) => asked(order) === most);
    }
    return ordered(letters(count), honest(tiers)).comparisons.length;
  }

  /** Returns how many distinct pairs are asked in all where an order is made and checked. */
  function askedInAll(count) {
    const tiers = letters(count).map((label) => [label]);
    const state = checked(ordered(letters(count), honest(tiers)), honest(tiers));
    return Ranking.latest(state.comparisons).size;
  }

  /** Returns the neighbours of three in each strict order for whom circles were planted and not found, or others too. */
  function missedCircles(count, middle) {
    const missed = [];
    for (const tiers of weakOrders(letters(count)).filter((order) => order.length === count)) {
      for (let at = 0; at + 2 < count; at++) {
        const [top, between, bottom] = tiers.slice(at, at + 3).map(([label]) => label);
        const plain = honest(tiers);
        const oracle = (first, second) => {
          const planted = [first, second].sort().join('');
          if (planted === [top, bottom].sort().join('')) {
            return first === bottom ? -1 : 1;
          }
          return planted === [between, bottom].sort().join('') && middle === TIE ? 0 : plain(first, second);
        };
        const found = Ranking.circles(checked(ordered(letters(count), oracle), oracle).comparisons)
          .map((circle) => circle.map(({ upper, lower, tied }) => upper + (tied ? '=' : '>') + lower).sort().join(' '));
        const expected = [top + '>' + between, between + (middle === TIE ? '=' : '>') + bottom, bottom + '>' + top].sort().join(' ');
        if (found[0] !== expected || (middle === FIRST && found.length > 1)) {
          missed.push(expected + ' found as ' + found.join(', '));
        }
      }
    }
    return missed;
  }

  const compared = (...pairs) => pairs.map(([first, sign, second]) => ({
    first, second, outcome: { '>': 'FIRST', '<': 'SECOND', '=': 'TIE' }[sign], milliseconds: 1,
  }));

  /** Returns how what is said of an order does not fit together. */
  const doubts = (tiers, pairs, accepted = []) => Ranking.doubts({
    ...Ranking.empty(), tiers, accepted, comparisons: compared(...pairs),
  }).map(({ key }) => key);

  /** Orders answers as was said of them. */
  const asSaid = (tiers, pairs) => Ranking.notation(Ranking.asSaid({ ...Ranking.empty(), tiers, comparisons: compared(...pairs) }));

  /** Returns the orders that do not become another one by all that its honest reader says of its pairs. */
  function notFollowed(count) {
    const orders = weakOrders(letters(count));
    return orders.flatMap((from) => orders.filter((to) => {
      const comparisons = checked({ ...Ranking.empty(), tiers: from }, honest(to)).comparisons;
      return !same(Ranking.asSaid({ ...Ranking.empty(), tiers: from, comparisons }).tiers, to);
    }).map((to) => from + ' to ' + to));
  }

  /** Writes an order that is expected of as many answers. */
  const expected = (...tiers) => Ranking.notationOfTiers(letters(tiers.length), tiers);

  root.Properties = Object.freeze({ expected, misread, mostAsked, slowest, askedInAll, missedCircles, compared, doubts, asSaid, notFollowed });
})(window);
