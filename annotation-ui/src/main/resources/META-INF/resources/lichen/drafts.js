/*
 * Keeps what a person does until the server has it: a copy in this browser at once, a copy on the server soon after.
 *
 * The browser's copies belong to one person (`owner`), so that two people at one machine never see each other's. A copy
 * carries the server's revision that it grew from; the server refuses a stale one, and the page then asks which to keep.
 */
(function (root) {
  'use strict';

  const SAVE_AFTER = 700;
  const RETRY_FIRST = 1500;
  const RETRY_LONGEST = 30000;

  /** Sends JSON and returns {status, body}; status 0 says that the network or the server could not be reached. */
  async function send(method, address, body) {
    try {
      const response = await fetch(address, {
        method,
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        redirect: 'manual',
      });
      if (response.type === 'opaqueredirect') {
        return { status: 401, body: null };
      }
      const isJson = (response.headers.get('Content-Type') || '').includes('json');
      return { status: response.status, body: isJson ? await response.json() : null };
    } catch (failure) {
      return { status: 0, body: null };
    }
  }

  /** Names the time zone of this browser, by which the days of its person begin. */
  const inZone = () => '?zone=' + encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');

  /** Says whether the server has what is here: it took a draft whose answer was lost on the way. */
  const same = (here, there) => JSON.stringify(here) === JSON.stringify(there);

  class Drafts {
    /** @param base the address of the work API; @param owner whose copies these are; @param onStatus hears how it stands */
    constructor(base, owner, onStatus) {
      this.base = base;
      this.prefix = 'lichen.' + owner + '.';
      this.onStatus = onStatus;
      this.timer = 0;
      this.wait = RETRY_FIRST;
      this.open = null;
      this.saving = null;
      this.again = () => this.flush();
      root.addEventListener('online', this.again);
    }

    close() {
      clearTimeout(this.timer);
      root.removeEventListener('online', this.again);
    }

    /** Begins with an assignment (a correction is kept in this browser only); returns the state to show: this browser's unsent copy, or else the server's. */
    begin(assignment, draft, isCorrection) {
      clearTimeout(this.timer);
      const kept = this.read(assignment);
      const revision = draft ? draft.revision : 0;
      this.open = { assignment, revision, isCorrection, body: draft ? draft.body : null, dirty: false };
      if (!kept || !kept.dirty || (draft && same(kept.body, draft.body))) {
        this.forget(assignment);
        return { body: this.open.body, restored: Boolean(draft), conflict: null };
      }
      this.open.body = kept.body;
      this.open.dirty = true;
      if (kept.revision === revision) {
        this.schedule(0);
        return { body: kept.body, restored: true, conflict: null };
      }
      return { body: kept.body, restored: true, conflict: draft };
    }

    change(body) {
      if (!this.open) {
        return;
      }
      this.open.body = body;
      this.open.dirty = true;
      this.write();
      this.onStatus(this.open.isCorrection ? 'here' : 'saving');
      this.schedule(SAVE_AFTER);
    }

    /** Ends the conflict: the kept side goes on from the server's revision. */
    resolve(revision, body) {
      this.open.revision = revision;
      this.change(body);
    }

    schedule(delay) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), delay);
    }

    async flush() {
      const open = this.open;
      if (!open || !open.dirty || open.submitting || open.isCorrection) {
        return;
      }
      clearTimeout(this.timer);
      const body = open.body;
      this.saving = send('PUT', this.base + 'assignments/' + open.assignment + '/draft', { revision: open.revision, body: JSON.stringify(body) });
      const answer = await this.saving;
      if (open !== this.open) {
        return;
      }
      this.settle(open, body, answer);
    }

    settle(open, body, answer) {
      if (answer.status === 200) {
        open.revision = answer.body.revision;
        this.wait = RETRY_FIRST;
        if (open.body === body) {
          open.dirty = false;
          this.forget(open.assignment);
          this.onStatus(answer.body.kept ? 'kept' : 'saved');
        } else {
          this.write();
          this.schedule(SAVE_AFTER);
        }
      } else if (answer.status === 409 && same(body, answer.body.body)) {
        this.settle(open, body, { status: 200, body: answer.body });
      } else if (answer.status === 409) {
        this.onStatus('conflict', answer.body);
      } else {
        this.retryLater(answer.status);
      }
    }

    retryLater(status) {
      this.onStatus(status === 0 || status >= 500 ? 'offline' : status === 401 || status === 403 ? 'signed-out' : 'refused');
      this.wait = Math.min(this.wait * 2, RETRY_LONGEST);
      this.schedule(this.wait);
    }

    /**
     * Submits; resolves to 'done', 'later' (kept here, worth another try), 'conflict' (another tab saved other work, and the
     * page asks which to keep) or 'refused' with the server's reason.
     */
    async submit(judgement) {
      const open = this.open;
      open.submitting = true;
      clearTimeout(this.timer);
      this.write();
      await this.saving; // a copy that is still on its way would make this tab look behind
      const grownFrom = open.isCorrection ? {} : { draft: open.revision };
      const answer = await send('POST', this.base + 'assignments/' + open.assignment + (open.isCorrection ? '/correction' : '/judgement') + inZone(), { ...judgement, ...grownFrom });
      open.submitting = false;
      if (answer.status === 200) {
        open.dirty = false;
        this.forget(open.assignment);
        return { state: 'done', body: answer.body };
      }
      if (answer.status === 0 || answer.status >= 500 || answer.status === 401 || answer.status === 403) {
        this.onStatus(answer.status === 401 || answer.status === 403 ? 'signed-out' : 'offline');
        return { state: 'later', body: null };
      }
      if (answer.status === 409) {
        open.dirty = true;
        await this.flush(); // brings the other work, if it is other work
        return open.dirty ? { state: 'conflict', body: null } : this.submit(judgement);
      }
      return { state: 'refused', body: answer.body };
    }

    read(assignment) {
      try {
        return JSON.parse(localStorage.getItem(this.prefix + assignment));
      } catch (unreadable) {
        return null;
      }
    }

    write() {
      const { assignment, revision, body, dirty } = this.open;
      try {
        localStorage.setItem(this.prefix + assignment, JSON.stringify({ revision, body, dirty }));
      } catch (full) {
        this.onStatus('full');
      }
    }

    forget(assignment) {
      localStorage.removeItem(this.prefix + assignment);
    }
  }

  root.LichenDrafts = Object.freeze({ Drafts, inZone, send });
})(window);
