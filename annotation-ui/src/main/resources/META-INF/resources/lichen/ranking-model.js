/*
 * The ranking that a person makes, as pure functions from state to state: no page, no network, no clock.
 *
 * A state holds `tiers` (best first, each a list of labels; equal answers share a tier), `strengths` (one a gap between
 * neighbouring tiers: 0 not stated, 1 slight, 2 clear, 3 strong), `line` (null not drawn, '' nothing is acceptable, or a
 * label whose tier is the last acceptable one) and what is said beside the order. An answer that stands in no tier was not
 * ranked; nothing is ranked until the person ranks it.
 */
(function (root) {
  'use strict';

  const STRONGEST = 3;
  const UNDO_STEPS = 200;

  const empty = () => ({
    tiers: [], strengths: [], line: null, outcome: 'JUDGED', flags: {}, comment: '', rewrite: '', ratings: {},
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

  /** What was done, and what was undone. */
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
      undo() {
        if (past.length > 0) {
          future = [now, ...future];
          now = past[past.length - 1];
          past = past.slice(0, -1);
        }
      },
      redo() {
        if (future.length > 0) {
          past = [...past, now];
          now = future[0];
          future = future.slice(1);
        }
      },
    };
  }

  /**
   * Orders answers by asking about two at a time: each new answer is inserted by halving, so nine need at most 21
   * comparisons. `outcomes` are the answers so far, in order: -1 the first is better, 0 equal, 1 the second is better.
   * Returns the tiers so far and the next question, or none when all are placed.
   */
  function pairwise(labels, outcomes) {
    const tiers = [];
    let used = 0;
    for (const label of labels) {
      let low = 0;
      let high = tiers.length;
      let equal = -1;
      while (low < high && equal < 0) {
        const middle = (low + high) >> 1;
        if (used === outcomes.length) {
          return { tiers, question: { first: label, second: tiers[middle][0] }, asked: used };
        }
        const outcome = outcomes[used++];
        if (outcome < 0) {
          high = middle;
        } else if (outcome > 0) {
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
    return { tiers, question: null, asked: used };
  }

  root.LichenRanking = Object.freeze({
    empty, place, takeOut, moveInto, moveBefore, step, strengthen, acceptableTiers, drawLine, toggleFlag, setOutcome,
    isAnswer, isUntouched, isRanked, unranked, tierOf, withTiers, notation, history, pairwise,
  });
})(window);
