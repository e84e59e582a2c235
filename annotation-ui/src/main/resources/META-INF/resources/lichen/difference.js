/* Marks where answers differ from one of them, word by word, without touching their text (CSS custom highlights). */
(function (root) {
  'use strict';

  const MOST_WORDS = 1500;
  const HIGHLIGHT = 'lichen-difference';

  function words(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    const found = [];
    while (walker.nextNode()) {
      for (const part of segmenter.segment(walker.currentNode.data)) {
        if (part.segment.trim() !== '') {
          found.push({ node: walker.currentNode, start: part.index, text: part.segment });
        }
      }
    }
    return found;
  }

  /** Returns the indices in `other` of words outside the longest common subsequence with `base`. */
  function unmatched(base, other) {
    const width = other.length + 1;
    const lengths = new Uint16Array((base.length + 1) * width);
    for (let i = base.length - 1; i >= 0; i--) {
      for (let j = other.length - 1; j >= 0; j--) {
        lengths[i * width + j] = base[i].text === other[j].text
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
      }
    }
    const left = [];
    let i = 0;
    let j = 0;
    while (j < other.length) {
      if (i < base.length && base[i].text === other[j].text) {
        i++;
        j++;
      } else if (i < base.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
        i++;
      } else {
        left.push(j++);
      }
    }
    return left;
  }

  function show(base, others) {
    if (!root.CSS || !CSS.highlights) {
      return false;
    }
    const basis = words(base);
    const ranges = [];
    for (const element of others) {
      const other = words(element);
      if (basis.length > MOST_WORDS || other.length > MOST_WORDS) {
        return false;
      }
      for (const at of unmatched(basis, other)) {
        const range = new Range();
        range.setStart(other[at].node, other[at].start);
        range.setEnd(other[at].node, other[at].start + other[at].text.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    return true;
  }

  function hide() {
    if (root.CSS && CSS.highlights) {
      CSS.highlights.delete(HIGHLIGHT);
    }
  }

  root.LichenDifference = Object.freeze({ show, hide, unmatched });
})(window);
