/* Draws the workbench: the question, the answers, the ladder of tiers, dialogs, and what a screen reader hears. */
(function (root) {
  'use strict';

  const Ranking = root.LichenRanking;
  const Keys = root.LichenKeys;
  const Writing = root.LichenWriting;
  const Pairing = root.LichenPairing;
  const Goal = root.LichenGoal;
  const { h } = root.LichenElements;
  const SIDE_BY_SIDE_WIDTH = 300;
  const LEAST_HEIGHT = 180;
  const BRIEF = 80;

  class WorkbenchPage {
    constructor(bench) {
      this.bench = bench;
      this.t = (...words) => bench.t(...words);
      this.spoken = h('div', { class: 'spoken', role: 'status', 'aria-live': 'polite' });
      this.saved = h('span', { class: 'saved', role: 'status' });
      this.notice = h('div', { class: 'notices', role: 'alert' });
      this.content = h('div', { class: 'workbench' });
      this.frame = h('main', { class: 'frame', id: 'content', tabindex: '-1' }, this.content, this.spoken);
      bench.replaceChildren(this.frame);
      this.echoes = new Set();
      this.gratitude = '';
      this.synchronised = localStorage.getItem('lichen.synchronised') === 'true';
      this.frame.addEventListener('focusin', (event) => requestAnimationFrame(() => this.reveal(event.target)));
      this.onResize = () => this.arrange();
      root.addEventListener('resize', this.onResize);
    }

    /** Scrolls what has the focus from under the bar at the foot, where that lies over the answers. */
    reveal(focused) {
      if (!this.dock || this.dock.hidden || this.dock.contains(focused) || getComputedStyle(this.dock).position !== 'sticky') {
        return;
      }
      const { top, bottom, height } = focused.getBoundingClientRect();
      const foot = this.dock.getBoundingClientRect().top;
      if (top > foot - Math.min(height, 48)) {
        root.scrollBy(0, Math.min(bottom - foot + 8, top - 60));
      }
    }

    announce(text) {
      this.spoken.textContent = '';
      setTimeout(() => { this.spoken.textContent = text; }, 30);
    }

    // --- Instead of work -----------------------------------------------------------------------------------------

    waiting() {
      this.content.replaceChildren(h('p', { class: 'instead quiet' }, this.t('loading')));
    }

    nothingLeft() {
      this.content.replaceChildren(h('section', { class: 'instead' },
        h('h1', {}, this.t('done.title')), this.gratitude ? h('p', {}, this.gratitude) : null, h('p', {}, this.t('done.text')),
        h('p', { class: 'row' },
          h('a', { class: 'button', href: this.bench.getAttribute('history') }, this.t('done.history')),
          h('a', { class: 'button quiet', href: this.bench.getAttribute('home') }, this.t('done.home')))));
      this.announce([this.gratitude, this.t('done.title')].filter(Boolean).join(' '));
      this.gratitude = '';
    }

    unreachable(answer) {
      const text = answer.status === 401 ? this.t('status.signed-out')
        : (answer.body && answer.body.message) || this.t(answer.status === 0 || answer.status >= 500 ? 'unreachable' : 'refused');
      const again = h('button', { class: 'button', onclick: () => this.bench.load(this.bench.getAttribute('assignment')) }, this.t('again'));
      this.content.replaceChildren(h('section', { class: 'instead', role: 'alert' },
        h('h1', {}, this.t('unreachable.title')), h('p', {}, text), h('p', {}, again)));
    }

    // --- An item -------------------------------------------------------------------------------------------------

    open(restored) {
      const item = this.bench.item;
      this.answers = new Map(item.answers.map((answer) => [answer.label, this.answer(answer)]));
      this.board = this.bench.writing ? Writing.field(this.bench)
        : h('div', { class: 'answers' }, [...this.answers.values()].map((answer) => answer.article));
      this.dock = h('div', { class: 'dock' });
      this.pairBar = Pairing.bar(this.bench);
      this.guide = this.guidelines();
      this.content.replaceChildren(this.bar(), this.notice,
        h('div', { class: 'desk' },
          h('div', { class: 'reading' }, this.question(), this.pairBar, this.board), this.guide),
        this.dock);
      this.notice.replaceChildren();
      this.status(item.revision > 0 ? 'revising' : restored ? 'restored' : this.bench.writing ? 'unwritten' : 'untouched');
      this.showNotices();
      this.refresh();
      root.scrollTo(0, 0);
      this.announce(this.thanks() + (this.bench.writing ? this.t('say.toWrite') : this.t('say.opened', item.answers.length)));
    }

    /** Thanks for a goal that was reached with the last item, once; returns what is to be spoken of it. */
    thanks() {
      const words = this.gratitude;
      this.gratitude = '';
      if (words) {
        this.note(words, 'thanks');
      }
      return words ? words + ' ' : '';
    }

    showNotices() {
      const item = this.bench.item;
      if (item.returned) {
        this.note(this.t('returned', item.returned));
      }
      const seen = 'lichen.guidelines.' + this.bench.project;
      const last = localStorage.getItem(seen);
      if (last && last !== String(item.guidelines.version)) {
        this.note(this.t('guidelines.changed', item.guidelines.version));
        this.guide.hidden = false;
      }
      localStorage.setItem(seen, item.guidelines.version);
    }

    bar() {
      const item = this.bench.item;
      const keys = this.bench.keys;
      const tool = (action, text, onclick) => h('button', {
        class: 'tool', 'data-tool': action, onclick, title: text + ' (' + Keys.name(keys[action]) + ')',
      }, text, this.key(action));
      const comparing = [
        tool('layout', this.t('layout'), () => this.bench.setLayout()),
        tool('synchronise', this.t('synchronise'), () => this.toggleSynchronised()),
        tool('compare', this.t('compare'), () => this.bench.compare()),
        tool('pairwise', this.t('pairwise'), () => this.bench.pairing.order()),
      ];
      return h('header', { class: 'workbar' },
        h('h1', {}, item.project), h('span', { class: 'pace' }, item.progress), Goal.shown(this.bench), this.saved,
        h('div', { class: 'tools' },
          tool('previous', this.t(this.bench.isAside() ? 'previous.back' : 'previous'), () => this.bench.previous()),
          tool('guidelines', this.t('guidelines'), () => this.toggleGuidelines()),
          ...this.bench.writing ? [] : comparing,
          tool('keys', this.t('keys'), () => this.bench.showKeys())));
    }

    key(action) {
      return h('kbd', { 'aria-hidden': 'true' }, Keys.name(this.bench.keys[action]));
    }

    dressed(text) {
      return root.LichenCode.dress(text, { copy: this.t('copy'), copied: this.t('copied') });
    }

    question() {
      const turns = this.bench.item.prompt.map((turn) => h('div', { class: 'turn turn-' + turn.role },
        h('span', { class: 'speaker' }, this.t('role.' + turn.role)),
        this.dressed(h('div', { class: 'prose', html: turn.html }))));
      const language = this.bench.item.language;
      return h('section', { class: 'question', 'aria-label': this.t('question'), lang: language || null }, turns);
    }

    answer({ label, html }) {
      const standing = h('span', { class: 'standing' });
      const buttons = h('div', { class: 'moves' });
      const text = h('div', {
        class: 'text prose', tabindex: '0', role: 'group', 'aria-label': this.t('answer', label),
        lang: this.bench.item.language || null, html,
        onscroll: (event) => this.scrolled(event.target),
        onfocus: () => { this.bench.current = label; },
      });
      const article = h('article', { class: 'answer', 'aria-label': this.t('answer', label), 'data-label': label },
        h('header', {},
          h('span', { class: 'label', 'data-carry': label, title: this.t('drag') }, label), standing, buttons),
        this.dressed(text));
      return { article, standing, buttons, text };
    }

    guidelines() {
      const { version, html } = this.bench.item.guidelines;
      const hidden = localStorage.getItem('lichen.guide') !== 'open' || root.innerWidth < 900;
      return h('section', { class: 'guide', 'aria-label': this.t('guidelines'), hidden },
        h('header', {}, h('h2', {}, this.t('guidelines')), h('span', { class: 'quiet' }, this.t('version', version)),
          h('button', { class: 'icon', 'aria-label': this.t('close'), onclick: () => this.toggleGuidelines() }, '×')),
        this.dressed(h('div', { class: 'prose', tabindex: '0', role: 'group', 'aria-label': this.t('guidelines'), html })));
    }

    toggleGuidelines() {
      this.guide.hidden = !this.guide.hidden;
      localStorage.setItem('lichen.guide', this.guide.hidden ? 'closed' : 'open');
      this.arrange();
    }

    toggleSynchronised() {
      this.synchronised = !this.synchronised;
      localStorage.setItem('lichen.synchronised', this.synchronised);
      this.refreshTools();
      this.announce(this.t(this.synchronised ? 'say.synchronised' : 'say.notSynchronised'));
    }

    scrolled(source) {
      if (!this.synchronised || this.echoes.delete(source)) {
        return;
      }
      const share = source.scrollTop / Math.max(1, source.scrollHeight - source.clientHeight);
      for (const { text } of this.answers.values()) {
        const place = Math.round(share * (text.scrollHeight - text.clientHeight));
        if (text !== source && Math.abs(text.scrollTop - place) > 1) {
          this.echoes.add(text); // that it scrolls now is not the person's doing
          text.scrollTop = place;
        }
      }
    }

    // --- After each change ---------------------------------------------------------------------------------------

    refresh() {
      if (!this.bench.item) {
        return;
      }
      const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.focus : null;
      for (const [label, answer] of this.answers) {
        this.refreshAnswer(label, answer);
      }
      this.dock.replaceChildren(...[
        root.LichenDoubt.row(this.bench), this.bench.writing ? Writing.foot(this.bench) : this.ladder(),
        this.submitButton(), this.actions(),
      ].filter(Boolean));
      Writing.refresh(this.content, this.bench.state);
      this.pairing();
      document.documentElement.style.setProperty('--dock', this.dock.offsetHeight + 8 + 'px');
      this.refreshTools();
      this.arrange();
      if (focus) {
        // After a click the next Enter submits; after a key the button keeps the focus.
        const again = this.content.querySelector('[data-focus="' + focus + '"]');
        const keeps = again && !again.disabled && !this.bench.byPointer;
        (keeps ? again : this.frame).focus({ preventScroll: true });
      }
    }

    /** Shows the question of two answers, and these two only, while one is asked. */
    pairing() {
      const question = this.bench.pairing.question();
      this.content.classList.toggle('is-pairwise', Boolean(question));
      this.dock.hidden = this.bench.pairing.isOrdering();
      for (const [label, { article }] of this.answers) {
        article.hidden = Boolean(question) && label !== question.first && label !== question.second;
        article.style.order = question ? (label === question.first ? 1 : 2) : '';
      }
      Pairing.draw(this.pairBar, this.bench);
    }

    refreshTools() {
      const pressed = { guidelines: !this.guide.hidden, synchronise: this.synchronised, compare: this.bench.comparing, pairwise: this.bench.pairing.isOrdering() };
      this.content.querySelectorAll('[data-tool]').forEach((tool) => {
        if (tool.dataset.tool in pressed) {
          tool.setAttribute('aria-pressed', String(Boolean(pressed[tool.dataset.tool])));
        }
      });
    }

    refreshAnswer(label, { article, standing, buttons }) {
      const state = this.bench.state;
      const tier = Ranking.tierOf(state, label);
      const ranked = tier >= 0 && state.outcome === 'JUDGED';
      const acceptable = Ranking.acceptableTiers(state);
      article.dataset.tier = ranked ? Math.min(tier + 1, 5) : '';
      article.classList.toggle('is-ranked', ranked);
      article.classList.toggle('is-current', this.bench.current === label);
      const words = [ranked ? this.t('rank', tier + 1) : this.t('unranked')];
      if (ranked && state.tiers[tier].length > 1) {
        words.push('= ' + state.tiers[tier].filter((other) => other !== label).join(' = '));
      }
      if (ranked && acceptable !== null) {
        words.push(this.t(tier < acceptable ? 'acceptable.yes' : 'acceptable.no'));
      }
      (state.flags[label] || []).forEach((code) => words.push('⚑ ' + this.flagName(code)));
      standing.textContent = words.join(' · ');
      buttons.replaceChildren(...this.moves(label, ranked));
    }

    moves(label, ranked) {
      const bench = this.bench;
      const index = bench.labels.indexOf(label) + 1;
      const move = (name, sign, onclick, options) => h('button', {
        class: 'icon', 'data-focus': name + label, 'aria-label': this.t('move.' + name, label), title: this.t('move.' + name, label), onclick, ...options,
      }, sign);
      const flag = move('flag', '⚑', () => { bench.current = label; bench.flag(); });
      if (!ranked) {
        return [
          h('button', {
            class: 'rank-next', 'data-focus': 'rank' + label, onclick: () => bench.rank(label, false),
            'aria-label': this.t('move.rank', label, bench.state.tiers.length + 1),
          }, bench.tied ? '=' : this.t('rank.next', bench.state.tiers.length + 1), this.key('answer' + index)),
          bench.state.tiers.length > 0 ? move('tie', '=', () => bench.rank(label, true)) : null,
          flag,
        ].filter(Boolean);
      }
      return [
        move('up', '↑', () => bench.step(label, -1)), move('down', '↓', () => bench.step(label, 1)),
        move('out', '×', () => bench.drop(label, 'out')), flag,
      ];
    }

    flagName(code) {
      const flag = this.bench.item.flags.find((known) => known.code === code);
      return flag ? flag.name : code;
    }

    /** The order so far, as a row of tiers with their gaps; every part is a button and a place to drop an answer. */
    ladder() {
      const state = this.bench.state;
      const cells = [];
      if (state.outcome !== 'JUDGED') {
        cells.push(h('span', { class: 'verdict' }, this.t('outcome.' + state.outcome)));
      } else {
        state.tiers.forEach((tier, at) => cells.push(this.gap(at), this.tier(tier, at)));
        cells.push(this.end(state.tiers.length));
      }
      const left = Ranking.unranked(state, this.bench.labels);
      const tray = h('div', { class: 'tray', 'data-place': 'out' },
        h('span', { class: 'quiet' }, left.length > 0 ? this.t('ladder.left') : this.t('ladder.complete')),
        this.bench.pairing.canCheck() ? this.check() : null,
        left.map((label) => this.chip(label, () => this.bench.rank(label, false), this.t('move.rank', label, state.tiers.length + 1))));
      return h('div', { class: 'ladder', role: 'group', 'aria-label': this.t('ladder') }, h('div', { class: 'tiers' }, cells), tray);
    }

    check() {
      return h('button', { class: 'action', 'data-focus': 'check', onclick: () => this.bench.pairing.check() },
        this.t('check'), this.key('check'));
    }

    tier(tier, at) {
      const acceptable = Ranking.acceptableTiers(this.bench.state);
      return h('div', {
        class: 'tier' + (acceptable !== null && at >= acceptable ? ' is-refused' : ''), 'data-place': 'in:' + at, 'data-tier': Math.min(at + 1, 5),
      }, h('span', { class: 'tier-number', 'aria-hidden': 'true' }, at + 1),
      tier.map((label) => this.chip(label, () => this.focusAnswer(label), this.bench.placeOf(this.bench.state, label))));
    }

    chip(label, onclick, spoken) {
      return h('button', { class: 'chip', 'data-carry': label, 'data-focus': 'chip' + label, 'aria-label': spoken, title: spoken, onclick,
        onkeydown: (event) => this.chipKey(event, label) }, label);
    }

    chipKey(event, label) {
      const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (direction) {
        event.preventDefault();
        this.bench.step(label, direction);
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault();
        this.bench.drop(label, 'out');
      }
    }

    gap(before) {
      const state = this.bench.state;
      const acceptable = Ranking.acceptableTiers(state);
      const parts = [];
      if (before > 0) {
        const strength = state.strengths[before - 1];
        parts.push(h('button', {
          class: 'strength', 'data-focus': 'gap' + before, onclick: () => this.bench.strengthen(before - 1),
          'aria-label': this.t('gap', before, before + 1, this.t('strength.' + strength)),
          title: this.t('strength.' + strength),
        }, ['›', '›', '››', '›››'][strength]));
      }
      if (acceptable === before) {
        parts.push(this.line());
      }
      return h('div', { class: 'gap' + (before > 0 && state.strengths[before - 1] > 0 ? ' is-stated' : ''), 'data-place': 'before:' + before }, parts);
    }

    end(tiers) {
      const line = Ranking.acceptableTiers(this.bench.state) === tiers ? this.line() : null;
      const hint = tiers === 0 ? h('span', { class: 'quiet hint' }, this.t('ladder.empty')) : this.bench.tied ? h('span', { class: 'tie-next' }, '=') : null;
      return h('div', { class: 'gap end', 'data-place': 'before:' + tiers }, line, hint);
    }

    line() {
      return h('span', { class: 'line', title: this.t('acceptable.line') }, '✓│✗');
    }

    actions() {
      const bench = this.bench;
      const state = bench.state;
      const action = (name, onclick, options) => h('button', {
        class: 'action', 'data-focus': name, onclick, ...options,
      }, this.t('action.' + name), this.key(name));
      const toggle = (name, outcome) => action(name, () => bench.setOutcome(outcome), { 'aria-pressed': String(state.outcome === outcome) });
      const noted = (field) => ({ 'aria-pressed': String(state[field] !== '') });
      const comment = action('comment', () => bench.write('comment'), noted('comment'));
      const skip = action('skip', () => bench.skip());
      if (bench.writing) {
        return h('div', { class: 'actions' }, comment, skip);
      }
      return h('div', { class: 'actions' },
        action('undo', () => bench.undo(), { disabled: !bench.history.canUndo() }),
        action('redo', () => bench.redo(), { disabled: !bench.history.canRedo() }),
        action('tie', () => bench.toggleTie(), { 'aria-pressed': String(bench.tied), disabled: state.tiers.length === 0 }),
        action('strength', () => bench.strengthen(state.strengths.length - 1), { disabled: state.strengths.length === 0 }),
        this.lineChoice(),
        toggle('allBad', 'ALL_BAD'), toggle('notRankable', 'NOT_RANKABLE'),
        bench.item.criteria.length > 0 ? action('rate', () => bench.rate(), { 'aria-pressed': String(Object.keys(state.ratings).length > 0) }) : null,
        comment,
        action('rewrite', () => bench.write('rewrite'), noted('rewrite')),
        skip);
    }

    submitButton() {
      const bench = this.bench;
      return h('button', { class: 'button submit', 'data-focus': 'submit', onclick: () => bench.submit(), disabled: bench.pairing.isOrdering() },
        this.t(bench.item.revision > 0 ? 'submit.revision' : 'submit'),
        bench.writing ? h('kbd', { 'aria-hidden': 'true' }, 'Ctrl ⏎') : this.key('submit'));
    }

    lineChoice() {
      const state = this.bench.state;
      const now = Ranking.acceptableTiers(state);
      const option = (value, text) => h('option', { value: String(value), selected: now === value }, text);
      return h('label', { class: 'action choice' }, this.t('action.line'),
        h('select', {
          'data-focus': 'line', 'aria-label': this.t('acceptable.line'),
          onchange: (event) => this.chooseLine(event.target.value),
        },
        h('option', { value: '', selected: now === null }, this.t('line.none')), option(0, this.t('line.0')),
        state.tiers.map((tier, at) => option(at + 1, this.t('line.to', at + 1)))), this.key('line'));
    }

    chooseLine(value) {
      const now = Ranking.acceptableTiers(this.bench.state);
      const wanted = value === '' ? now : Number(value);
      if (wanted !== null && (value === '' || wanted !== now)) {
        this.bench.drawLine(wanted);
      }
    }

    focusAnswer(label) {
      this.bench.current = label;
      const { article, text } = this.answers.get(label);
      article.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      text.focus({ preventScroll: true });
      this.refresh();
    }

    /** Puts answers side by side where each has room to be read, or as the person chose. */
    arrange() {
      if (!this.board || !this.bench.item || this.bench.writing) {
        return;
      }
      const shown = [...this.answers.values()].filter(({ article }) => !article.hidden).length;
      const room = Math.floor(this.board.clientWidth / SIDE_BY_SIDE_WIDTH);
      const layout = this.bench.layout;
      const columns = layout === 'stack' ? 1 : layout === 'columns' ? Math.min(shown, Math.max(2, room))
        : room < 2 ? 1 : shown <= room ? shown : Math.ceil(shown / Math.ceil(shown / room));
      this.board.style.setProperty('--columns', columns);
      this.content.classList.toggle('is-stacked', columns === 1);
      const rows = Math.ceil(shown / columns);
      const gap = parseFloat(getComputedStyle(this.board).rowGap) || 0;
      const limit = Math.max(LEAST_HEIGHT, (this.board.clientHeight - (rows - 1) * gap) / rows);
      this.board.style.setProperty('--limit', Math.floor(limit) + 'px');
    }

    markDifferences() {
      const base = this.bench.comparing;
      root.LichenDifference.hide();
      for (const [label, { article }] of this.answers) {
        article.classList.toggle('is-basis', label === base);
      }
      this.refreshTools();
      if (base) {
        const others = [...this.answers].filter(([label]) => label !== base).map(([, answer]) => answer.text);
        const shown = root.LichenDifference.show(this.answers.get(base).text, others);
        this.warn(this.t(shown ? 'compare.with' : 'compare.long', base));
      } else {
        this.notice.replaceChildren();
      }
    }

    // --- Messages ------------------------------------------------------------------------------------------------

    status(name) {
      this.saved.textContent = this.t('status.' + name);
      this.saved.dataset.status = name;
    }

    /** Says something in place of what was said before. */
    warn(text, kind) {
      this.notice.replaceChildren();
      this.note(text, kind);
    }

    /** Says something beside what was said before. */
    note(text, kind) {
      const box = h('p', { class: 'notice ' + (kind || '') }, text,
        h('button', { class: 'icon', 'aria-label': this.t('close'), onclick: () => box.remove() }, '×'));
      this.notice.append(box);
    }

    /** Says why the server did not take the work, which stays; whoever cannot mend that goes on with another item. */
    refused(text) {
      this.warn(text, 'refused');
      this.notice.querySelector('.icon').before(h('button', { class: 'button quiet', onclick: () => this.next() }, this.t('feedback.next')));
    }

    conflict(theirs) {
      const bench = this.bench;
      const mine = bench.state;
      const other = { ...Ranking.empty(), ...theirs.body };
      const keep = (body) => () => {
        bench.drafts.resolve(theirs.revision, body);
        bench.history.change(body);
        this.notice.replaceChildren();
        this.refresh();
      };
      this.notice.replaceChildren(h('div', { class: 'notice' },
        h('p', {}, this.t('conflict', this.inBrief(other), this.inBrief(mine))),
        h('p', { class: 'row' },
          h('button', { class: 'button', onclick: keep(mine) }, this.t('conflict.mine')),
          h('button', { class: 'button quiet', onclick: keep(other) }, this.t('conflict.theirs')))));
    }

    /** Says what a state holds in a few words. */
    inBrief(state) {
      const text = this.bench.writing ? state.rewrite.trim().slice(0, BRIEF) : Ranking.notation(state);
      return text || '–';
    }

    sending(isSending) {
      this.content.classList.toggle('is-sending', isSending);
      if (isSending) {
        this.status('sending');
      }
    }

    submitted(outcome, judgement) {
      const feedback = outcome && outcome.feedback;
      this.gratitude = Goal.thanks(this.bench);
      this.announce(this.t(judgement.reason ? 'say.skipped' : 'say.submitted'));
      if (!feedback) {
        this.next();
        return;
      }
      this.status('submitted');
      this.board.inert = true;
      this.dock.inert = true;
      this.notice.replaceChildren(h('div', { class: 'notice feedback' },
        h('p', {}, h('strong', {}, this.t(feedback.agrees ? 'feedback.agrees' : 'feedback.differs'))),
        h('p', {}, this.t('feedback.expected', Ranking.notationOfTiers(
          this.bench.item.answers.map(({ label }) => label), feedback.expected))),
        h('p', {}, feedback.explanation),
        h('p', {}, h('button', { class: 'button', onclick: () => this.next() }, this.t('feedback.next')))));
      this.notice.querySelector('.button').focus();
    }

    next() {
      const after = this.bench.getAttribute('after');
      if (after) {
        root.location.href = after;
        return;
      }
      this.bench.removeAttribute('assignment');
      this.bench.load(null);
    }

    // --- Forms in dialogs ----------------------------------------------------------------------------------------

    skipForm(close) {
      const reasons = { language: 'SKIP', knowledge: 'SKIP', uneasy: 'SKIP', broken: 'FLAGGED' };
      const text = h('input', { type: 'text', id: 'skip-other', maxlength: '500', autocomplete: 'off' });
      const leave = (reason) => close({ outcome: reasons[reason], reason: [reason, text.value.trim()].filter(Boolean).join(': ') });
      const buttons = Object.keys(reasons).map((reason, at) => h('button', { class: 'button quiet wide', onclick: () => leave(reason) },
        this.t('skip.' + reason), this.key('reason' + (at + 1))));
      const choose = (event) => {
        const chosen = Keys.actionOf(this.bench.keys, Keys.keyOf(event), 'reason');
        if (event.target !== text && chosen) {
          event.preventDefault();
          buttons[Number(chosen.slice(6)) - 1].click();
        } else if (event.key === 'Enter' && event.target === text && text.value.trim()) {
          close({ outcome: 'SKIP', reason: text.value.trim() });
        }
      };
      return h('div', { class: 'form', tabindex: '-1', 'data-first': true, onkeydown: choose }, buttons,
        h('label', { for: 'skip-other' }, this.t('skip.words')), text);
    }

    textForm(field, close) {
      const state = this.bench.state;
      const best = state.tiers.length > 0 ? state.tiers[0][0] : null;
      const start = field === 'rewrite' && state.rewrite === '' && best ? this.source(best) : state[field];
      const text = h('textarea', {
        id: 'long-text', 'data-first': true, rows: field === 'rewrite' ? '14' : '6', maxlength: '20000', value: start,
        lang: this.bench.item.language || null,
        onkeydown: (event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            close(text.value.trim());
          }
        },
      });
      return h('div', { class: 'form' }, h('label', { for: 'long-text' }, this.t(field + '.help', best || '–')), text,
        h('p', { class: 'row' },
          h('button', { class: 'button', onclick: () => close(text.value.trim()) }, this.t('keep'), h('kbd', { 'aria-hidden': 'true' }, 'Ctrl ⏎')),
          h('button', { class: 'button quiet', onclick: () => close('') }, this.t('remove'))));
    }

    source(label) {
      const answer = this.bench.item.answers.find((one) => one.label === label);
      return answer ? answer.text : '';
    }

    flagForm(label) {
      const bench = this.bench;
      const form = h('div', { class: 'form checks' });
      bench.item.flags.forEach(({ code, name }) => form.append(h('label', { class: 'check' },
        h('input', {
          type: 'checkbox', checked: (bench.state.flags[label] || []).includes(code),
          onchange: () => bench.change(Ranking.toggleFlag(bench.state, label, code)),
        }), name)));
      return form;
    }

    rateForm() {
      const bench = this.bench;
      const rate = (criterion, label, value) => {
        const ratings = { ...bench.state.ratings };
        const own = { ...ratings[criterion] };
        value === '' ? delete own[label] : own[label] = Number(value);
        ratings[criterion] = own;
        if (Object.keys(own).length === 0) {
          delete ratings[criterion];
        }
        bench.change({ ...bench.state, ratings });
      };
      const scale = ({ code, name, lowest, highest }, label) => {
        const now = (bench.state.ratings[code] || {})[label];
        const values = Array.from({ length: highest - lowest + 1 }, (none, at) => lowest + at);
        return h('select', { 'aria-label': name + ', ' + this.t('answer', label), onchange: (event) => rate(code, label, event.target.value) },
          h('option', { value: '' }, '–'), values.map((value) => h('option', { value: String(value), selected: now === value }, String(value))));
      };
      return h('table', { class: 'rates' },
        h('thead', {}, h('tr', {}, h('th', {}, this.t('rate.criterion')), bench.labels.map((label) => h('th', { scope: 'col' }, label)))),
        h('tbody', {}, bench.item.criteria.map((criterion) => h('tr', {}, h('th', { scope: 'row' }, criterion.name),
          bench.labels.map((label) => h('td', {}, scale(criterion, label)))))));
    }

    keysForm() {
      const bench = this.bench;
      const list = h('div', { class: 'key-list' });
      const say = h('p', { class: 'quiet', role: 'status' }, this.t('keys.help'));
      const draw = () => list.replaceChildren(...Object.keys(Keys.DEFAULTS).map((action) => row(action)));
      const row = (action) => h('button', { class: 'key-row', 'data-action': action, onclick: (event) => listen(action, event.currentTarget) },
        h('span', {}, action.startsWith('answer') ? this.t('keys.answer', 'ABCDEFGHI'[Number(action.slice(6)) - 1]) : this.t('keys.' + action)),
        h('kbd', {}, Keys.name(bench.keys[action])));
      const listen = (action, button) => {
        button.querySelector('kbd').textContent = '…';
        button.addEventListener('keydown', (event) => {
          event.preventDefault();
          event.stopPropagation();
          this.remap(action, event, say);
          draw();
          list.querySelector('[data-action="' + action + '"]').focus();
        }, { once: true });
      };
      const preset = (keys) => () => {
        bench.keys = { ...Keys.DEFAULTS, ...keys };
        Keys.save(bench.keys);
        draw();
      };
      const digits = Object.fromEntries(Array.from({ length: 9 }, (none, at) => ['answer' + (at + 1), String(at + 1)]));
      draw();
      return h('div', { class: 'form' }, say, list, h('p', { class: 'quiet' }, this.t('keys.recorded')),
        h('p', { class: 'row' },
          h('button', { class: 'button quiet', onclick: preset({}) }, this.t('keys.letters')),
          h('button', { class: 'button quiet', onclick: preset(digits) }, this.t('keys.digits'))));
    }

    remap(action, event, say) {
      const key = Keys.keyOf(event);
      if (['Shift', 'Control', 'Alt', 'Meta', 'Tab', 'Escape'].includes(key)) {
        return;
      }
      const taken = Keys.actionOf(this.bench.keys, key, Keys.contextOf(action));
      if (taken && taken !== action) {
        say.textContent = this.t('keys.taken', Keys.name(key));
        return;
      }
      this.bench.keys = { ...this.bench.keys, [action]: key };
      Keys.save(this.bench.keys);
      say.textContent = this.t('keys.set', Keys.name(key));
    }
  }

  root.LichenWorkbenchPage = WorkbenchPage;
})(window);
