/*
 * Two answers at a time: orders all of them, checks an order that stands, asks one pair again. Each answer is kept as a
 * comparison of the state, so that whoever leaves in the middle goes on with the questions that are left.
 */
(function (root) {
  'use strict';

  const Ranking = root.LichenRanking;
  const { h } = root.LichenElements;
  const Keys = root.LichenKeys;
  const OUTCOMES = { pairFirst: 'FIRST', pairEqual: 'TIE', pairSecond: 'SECOND' };
  const NUMBERS = { 1: 'FIRST', 2: 'SECOND' };

  class Pairing {
    constructor(bench) {
      this.bench = bench;
      this.mode = null;
      this.spokenDoubt = '';
    }

    isOpen() {
      return this.mode !== null;
    }

    isOrdering() {
      return this.mode === 'order';
    }

    /** Returns whether an order of all answers stands of which some pairs were not compared. */
    canCheck() {
      const { state, labels } = this.bench;
      return this.mode === null && labels.length > 2 && state.outcome === 'JUDGED'
        && Ranking.unranked(state, labels).length === 0 && Ranking.unchecked(state).length > 0;
    }

    /** Returns the two answers that are asked about, or null. */
    question() {
      const { state, labels } = this.bench;
      switch (this.mode) {
        case 'order': return Ranking.pairwise(labels, state.comparisons).question;
        case 'check': return Ranking.unchecked(state)[0] || null;
        case 'again': return this.pair;
        default: return null;
      }
    }

    /** Returns how many pairs a check still asks about. */
    left() {
      return this.mode === 'check' ? Ranking.unchecked(this.bench.state).length : 0;
    }

    /** Begins to order two at a time, or goes on with it; where all is answered, puts that order back. */
    order() {
      if (this.mode === 'order') {
        this.leave();
        return;
      }
      this.open('order');
      if (!this.question()) {
        this.settle();
      }
    }

    check() {
      if (this.mode === 'check') {
        this.leave();
      } else if (this.canCheck()) {
        this.open('check');
      } else {
        this.bench.page.announce(this.bench.t('say.noCheck'));
      }
    }

    again(first, second) {
      this.pair = { first, second };
      this.open('again');
    }

    open(mode) {
      this.mode = mode;
      this.bench.tied = false;
      this.ask();
    }

    leave() {
      this.mode = null;
      this.bench.page.refresh();
    }

    ask() {
      const question = this.question();
      this.asked = this.bench.activeMilliseconds();
      this.bench.page.refresh();
      if (question) {
        this.bench.page.announce(this.spoken(question));
      }
    }

    spoken({ first, second }) {
      return this.bench.t('pair.question', first, second);
    }

    answer(outcome) {
      const { first, second } = this.question();
      this.keep({ first, second, outcome, milliseconds: this.bench.activeMilliseconds() - this.asked });
      if (this.mode === 'again' || !this.question()) {
        this.settle();
      } else {
        this.goOn();
      }
    }

    keep(comparison) {
      const { history, state } = this.bench;
      history.note({ ...state, comparisons: [...state.comparisons, comparison] });
    }

    back() {
      const { history, state } = this.bench;
      history.note({ ...state, comparisons: state.comparisons.slice(0, -1) });
      this.goOn();
    }

    goOn() {
      this.asked = this.bench.activeMilliseconds();
      this.bench.changed(this.spoken(this.question()));
    }

    /** Ends where nothing is left to ask: an order that was asked for is put in place. */
    settle() {
      const { bench, mode } = this;
      this.mode = null;
      if (mode === 'order') {
        bench.history.change(Ranking.withTiers(bench.state, Ranking.pairwise(bench.labels, bench.state.comparisons).tiers));
        bench.changed(bench.t('say.order', Ranking.notation(bench.state)));
      } else {
        bench.changed(Ranking.doubts(bench.state).length === 0 ? bench.t('say.checked') : '');
      }
    }

    press(key) {
      const { keys, state } = this.bench;
      const action = Keys.actionOf(keys, key, 'pair');
      const outcome = OUTCOMES[action] || (key === keys.tie ? 'TIE' : NUMBERS[key]);
      if (outcome) {
        this.answer(outcome);
      } else if ((action === 'pairBack' || key === keys.undo) && state.comparisons.length > 0 && this.mode !== 'again') {
        this.back();
      } else if (['Escape', keys.pairwise, keys.check].includes(key)) {
        this.leave();
      } else if (key === keys.submit) {
        this.bench.submit();
      } else {
        return false;
      }
      return true;
    }

    /** Returns in words what does not fit together, if that was not said before. */
    newDoubt() {
      const doubt = this.isOrdering() ? null : Ranking.doubts(this.bench.state)[0];
      const key = doubt ? doubt.key : '';
      const isNew = key !== '' && key !== this.spokenDoubt;
      this.spokenDoubt = key;
      return isNew ? root.LichenDoubt.words(this.bench, doubt, true) : '';
    }
  }

  const bar = (bench) => h('div', { class: 'pair-bar', role: 'group', 'aria-label': bench.t('pairwise'), hidden: true });

  function draw(bar, bench) {
    const question = bench.pairing.question();
    bar.hidden = !question;
    bar.replaceChildren(...question ? parts(bench, question) : []);
  }

  function parts(bench, { first, second }) {
    const { pairing, state, keys } = bench;
    const button = (text, key, focus, onclick) => h('button', { class: 'button quiet', 'data-focus': focus, onclick },
      text, h('kbd', { 'aria-hidden': 'true' }, key));
    const choose = (text, action) => button(text, Keys.name(keys[action]), OUTCOMES[action], () => pairing.answer(OUTCOMES[action]));
    const asked = Ranking.latest(state.comparisons).size;
    return [
      h('strong', {}, bench.t('pair.which')),
      choose(bench.t('pair.better', first), 'pairFirst'), choose(bench.t('pair.equal'), 'pairEqual'),
      choose(bench.t('pair.better', second), 'pairSecond'),
      h('span', { class: 'quiet' }, pairing.left() > 0 ? bench.t('pair.left', asked, pairing.left()) : bench.t('pair.asked', asked)),
      asked > 0 && pairing.mode !== 'again' ? button(bench.t('pair.back'), Keys.name(keys.pairBack), 'back', () => pairing.back()) : null,
      h('button', { class: 'tool', onclick: () => pairing.leave() }, bench.t('pair.leave'), h('kbd', { 'aria-hidden': 'true' }, 'Esc')),
    ].filter(Boolean);
  }

  root.LichenPairing = Object.freeze({ Pairing, bar, draw });
})(window);
