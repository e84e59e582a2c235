/* <lichen-upload>: sends a chosen file as it is, and says what became of it. */
(function (root) {
  'use strict';

  const { h } = root.LichenElements;

  class Upload extends HTMLElement {
    connectedCallback() {
      if (this.input) {
        return;
      }
      this.input = h('input', { type: 'file', id: 'upload-file', accept: '.jsonl,.json,.csv,.tsv,.gz,.parquet,.zst' });
      this.judgements = h('input', { type: 'checkbox' });
      this.said = h('div', { role: 'status' });
      this.button = h('button', { class: 'button', type: 'button', onclick: () => this.send() }, this.getAttribute('action'));
      this.append(h('div', { class: 'form' },
        h('div', { class: 'field' }, h('label', { for: 'upload-file' }, this.getAttribute('label')), this.input),
        h('label', { class: 'check' }, this.judgements, h('span', {}, this.getAttribute('judgements'))),
        h('div', { class: 'row' }, this.button), this.said));
    }

    async send() {
      const file = this.input.files[0];
      if (!file) {
        this.input.focus();
        return;
      }
      this.button.disabled = true;
      this.said.textContent = this.getAttribute('working');
      try {
        const asked = '?name=' + encodeURIComponent(file.name) + '&judgements=' + this.judgements.checked;
        const response = await fetch(this.getAttribute('address') + asked, {
          method: 'POST', body: file, credentials: 'same-origin', headers: { 'Content-Type': 'application/octet-stream' },
        });
        const body = await response.json();
        response.ok ? this.done(body) : this.failed(body.message);
      } catch (failure) {
        this.failed('');
      }
      this.button.disabled = false;
    }

    done({ format, items, judgements, skips }) {
      const counts = [items.added, format, items.duplicates, items.held, items.identical];
      this.said.className = '';
      this.said.replaceChildren(h('p', {}, this.filled('done', counts)),
        ...(judgements ? [h('p', {}, this.filled('kept', [judgements.kept, judgements.annotators, judgements.known]))] : []),
        ...skips.map((skip) => h('p', { class: 'quiet' }, skip.count + ' × ' + skip.reason)));
    }

    filled(text, values) {
      return this.getAttribute(text).replace(/\{(\d)\}/g, (all, at) => values[at]);
    }

    failed(reason) {
      this.said.className = 'error';
      this.said.textContent = this.getAttribute('failed') + ' ' + reason;
    }
  }

  customElements.define('lichen-upload', Upload);
})(window);
