/*
 * The ranking that a person makes, as pure functions from state to state: no page, no network, no clock.
 *
 * A state holds `tiers` (best first, each a list of labels; equal answers share a tier), `strengths` (one a gap between
 * neighbouring tiers: 0 not stated, 1 slight, 2 clear, 3 strong), `line` (null not drawn, '' nothing is acceptable, or a
 * label whose tier is the last acceptable one) and what is said beside the order. An answer that stands in no tier was not
 * ranked; nothing is ranked until the person ranks it. `comparisons` are the answers compared two at a time, as they were
 * made ({first, second, outcome: FIRST, SECOND or TIE, milliseconds}); `accepted` names what does not fit together with
 * them and was let stand.
 */
(function (root) {
  'use strict';

  const STRONGEST = 3;
  const UNDO_STEPS = 200;
  const MOST_COMPARISONS = 21;

  const empty = () => ({
    tiers: [], strengths: [], line: null, outcome: 'JUDGED', flags: {}, comment: '', rewrite: '', ratings: {},
    comparisons: [], accepted: [],
  });

  const tierOf = (state, label) => state.tiers.findIndex((tier) => tier.includes(label));
  const isRanked = (state, label) => tierOf(state, label) >= 0;
  const unranked = (state, labels) => labels.filter((label) => !isRanked(state, label));
  const gapKey = (upper, lower) => upper[0] + '>' + lower[0];

  /** Returns the state with other tiers: empty ones vanish, gaps that still exist keep their strength, as does the line. */
  function withTiers(state, tiers) {
    const kept = tiers.filter((tier) => tier.length > 0);
    const known = new Map();
    state.strengths.forEach((strength, gap) => known.set(gapKey(state.tiers[gap], state.tiers[gap + 1]), strength));
    const strengths = kept.slice(1).map((tier, gap) => known.get(gapKey(kept[gap], tier)) || 0);
    const line = state.line && kept.some((tier) => tier.includes(state.line)) ? state.line : state.line === '' ? '' : null;
    return { ...state, outcome: 'JUDGED', tiers: kept, strengths, line };
  }

  const without = (state, label) => state.tiers.map((tier) => tier.filter((other) => other !== label));

  /** Ranks an answer below all ranked ones, or equal to the last of them. */
  function place(state, label, tied) {
    const tiers = without(state, label).filter((tier) => tier.length > 0);
    if (tied && tiers.length > 0) {
      tiers[tiers.length - 1] = [...tiers[tiers.length - 1], label];
    } else {
      tiers.push([label]);
    }
    return withTiers(state, tiers);
  }

  const takeOut = (state, label) => withTiers(state, without(state, label));

  /** Moves an answer into the tier at an index. */
  function moveInto(state, label, tier) {
    const tiers = without(state, label);
    tiers[tier] = [...tiers[tier], label];
    return withTiers(state, tiers);
  }

  /** Moves an answer into a tier of its own before the tier at an index. */
  function moveBefore(state, label, tier) {
    const tiers = without(state, label);
    tiers.splice(tier, 0, [label]);
    return withTiers(state, tiers);
  }

  /** Moves an answer half a step up or down: out of a tie, or into the neighbouring tier. */
  function step(state, label, direction) {
    const at = tierOf(state, label);
    if (at < 0) {
      return state;
    }
    if (state.tiers[at].length > 1) {
      return moveBefore(state, label, direction < 0 ? at : at + 1);
    }
    const next = at + direction;
    return next < 0 || next >= state.tiers.length ? state : moveInto(state, label, next);
  }

  /** States how much better the tier above a gap is: not stated, slight, clear, strong, and round again. */
  function strengthen(state, gap) {
    if (gap < 0 || gap >= state.strengths.length) {
      return state;
    }
    const strengths = [...state.strengths];
    strengths[gap] = (strengths[gap] + 1) % (STRONGEST + 1);
    return { ...state, strengths };
  }

  /** Returns how many tiers are acceptable, or null where no line was drawn. */
  function acceptableTiers(state) {
    return state.line === null ? null : state.line === '' ? 0 : tierOf(state, state.line) + 1;
  }

  /** Draws the line below a number of tiers, or takes it away where it already is. */
  function drawLine(state, tiers) {
    if (acceptableTiers(state) === tiers) {
      return { ...state, line: null };
    }
    return { ...state, line: tiers === 0 ? '' : state.tiers[tiers - 1][0] };
  }

  function toggleFlag(state, label, code) {
    const codes = state.flags[label] || [];
    const changed = codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
    const flags = { ...state.flags, [label]: changed };
    if (changed.length === 0) {
      delete flags[label];
    }
    return { ...state, flags };
  }

  /** Says that the answers cannot be ordered, or takes that back. */
  function setOutcome(state, outcome) {
    return state.outcome === outcome ? { ...state, outcome: 'JUDGED' } : { ...state, outcome };
  }

  /** Returns whether there is something to submit: at least two ranked answers, or a statement about all of them. */
  function isAnswer(state) {
    return state.outcome !== 'JUDGED' || state.tiers.flat().length >= 2;
  }

  const isUntouched = (state) => JSON.stringify(state) === JSON.stringify(empty());

  /** Writes the order as mathematicians do: A > B = C. */
  function notation(state) {
    const signs = [' › ', ' › ', ' ›› ', ' ››› '];
    return state.tiers.map((tier, at) => (at === 0 ? '' : signs[state.strengths[at - 1]]) + tier.join(' = ')).join('');
  }

  /** Writes an order that is given as the tier of each answer; who has none stays out. */
  function notationOfTiers(labels, tiers) {
    const best = [...new Set(tiers.filter((tier) => tier !== null))].sort((a, b) => a - b);
    return best.map((tier) => labels.filter((label, at) => tiers[at] === tier).join(' = ')).join(' › ');
  }

  /** What was said of two answers was said, whatever becomes of the order. */
  const withFacts = (state, { comparisons, accepted }) => ({ ...state, comparisons, accepted });

  /** What was done, and what was undone; comparisons are noted beside it and outlast an undo. */
  function history(present) {
    let past = [];
    let future = [];
    let now = present;
    return {
      now: () => now,
      canUndo: () => past.length > 0,
      canRedo: () => future.length > 0,
      change(next) {
        if (JSON.stringify(next) === JSON.stringify(now)) {
          return false;
        }
        past = [...past, now].slice(-UNDO_STEPS);
        future = [];
        now = next;
        return true;
      },
      note(facts) {
        now = withFacts(now, facts);
      },
      undo() {
        if (past.length > 0) {
          future = [now, ...future];
          now = withFacts(past[past.length - 1], now);
          past = past.slice(0, -1);
        }
      },
      redo() {
        if (future.length > 0) {
          past = [...past, now];
          now = withFacts(future[0], now);
          future = future.slice(1);
        }
      },
    };
  }

  // --- Two at a time ---------------------------------------------------------------------------------------------

  const pairKey = (one, other) => (one < other ? one + other : other + one);

  /** Returns what was said last of each pair, by pair. */
  const latest = (comparisons) => new Map(comparisons.map((said) => [pairKey(said.first, said.second), said]));

  /** Returns -1 where the one answer was said to be better than the other, 0 equal, 1 worse, null not compared. */
  function order(known, one, other) {
    const said = known.get(pairKey(one, other));
    if (!said) {
      return null;
    }
    return said.outcome === 'TIE' ? 0 : (said.outcome === 'FIRST') === (said.first === one) ? -1 : 1;
  }

  /**
   * Orders answers by asking about two at a time: each new answer is inserted by halving, so nine need at most 21
   * comparisons. What was compared already is not asked again. Returns the tiers so far and the next question, or none
   * when all are placed.
   */
  function pairwise(labels, comparisons) {
    const known = latest(comparisons);
    const tiers = [];
    for (const label of labels) {
      let low = 0;
      let high = tiers.length;
      let equal = -1;
      while (low < high && equal < 0) {
        const middle = (low + high) >> 1;
        const said = tiers[middle].map((other) => order(known, label, other)).find((one) => one !== null);
        if (said === undefined) {
          return { tiers, question: { first: label, second: tiers[middle][0] } };
        }
        if (said < 0) {
          high = middle;
        } else if (said > 0) {
          low = middle + 1;
        } else {
          equal = middle;
        }
      }
      if (equal >= 0) {
        tiers[equal].push(label);
      } else {
        tiers.splice(low, 0, [label]);
      }
    }
    return { tiers, question: null };
  }

  /** Returns the pairs of a standing order that were not compared yet, the closest in rank first, as far as 21 reach. */
  function unchecked(state) {
    const known = latest(state.comparisons);
    const ranked = state.tiers.flatMap((tier, at) => tier.map((label) => ({ label, at })));
    const pairs = ranked.flatMap((upper, place) => ranked.slice(place + 1).map((lower) => ({
      first: upper.label < lower.label ? upper.label : lower.label,
      second: upper.label < lower.label ? lower.label : upper.label,
      distance: lower.at - upper.at,
    })));
    return pairs.filter(({ first, second }) => !known.has(pairKey(first, second)))
      .sort((one, other) => one.distance - other.distance)
      .slice(0, Math.max(0, MOST_COMPARISONS - known.size));
  }

  /** Returns what was said last of each pair as steps downwards; of two equals, one each way. */
  const stepsOf = (comparisons) => [...latest(comparisons).values()].flatMap(({ first, second, outcome }) => (
    outcome === 'FIRST' ? [{ upper: first, lower: second, tied: false }]
      : outcome === 'SECOND' ? [{ upper: second, lower: first, tied: false }]
        : [{ upper: first, lower: second, tied: true }, { upper: second, lower: first, tied: true }]));

  /** Returns the shortest way from one answer to another along "better than" and "equal to", or null. */
  function way(steps, from, to) {
    const queue = [[from, []]];
    const seen = new Set([from]);
    while (queue.length > 0) {
      const [at, path] = queue.shift();
      if (at === to) {
        return path;
      }
      for (const step of steps) {
        if (step.upper === at && !seen.has(step.lower)) {
          seen.add(step.lower);
          queue.push([step.lower, [...path, step]]);
        }
      }
    }
    return null;
  }

  /** Returns the same circle told from its first letter. */
  function turned(circle) {
    const start = circle.reduce((best, step, at) => (step.upper < circle[best].upper ? at : best), 0);
    return [...circle.slice(start), ...circle.slice(0, start)];
  }

  const circleKey = (circle) => circle.map(({ upper, lower, tied }) => upper + (tied ? '=' : '>') + lower).join(' ');

  /**
   * Returns the circles in what was said last of each pair, the shortest first: A better than B, B better than or equal
   * to C, C better than or equal to A. A circle of equals alone is none.
   */
  function circles(comparisons) {
    const steps = stepsOf(comparisons);
    const found = new Map();
    for (const step of steps.filter(({ tied }) => !tied)) {
      const back = way(steps, step.lower, step.upper);
      if (back) {
        const circle = turned([step, ...back]);
        found.set(circleKey(circle), circle);
      }
    }
    return [...found.values()].sort((one, other) => one.length - other.length);
  }

  /** Returns what was said last of pairs that stand otherwise in the order. */
  function departures(state) {
    return [...latest(state.comparisons).values()].filter(({ first, second, outcome }) => {
      const upper = tierOf(state, first);
      const lower = tierOf(state, second);
      const stands = upper < lower ? 'FIRST' : upper > lower ? 'SECOND' : 'TIE';
      return state.outcome === 'JUDGED' && upper >= 0 && lower >= 0 && stands !== outcome;
    });
  }

  const departureKey = (state, { first, second, outcome }) => (
    [first, outcome, second, Math.sign(tierOf(state, first) - tierOf(state, second))].join(' '));

  /** Returns what does not fit together: circles, then pairs that stand otherwise, without what the person let stand. */
  function doubts(state) {
    const open = (key) => !state.accepted.includes(key);
    return [
      ...circles(state.comparisons).map((circle) => ({ key: circleKey(circle), circle })),
      ...departures(state).map((said) => ({ key: departureKey(state, said), said })),
    ].filter(({ key }) => open(key));
  }

  /** Lets all that does not fit together stand. */
  function acceptDoubts(state) {
    return { ...state, accepted: [...state.accepted, ...doubts(state).map(({ key }) => key)] };
  }

  /** Returns an answer and all that it was said to be equal to, on however many steps. */
  function equals(steps, label) {
    const found = new Set([label]);
    for (const one of found) {
      steps.filter(({ upper, tied }) => tied && upper === one).forEach(({ lower }) => found.add(lower));
    }
    return [...found];
  }

  /**
   * Returns the order that is nearest to the present one from above and has every pair as was said, where that goes in no
   * circle: whatever nothing unplaced is better than comes next. Answers that shared a rank go on sharing it if they can.
   */
  function asSaid(state) {
    const ranked = state.tiers.flat();
    const steps = stepsOf(state.comparisons).filter(({ upper, lower }) => ranked.includes(upper) && ranked.includes(lower));
    const isBetter = (one, other) => steps.some(({ upper, lower, tied }) => !tied && upper === one && lower === other);
    const tiers = [];
    for (let left = ranked; left.length > 0;) {
      const unplaced = left;
      const group = unplaced.map((label) => equals(steps, label))
        .find((equal) => equal.every((label) => !unplaced.some((other) => isBetter(other, label))));
      if (!group) {
        return state;
      }
      const last = tiers[tiers.length - 1];
      const shared = last && tierOf(state, last[0]) === tierOf(state, group[0]);
      if (shared && !last.some((upper) => group.some((label) => isBetter(upper, label)))) {
        last.push(...group);
      } else {
        tiers.push(group);
      }
      left = unplaced.filter((label) => !group.includes(label));
    }
    return withTiers(state, tiers);
  }

  root.LichenRanking = Object.freeze({
    empty, place, takeOut, moveInto, moveBefore, step, strengthen, acceptableTiers, drawLine, toggleFlag, setOutcome,
    isAnswer, isUntouched, isRanked, unranked, tierOf, withTiers, notation, notationOfTiers, history, latest, pairwise, unchecked, circles,
    departures, doubts, acceptDoubts, asSaid,
  });
})(window);
