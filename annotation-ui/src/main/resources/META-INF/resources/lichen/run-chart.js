/*
 * One measured quantity of one or more runs as curves. Points are appended in the units of the data and never drawn again:
 * when the range grows, only the transformation of the drawing changes.
 */
(function (root) {
  'use strict';

  const { h } = root.LichenElements;
  const SVG = 'http://www.w3.org/2000/svg';
  const WIDTH = 320;
  const HEIGHT = 120;
  const MARGIN = 4;

  function draw(tag, attributes) {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  /** Writes a number as people read it. */
  function number(value) {
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
      return value.toExponential(2);
    }
    return String(Number(value.toPrecision(4)));
  }

  class RunChart {
    constructor(name, title) {
      this.curves = new Map();
      this.range = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
      this.drawing = draw('g', {});
      this.mark = draw('line', { class: 'mark', y1: 0, y2: HEIGHT, visibility: 'hidden' });
      this.svg = draw('svg', { viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
      this.svg.append(this.drawing, this.mark);
      this.high = h('span', { class: 'high' });
      this.low = h('span', { class: 'low' });
      this.steps = h('span', { class: 'steps' });
      this.values = h('span', { class: 'values' });
      this.element = h('figure', { class: 'chart', 'data-metric': name },
        h('figcaption', {}, h('span', { class: 'name' }, title), this.values),
        h('div', { class: 'plot' }, this.high, this.low, this.svg), this.steps);
      this.svg.addEventListener('pointermove', (event) => this.look(event));
      this.svg.addEventListener('pointerleave', () => this.latest());
    }

    curve(run, place) {
      let curve = this.curves.get(run);
      if (!curve) {
        const line = draw('polyline', { class: 'curve', 'data-curve': place });
        curve = { line, place, steps: [], values: [] };
        this.drawing.append(line);
        this.curves.set(run, curve);
      }
      return curve;
    }

    append(run, place, step, value) {
      const curve = this.curve(run, place);
      const point = this.svg.createSVGPoint();
      point.x = step;
      point.y = value;
      if (curve.steps.length === 0) {
        curve.line.points.appendItem(point); // a line of one point is not drawn
      }
      curve.line.points.appendItem(point);
      curve.steps.push(step);
      curve.line.classList.toggle('is-point', curve.steps.length === 1);
      curve.values.push(value);
      const { left, right, low, high } = this.range;
      this.range = { left: Math.min(left, step), right: Math.max(right, step), low: Math.min(low, value), high: Math.max(high, value) };
    }

    remove(run) {
      const curve = this.curves.get(run);
      if (curve) {
        curve.line.remove();
        this.curves.delete(run);
        const all = [...this.curves.values()];
        const steps = all.flatMap((one) => [one.steps[0], one.steps.at(-1)]);
        const extremes = all.flatMap((one) => one.values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]));
        this.range = { left: Math.min(...steps), right: Math.max(...steps), low: Math.min(...extremes), high: Math.max(...extremes) };
        this.fit();
      }
    }

    /** Fits the drawing to the range of the data. */
    fit() {
      const { left, right, low, high } = this.range;
      if (!Number.isFinite(left)) {
        this.values.replaceChildren();
        return;
      }
      const wide = right > left ? (WIDTH - 2 * MARGIN) / (right - left) : 1;
      const tall = high > low ? (HEIGHT - 2 * MARGIN) / (high - low) : 1;
      const middle = high > low ? 0 : HEIGHT / 2 - MARGIN;
      this.place = (step) => MARGIN + (step - left) * wide;
      this.drawing.setAttribute('transform', 'matrix(' + [wide, 0, 0, -tall, MARGIN - left * wide, MARGIN + high * tall + middle].join(' ') + ')');
      this.high.textContent = number(high);
      this.low.textContent = high > low ? number(low) : '';
      this.steps.textContent = left === right ? String(left) : left + ' – ' + right;
      this.latest();
    }

    latest() {
      this.mark.setAttribute('visibility', 'hidden');
      this.show((curve) => curve.values.length - 1);
    }

    /** Shows the values at the step under the pointer. */
    look(event) {
      const box = this.svg.getBoundingClientRect();
      const at = (event.clientX - box.left) / box.width * WIDTH;
      let nearest = null;
      for (const curve of this.curves.values()) {
        for (const step of curve.steps) {
          if (nearest === null || Math.abs(this.place(step) - at) < Math.abs(this.place(nearest) - at)) {
            nearest = step;
          }
        }
      }
      if (nearest !== null) {
        this.mark.setAttribute('x1', this.place(nearest));
        this.mark.setAttribute('x2', this.place(nearest));
        this.mark.setAttribute('visibility', 'visible');
        this.show((curve) => curve.steps.indexOf(nearest), nearest);
      }
    }

    show(index, step) {
      const words = [];
      for (const [run, curve] of this.curves) {
        const value = curve.values[index(curve)];
        if (value !== undefined) {
          words.push(h('strong', { 'data-curve': String(curve.place), title: run }, number(value)));
        }
      }
      this.values.replaceChildren(...(step === undefined ? [] : [h('span', {}, String(step))]), ...words);
    }
  }

  root.LichenRunChart = Object.freeze({ RunChart, number });
})(window);
