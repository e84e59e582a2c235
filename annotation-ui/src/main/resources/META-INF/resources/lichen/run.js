/*
 * <lichen-run>: what a run measures, says and logs, as it goes; other runs can be laid over its curves. A line of several
 * stages has curves and samples of each; a run of one stage has one without a name.
 */
(function (root) {
  'use strict';

  const { h } = root.LichenElements;
  const { RunChart, number } = root.LichenRunChart;
  const { watched } = root.LichenRunWatch;
  const WHILE_ACTIVE = 1500;
  const WHEN_ENDED = 5000;
  const ONE = '';
  const FIRST = ['objective/scores', 'objective/kl', 'objective/entropy', 'ppo/response/length', 'ppo/loss/policy', 'ppo/loss/value',
    'train/loss', 'train/accuracy', 'train/margin', 'eval/loss', 'eval/accuracy', 'eval/scores', 'eval/kl'];

  /** Reads lines of JSON; one that is damaged is left out, so that the others are shown. */
  function records(lines) {
    return lines.flatMap((line) => {
      try {
        return [JSON.parse(line)];
      } catch (damaged) {
        return [];
      }
    });
  }

  class Run extends HTMLElement {
    static observedAttributes = ['beside'];

    connectedCallback() {
      if (this.started) {
        return;
      }
      this.started = true;
      this.texts = JSON.parse(this.getAttribute('texts'));
      this.charts = new Map();
      this.runs = new Map();
      this.samples = new Map();
      this.broken = new Map();
      this.newest = true;
      this.build();
      this.runs.set(this.getAttribute('run'), this.source(0));
      this.layBeside();
      this.poll();
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
      this.started = false;
    }

    attributeChangedCallback() {
      if (this.started) {
        this.layBeside();
        this.legend();
        clearTimeout(this.timer);
        this.poll();
      }
    }

    t(key, ...values) {
      return (this.texts[key] || key).replace(/\{(\d)\}/g, (all, index) => values[index] ?? '');
    }

    source(place) {
      return { place, stages: new Map([[ONE, this.beginning()]]) };
    }

    beginning() {
      return { metrics: 0, samples: 0 };
    }

    build() {
      this.first = h('div', { class: 'charts' });
      this.more = h('div', { class: 'charts' });
      this.others = h('details', { hidden: true }, h('summary', {}, this.t('more')), this.more);
      this.names = h('div', { class: 'legend row' });
      this.nothing = h('p', { class: 'quiet' }, this.t('nothing'));
      this.slider = h('input', { type: 'range', min: '0', max: '0', value: '0', id: 'sample-step', oninput: () => this.chosen() });
      this.sampleStep = h('output', { for: 'sample-step' });
      this.said = h('div', { class: 'samples' });
      this.log = h('pre', { tabindex: '0', role: 'group', 'aria-label': this.t('log') });
      this.conversations = h('section', { class: 'panel', hidden: true }, h('h2', {}, this.t('samples')),
        h('div', { class: 'row sample-steps' }, h('label', { for: 'sample-step' }, this.t('step')), this.slider, this.sampleStep), this.said);
      this.watch = h('ul', { class: 'watch' });
      this.replaceChildren(
        h('section', { class: 'panel' }, h('h2', {}, this.t('watch')), h('div', { role: 'status' }, this.watch)),
        h('section', { class: 'panel' }, h('h2', {}, this.t('curves')), this.names, this.nothing, this.first, this.others),
        this.conversations,
        h('section', { class: 'panel' }, h('h2', {}, this.t('log')), this.log));
    }

    layBeside() {
      const wanted = (this.getAttribute('beside') || '').split(',').filter(Boolean);
      const own = this.getAttribute('run');
      for (const run of [...this.runs.keys()]) {
        if (run !== own && !wanted.includes(run)) {
          this.runs.delete(run);
          this.charts.forEach((chart) => chart.remove(run));
        }
      }
      for (const run of wanted) {
        if (!this.runs.has(run)) {
          const taken = [...this.runs.values()].map((source) => source.place);
          this.runs.set(run, this.source([1, 2, 3, 4, 5].find((place) => !taken.includes(place)) || 5));
        }
      }
    }

    legend() {
      this.names.replaceChildren(...(this.runs.size < 2 ? [] : [...this.runs].map(([run, { place }]) =>
        h('span', { class: 'key', 'data-curve': String(place) }, run))));
    }

    async poll() {
      const turn = (this.turn || 0) + 1;
      this.turn = turn;
      let active = false;
      for (const [run, source] of [...this.runs]) {
        for (const stage of source.stages.keys()) { // a stage that is heard of meanwhile is asked too
          const heard = await this.ask(run, source, stage);
          if (turn !== this.turn || !this.started) {
            return;
          }
          active = active || Boolean(heard && (heard.active || heard.state === 'QUEUED'));
        }
      }
      this.timer = setTimeout(() => this.poll(), active ? WHILE_ACTIVE : WHEN_ENDED);
    }

    async ask(run, source, stage) {
      const { metrics, samples } = source.stages.get(stage);
      const asked = new URLSearchParams({ stage, metrics, samples });
      const address = this.getAttribute('base') + run + '/progress?' + asked;
      try {
        const response = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
        if (!response.ok) {
          return null;
        }
        const heard = await response.json();
        this.hear(run, source, stage, heard);
        return heard;
      } catch (unreachable) {
        return null; // asked again later
      }
    }

    hear(run, source, stage, heard) {
      if (this.runs.get(run) !== source) {
        return;
      }
      const known = source.stages.get(stage);
      heard.stages.filter((name) => !source.stages.has(name)).forEach((name) => source.stages.set(name, this.beginning()));
      if (heard.metrics.start !== known.metrics) {
        this.chartsOf(stage).forEach((chart) => chart.remove(run)); // the file was begun anew
      }
      records(heard.metrics.lines).forEach((line) => this.measured(run, source.place, stage, line));
      known.metrics = heard.metrics.next;
      if (heard.metrics.lines.length > 0) {
        this.charts.forEach((chart) => chart.fit());
      }
      this.nothing.hidden = this.charts.size > 0;
      this.legend();
      if (source.place === 0) {
        this.dataset.state = heard.state;
        this.showWatched();
        this.hearOwn(known, stage, heard);
      }
    }

    hearOwn(known, stage, heard) {
      if (heard.samples.start !== known.samples || !this.samples.has(stage)) {
        this.samples.set(stage, new Map());
      }
      const steps = this.samples.get(stage);
      records(heard.samples.lines).forEach((sample) => {
        steps.set(sample.step, [...(steps.get(sample.step) || []), sample]);
      });
      known.samples = heard.samples.next;
      if (heard.samples.lines.length > 0) {
        this.showSamples();
      }
      const text = heard.log.join('\n');
      if (this.log.textContent !== text) {
        const atEnd = this.log.scrollTop + this.log.clientHeight >= this.log.scrollHeight - 4;
        this.log.textContent = text || this.t('log.empty');
        if (atEnd) {
          this.log.scrollTop = this.log.scrollHeight;
        }
      }
    }

    measured(run, place, stage, line) {
      for (const [name, value] of Object.entries(line)) {
        if (place === 0 && typeof value === 'string') {
          this.brokenIn(stage).set(name, line.step); // NaN and infinities are written as words
        }
        if (name !== 'step' && typeof value === 'number') {
          this.chart(stage, name).append(run, place, line.step, value);
        }
      }
    }

    brokenIn(stage) {
      if (!this.broken.has(stage)) {
        this.broken.set(stage, new Map());
      }
      return this.broken.get(stage);
    }

    chart(stage, metric) {
      const name = stage === ONE ? metric : stage + ' ' + metric;
      let chart = this.charts.get(name);
      if (!chart) {
        chart = new RunChart(name, this.title(stage, metric));
        Object.assign(chart, { stage, metric });
        this.charts.set(name, chart);
        this.place(chart);
      }
      return chart;
    }

    chartsOf(stage) {
      return [...this.charts.values()].filter((chart) => chart.stage === stage);
    }

    /** Says what is measured, and in which stage where there are several. */
    title(stage, metric) {
      const words = this.texts['metric.' + metric] || metric;
      return stage === ONE ? words : this.stageName(stage) + ' · ' + words;
    }

    stageName(stage) {
      return this.texts['stage.' + stage] || stage;
    }

    /** The telling ones come first, in one order, stage by stage; the others are a click away. */
    place(chart) {
      const told = FIRST.indexOf(chart.metric);
      if (told < 0) {
        this.others.hidden = false;
        this.more.append(chart.element);
        return;
      }
      const stages = [...this.runs.values()].flatMap((source) => [...source.stages.keys()]);
      chart.rank = stages.indexOf(chart.stage) * FIRST.length + told;
      const after = [...this.charts.values()].filter((other) => other.rank > chart.rank)
        .sort((one, other) => one.rank - other.rank)[0];
      this.first.insertBefore(chart.element, after ? after.element : null);
    }

    showWatched() {
      const own = this.getAttribute('run');
      const words = [...this.runs.get(own).stages.keys()].flatMap((stage) => {
        const series = new Map(this.chartsOf(stage).filter((chart) => chart.curves.has(own))
          .map((chart) => [chart.metric, chart.curves.get(own).values]));
        return watched(series, this.brokenIn(stage))
          .map(({ name, metric, value }) => this.t('watch.' + name, this.title(stage, metric), number(value)));
      });
      const text = (words.length > 0 ? words : [this.t('watch.none')]);
      if (text.join() !== this.watchText) {
        this.watchText = text.join();
        this.watch.replaceChildren(...text.map((word) => h('li', { class: words.length > 0 ? 'is-shown' : 'quiet' }, word)));
      }
    }

    chosen() {
      this.newest = this.slider.value === this.slider.max;
      this.showSamples();
    }

    showSamples() {
      const steps = [...this.samples].flatMap(([stage, samples]) => (
        [...samples.keys()].sort((one, other) => one - other).map((step) => ({ stage, step }))));
      this.conversations.hidden = steps.length === 0;
      this.slider.max = String(Math.max(0, steps.length - 1));
      if (this.newest) {
        this.slider.value = this.slider.max;
      }
      const { stage, step } = steps[Number(this.slider.value)] || { stage: ONE, step: 0 };
      const words = (stage === ONE ? '' : this.stageName(stage) + ' · ') + step;
      this.slider.setAttribute('aria-valuetext', this.t('step') + ' ' + words);
      this.sampleStep.textContent = words;
      const said = this.samples.has(stage) ? this.samples.get(stage).get(step) : null;
      this.said.replaceChildren(...(said || []).map((sample) => this.sample(sample)));
    }

    sample({ prompt, response, scores }) {
      return h('article', { class: 'sample' },
        h('p', { class: 'quiet' }, prompt), h('p', { class: 'response' }, response || '∅'),
        h('p', { class: 'scores quiet' }, Object.entries(scores || {}).map(([name, value]) =>
          (this.texts['score.' + name] || name) + ' ' + (typeof value === 'number' ? number(value) : value)).join(' · ')));
    }
  }

  customElements.define('lichen-run', Run);
})(window);
