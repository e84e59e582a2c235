/*
 * <lichen-workbench>: where a person reads a question with its answers and ranks them. The order is made by functions of
 * ranking-model.js, kept by drafts.js, drawn by workbench-page.js; this file joins keys, pointers and the server.
 */
(function (root) {
  'use strict';

  const Ranking = root.LichenRanking;
  const Keys = root.LichenKeys;
  const Writing = root.LichenWriting;
  const { Pairing } = root.LichenPairing;
  const { Drafts, inZone, send } = root.LichenDrafts;
  const { dialog } = root.LichenElements;

  const KEY_CLICKS_WITHIN = 1000;

  class Workbench extends HTMLElement {
    connectedCallback() {
      if (this.started) {
        return;
      }
      this.started = true;
      this.texts = JSON.parse(this.getAttribute('texts'));
      this.base = this.getAttribute('base');
      this.project = this.getAttribute('project');
      this.keys = Keys.load();
      this.layout = localStorage.getItem('lichen.layout') || 'auto';
      this.drafts = new Drafts(this.base, this.getAttribute('owner'), (status, detail) => this.onStatus(status, detail));
      this.page = new root.LichenWorkbenchPage(this);
      this.onKey = (event) => this.keyPressed(event);
      this.onLeave = () => this.visibilityChanged();
      this.onPointer = () => {
        this.byPointer = true;
        this.count('pointers');
      };
      this.addEventListener('pointerdown', this.onPointer);
      this.addEventListener('click', (event) => this.clicked(event), true);
      document.addEventListener('keydown', this.onKey);
      document.addEventListener('visibilitychange', this.onLeave);
      this.stopDragging = root.LichenDragging.dragging(this, (label, place) => this.drop(label, place));
      this.load(this.getAttribute('assignment'));
    }

    disconnectedCallback() {
      document.removeEventListener('keydown', this.onKey);
      document.removeEventListener('visibilitychange', this.onLeave);
      this.stopDragging();
      this.drafts.flush();
      this.drafts.close();
      root.LichenDifference.hide();
      this.started = false;
    }

    /** Returns a text in the person's language, with {0}, {1} filled in. */
    t(key, ...values) {
      const text = this.texts[key] || key;
      return text.replace(/\{(\d)\}/g, (all, index) => values[index] ?? '');
    }

    // --- What is recorded of how the work was done: stated under "Keys and help" ----------------------------------

    count(what) {
      if (this.effort) {
        this.effort[what] += 1;
      }
    }

    /** A screen reader or a switch clicks without a pointer; a key that clicks was counted when it went down. */
    clicked(event) {
      const byKey = event.timeStamp - (this.lastKey ?? -Infinity) < KEY_CLICKS_WITHIN;
      if (event.detail === 0 && !byKey) {
        this.count('pointers');
      }
    }

    visibilityChanged() {
      this.drafts.flush();
      if (!this.effort) {
        return;
      }
      if (document.hidden) {
        this.effort.active += this.effort.shown ? Date.now() - this.effort.shown : 0;
        this.effort.shown = 0;
        this.effort.losses += 1;
      } else {
        this.effort.shown = Date.now();
      }
    }

    activeMilliseconds() {
      const { shown, active } = this.effort;
      return active + (shown ? Date.now() - shown : 0);
    }

    recorded() {
      const { opened, losses, keys, pointers } = this.effort;
      return {
        activeMilliseconds: this.activeMilliseconds(), wallMilliseconds: Date.now() - opened,
        focusLosses: losses, keyEvents: keys, pointerEvents: pointers,
      };
    }

    // --- Work from the server ------------------------------------------------------------------------------------

    async load(assignment) {
      this.item = null;
      this.page.waiting();
      const address = 'projects/' + this.project + (assignment ? '/assignments/' + assignment : '/next') + inZone();
      const answer = await send(assignment ? 'GET' : 'POST', this.base + address, assignment ? undefined : {});
      if (answer.status === 200) {
        this.open(answer.body);
      } else if (answer.status === 204) {
        this.page.nothingLeft();
      } else {
        this.page.unreachable(answer);
      }
    }

    open(item) {
      this.item = item;
      this.isOver = false;
      this.today = item.today;
      this.labels = item.answers.map((answer) => answer.label);
      this.writing = item.answers.length === 0;
      this.tied = false;
      this.pairing = new Pairing(this);
      this.comparing = null;
      this.confirmed = false;
      this.current = null;
      const begun = this.drafts.begin(item.assignment, item.draft, item.revision > 0);
      this.effort = { opened: Date.now(), shown: document.hidden ? 0 : Date.now(), active: 0, losses: 0, keys: 0, pointers: 0 };
      this.history = Ranking.history({ ...Ranking.empty(), ...(begun.body || {}) });
      this.page.open(begun.restored);
      if (this.writing) {
        this.querySelector('#written').focus();
      }
      if (begun.conflict) {
        this.onStatus('conflict', begun.conflict);
      }
    }

    get state() {
      return this.history.now();
    }

    // --- Changes -------------------------------------------------------------------------------------------------

    change(next, announcement) {
      if (this.history.change(next)) {
        this.changed(announcement);
      }
    }

    /** Notes comparisons, or what was let stand, beside the order. */
    note(facts, announcement) {
      this.history.note({ ...this.state, ...facts });
      this.changed(announcement);
    }

    changed(announcement) {
      this.confirmed = false;
      this.drafts.change(this.state);
      this.page.refresh();
      const words = [announcement, this.pairing.newDoubt()].filter(Boolean).join(' ');
      if (words) {
        this.page.announce(words);
      }
    }

    rank(label, tied) {
      const equal = tied || this.tied;
      this.tied = false;
      this.current = label;
      if (Ranking.isRanked(this.state, label) && !equal) {
        this.change(Ranking.takeOut(this.state, label), this.t('say.out', label));
        return;
      }
      const next = Ranking.place(this.state, label, equal);
      this.change(next, this.placeOf(next, label));
    }

    /** Says where an answer stands: "B: tier 2, equal to C". */
    placeOf(state, label) {
      const tier = Ranking.tierOf(state, label);
      const equals = state.tiers[tier].filter((other) => other !== label);
      return equals.length === 0
        ? this.t('say.placed', label, tier + 1)
        : this.t('say.tied', label, tier + 1, equals.join(', '));
    }

    step(label, direction) {
      if (label && Ranking.isRanked(this.state, label)) {
        const next = Ranking.step(this.state, label, direction);
        this.current = label;
        this.change(next, this.placeOf(next, label));
      }
    }

    drop(label, place) {
      const [kind, tier] = place.split(':');
      this.current = label;
      if (kind === 'out') {
        this.change(Ranking.takeOut(this.state, label), this.t('say.out', label));
        return;
      }
      const next = kind === 'in'
        ? Ranking.moveInto(this.state, label, Number(tier))
        : Ranking.moveBefore(this.state, label, Number(tier));
      this.change(next, this.placeOf(next, label));
    }

    toggleTie() {
      if (this.state.tiers.length > 0) {
        this.tied = !this.tied;
        this.page.refresh();
        this.page.announce(this.t(this.tied ? 'say.tieNext' : 'say.tieNotNext'));
      }
    }

    strengthen(gap) {
      const next = Ranking.strengthen(this.state, gap);
      this.change(next, this.t('say.strength', this.t('strength.' + (next.strengths[gap] || 0))));
    }

    drawLine(tiers) {
      const next = Ranking.drawLine(this.state, tiers);
      const drawn = Ranking.acceptableTiers(next);
      this.change(next, drawn === null ? this.t('say.noLine') : this.t('say.line', drawn));
    }

    setOutcome(outcome) {
      const next = Ranking.setOutcome(this.state, outcome);
      this.change(next, this.t('outcome.' + next.outcome));
    }

    undo() {
      this.history.undo();
      this.changed(this.t('say.undone', Ranking.notation(this.state) || '–'));
    }

    redo() {
      this.history.redo();
      this.changed(this.t('say.redone', Ranking.notation(this.state) || '–'));
    }

    // --- Submitting ----------------------------------------------------------------------------------------------

    async submit() {
      if (this.pairing.isOrdering() || this.sending) {
        return;
      }
      if (this.writing ? !Writing.isWritten(this.state) : !Ranking.isAnswer(this.state)) {
        this.page.warn(this.t(this.writing ? 'warn.unwritten' : 'warn.nothing'));
        return;
      }
      const left = Ranking.unranked(this.state, this.labels);
      if (this.state.outcome === 'JUDGED' && left.length > 0 && !this.confirmed) {
        this.confirmed = true;
        this.page.warn(this.t('warn.partial', left.join(', '), Keys.name(this.keys.submit)));
        return;
      }
      const stated = this.state.strengths.filter((strength) => strength > 0).length;
      if (this.state.outcome === 'JUDGED' && stated > 0 && stated < this.state.strengths.length) {
        this.page.warn(this.t('warn.strengths'));
        return;
      }
      await this.deliver(this.judgement());
    }

    judgement() {
      const state = this.state;
      const tiers = {};
      if (state.outcome === 'JUDGED') {
        state.tiers.forEach((tier, at) => tier.forEach((label) => { tiers[label] = at + 1; }));
      }
      return {
        outcome: state.outcome,
        answers: this.labels.length,
        tiers,
        strengths: state.outcome === 'JUDGED' ? state.strengths : [],
        acceptableTiers: state.outcome === 'JUDGED' ? Ranking.acceptableTiers(state) : null,
        flags: state.flags, ratings: state.ratings, comparisons: state.comparisons, comment: state.comment, rewrite: state.rewrite,
        effort: this.recorded(),
      };
    }

    async deliver(judgement) {
      this.sending = judgement;
      this.page.sending(true);
      const answer = await this.drafts.submit(judgement);
      this.page.sending(false);
      this.sending = null;
      if (answer.state === 'done') {
        this.today = answer.body.today;
        this.isOver = true;
        this.remember(judgement, answer.body);
        this.page.submitted(answer.body, judgement);
      } else if (answer.state === 'later') {
        this.page.warn(this.t('warn.later'));
        this.deliverLater(judgement);
      } else if (answer.state === 'refused') {
        this.page.refused((answer.body && answer.body.message) || this.t('warn.refused'));
      }
    }

    /** Tries again when the network is back, unless the person went on working meanwhile. */
    deliverLater(judgement) {
      const item = this.item;
      const before = this.state;
      const wait = () => setTimeout(() => {
        if (this.started && this.item === item && this.state === before) {
          this.deliver(judgement);
        }
      }, 2500);
      if (navigator.onLine) {
        wait();
      } else {
        root.addEventListener('online', wait, { once: true });
      }
    }

    /** Keeps what can be corrected: not what was skipped, and not training, whose answer is known by now. */
    remember(judgement, { feedback }) {
      if (!judgement.reason && !feedback) {
        sessionStorage.setItem('lichen.previous.' + this.project, this.item.assignment);
      }
    }

    /** Returns whether this is no item of the queue, but a correction or a decision. */
    isAside() {
      return this.item.revision > 0 || this.hasAttribute('after');
    }

    /** Opens what was submitted last, to be corrected; from there, goes on with what was open. */
    async previous() {
      const last = sessionStorage.getItem('lichen.previous.' + this.project);
      await this.drafts.flush();
      if (this.isAside()) {
        this.page.next();
      } else if (last) {
        this.load(last);
      } else {
        this.page.announce(this.t('say.noPrevious'));
      }
    }

    async skip() {
      const left = await dialog(this.t('skip.title'), (close) => this.page.skipForm(close), this.t('close'));
      if (left !== null) {
        await this.deliver({ ...this.judgement(), ...left, tiers: {}, strengths: [], acceptableTiers: null });
      }
    }

    // --- Side work -----------------------------------------------------------------------------------------------

    async write(field) {
      const text = await dialog(this.t(field + '.title'), (close) => this.page.textForm(field, close), this.t('close'));
      if (text !== null) {
        this.change({ ...this.state, [field]: text });
      }
    }

    async flag() {
      const label = this.current || this.labels[0];
      await dialog(this.t('flag.title', label), () => this.page.flagForm(label), this.t('close'));
    }

    async rate() {
      if (this.item.criteria.length > 0) {
        await dialog(this.t('rate.title'), () => this.page.rateForm(), this.t('close'));
      }
    }

    async showKeys() {
      await dialog(this.t('keys.title'), () => this.page.keysForm(), this.t('close'));
      this.page.refresh();
    }

    compare() {
      this.comparing = this.comparing ? null : this.current || this.labels[0];
      this.page.markDifferences();
    }

    setLayout() {
      const layouts = ['auto', 'columns', 'stack'];
      this.layout = layouts[(layouts.indexOf(this.layout) + 1) % layouts.length];
      localStorage.setItem('lichen.layout', this.layout);
      this.page.refresh();
      this.page.announce(this.t('layout.' + this.layout));
    }

    onStatus(status, detail) {
      this.page.status(status);
      if (status === 'conflict' && detail) {
        this.page.conflict(detail);
      }
    }

    // --- Keys ----------------------------------------------------------------------------------------------------

    keyPressed(event) {
      const inText = event.target.closest('input, textarea, select, [contenteditable], dialog');
      if (!this.item || inText || event.defaultPrevented || event.isComposing) {
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
        event.preventDefault();
        event.shiftKey ? this.redo() : this.undo();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      this.byPointer = false;
      this.lastKey = event.timeStamp;
      let key = Keys.keyOf(event);
      if (!Keys.actionOf(this.keys, key) && /^Digit\d$/.test(event.code)) {
        key = event.code.slice(5);
      }
      const pressesButton = (key === 'Enter' || key === ' ') && event.target.closest('button, a, summary, [role=button]');
      this.count('keys');
      if (!pressesButton && this.act(key, event.shiftKey)) {
        event.preventDefault();
      }
    }

    act(key, shift) {
      if (this.isOver) {
        return key === this.keys.submit ? (this.page.next(), true) : false;
      }
      if (this.pairing.isOpen()) {
        return this.pairing.press(key);
      }
      const action = Keys.actionOf(this.keys, key);
      if (!action || (this.writing && !Writing.ACTIONS.includes(action))) {
        return false;
      }
      if (action.startsWith('answer')) {
        const label = this.labels[Number(action.slice(6)) - 1];
        return label ? (this.rank(label, shift), true) : false;
      }
      const actions = {
        tie: () => this.toggleTie(),
        strength: () => this.strengthen(this.state.strengths.length - 1),
        line: () => this.drawLine(shift ? 0 : this.state.tiers.length),
        undo: () => this.undo(), redo: () => this.redo(), submit: () => this.submit(),
        up: () => this.step(this.current, -1), down: () => this.step(this.current, 1),
        allBad: () => this.setOutcome('ALL_BAD'), notRankable: () => this.setOutcome('NOT_RANKABLE'),
        skip: () => this.skip(), flag: () => this.flag(), rate: () => this.rate(),
        comment: () => this.write('comment'), rewrite: () => this.write('rewrite'),
        pairwise: () => this.pairing.order(), check: () => this.pairing.check(), compare: () => this.compare(),
        previous: () => this.previous(), synchronise: () => this.page.toggleSynchronised(), layout: () => this.setLayout(),
        guidelines: () => this.page.toggleGuidelines(), keys: () => this.showKeys(),
      };
      actions[action]();
      return true;
    }
  }

  customElements.define('lichen-workbench', Workbench);
})(window);
