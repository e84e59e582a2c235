/* Says what in a run's measurements asks for a look; each rule is stated in its message. */
(function (root) {
  'use strict';

  const last = (values) => values[values.length - 1];

  const RULES = Object.freeze([
    { name: 'kl', metric: 'objective/kl', holds: (values) => last(values) > 10 },
    { name: 'clip', metric: 'ppo/policy/clipfrac', holds: (values) => last(values) > 0.4 },
    { name: 'entropy', metric: 'objective/entropy', holds: (values) => values.length > 5 && last(values) < 0.3 * values[0] },
    { name: 'overfit', metric: 'eval/loss', holds: (values) => values.length > 2 && last(values) > 1.1 * Math.min(...values) },
    { name: 'accuracy', metric: 'eval/accuracy', holds: (values) => last(values) < 0.5 },
  ]);

  /** Returns the rules that hold: `series` maps a metric to its values, oldest first; `broken` names those that are no numbers. */
  function watched(series, broken) {
    const found = RULES.filter(({ metric, holds }) => series.has(metric) && series.get(metric).length > 0 && holds(series.get(metric)))
      .map(({ name, metric }) => ({ name, metric, value: last(series.get(metric)) }));
    return [...[...broken].map(([metric, step]) => ({ name: 'broken', metric, value: step })), ...found];
  }

  root.LichenRunWatch = Object.freeze({ watched });
})(window);
