/* An item without answers: the place where a person writes one, and the few actions that remain. */
(function (root) {
  'use strict';

  const { h } = root.LichenElements;

  /** The keys that mean something where nothing is ranked. */
  const ACTIONS = ['submit', 'skip', 'previous', 'comment', 'guidelines', 'keys'];

  /** Makes the field; what is typed is the state's better answer, kept as every other change is. */
  function field(bench) {
    const text = h('textarea', {
      id: 'written', rows: '12', maxlength: '20000', value: bench.state.rewrite, lang: bench.item.language || null,
      'aria-describedby': 'written-help',
      oninput: () => bench.change({ ...bench.state, rewrite: text.value }),
      onkeydown: (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          bench.submit();
        }
      },
    });
    return h('section', { class: 'writing form', 'aria-label': bench.t('write.label') },
      h('label', { for: 'written' }, bench.t('write.label')), text,
      h('p', { class: 'quiet', id: 'written-help' }, bench.t('write.help')));
  }

  /** Brings the field up to date with a state that changed elsewhere: in another tab, or by a draft. */
  function refresh(page, state) {
    const text = page.querySelector('#written');
    if (text && text.value !== state.rewrite) {
      text.value = state.rewrite;
    }
  }

  /** Returns what stands at the foot in the place of the order. */
  function foot(bench) {
    return h('p', { class: 'ladder quiet written-size' }, bench.t('write.foot', bench.state.rewrite.length));
  }

  const isWritten = (state) => state.rewrite.trim() !== '';

  root.LichenWriting = Object.freeze({ ACTIONS, field, foot, isWritten, refresh });
})(window);
