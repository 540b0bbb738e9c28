/**
 * What was written and is not yet acknowledged, in the order of writing. One at a time is on its
 * way, so that the order stays when one has to be said again; it keeps its `ref`, by which the
 * server knows it, so it can be sent as often as needed.
 *
 * @typedef {object} Item
 * @property {string} ref
 * @property {string} key the conversation's
 * @property {number | null} personId to whom, if it is private
 * @property {string} name the conversation's
 * @property {string} text of an image, what is to be seen on it
 * @property {{url: string}} [image]
 * @property {number} [replyTo] the `id` of what it answers
 * @property {number} at milliseconds since the epoch
 * @property {boolean} isSent the server may have it
 * @property {{code: string}} [failure] why it is not sent any more, unless somebody asks
 */
const PATIENCE_MS = 10_000;
const MAX_TRIES = 3;
const PAUSE_MS = 1_000;

/** What passes by itself. */
const PASSING = new Set(['unavailable', 'rate_limited']);

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {readonly Item[]} deps.items left from before
 * @param {(item: Item) => boolean} deps.isReady whether it can be sent to where it is for
 * @param {(item: Item) => boolean} deps.send
 * @param {(ref: string, status: 'waiting' | 'sending' | 'failed', failure?: object) => void}
 *   deps.onStatus
 * @param {(items: Item[]) => void} deps.onItems what is to be kept has changed
 */
export function createOutbox({ timers, items: left, isReady, send, onStatus, onItems }) {
  /** @type {Map<string, Item>} */
  const items = new Map(left.map((item) => [item.ref, item]));
  let isOpen = false;
  /** @type {string | null} */
  let underWay = null;
  let tries = 0;
  let timer;

  const changed = () => onItems([...items.values()]);

  /** Sends the first that can be sent, unless one is on its way or has to wait. */
  function next() {
    if (!isOpen || underWay !== null || timer !== undefined) return;
    const item = [...items.values()].find((one) => !one.failure && isReady(one));
    if (item) hand(item);
  }

  function hand(item) {
    if (!send(item)) return;
    underWay = item.ref;
    tries++;
    wait(PATIENCE_MS, unconfirmed);
    if (!item.isSent) change(item, { isSent: true });
    onStatus(item.ref, 'sending');
  }

  function unconfirmed() {
    const ref = underWay;
    underWay = null;
    if (tries >= MAX_TRIES) fail(ref, { code: 'unconfirmed' });
    else next();
  }

  function wait(ms, then) {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => {
      timer = undefined;
      then();
    }, ms);
  }

  /** Whatever the one under way waited for is over. */
  function release(ref) {
    if (underWay !== ref) return;
    timers.clearTimeout(timer);
    timer = undefined;
    underWay = null;
    tries = 0;
  }

  function change(item, to) {
    items.set(item.ref, { ...item, ...to });
    changed();
  }

  function fail(ref, failure) {
    release(ref);
    tries = 0;
    change(items.get(ref), { failure });
    onStatus(ref, 'failed', failure);
    next();
  }

  return {
    /** @param {Omit<Item, 'isSent' | 'failure'>} item */
    add(item) {
      items.set(item.ref, { ...item, isSent: false });
      changed();
      next();
    },
    /** A person asks for it, at its place in the order. */
    retry(ref) {
      if (!items.has(ref)) return;
      change(items.get(ref), { failure: undefined });
      onStatus(ref, 'waiting');
      next();
    },
    /**
     * A person gives up what was not sent.
     *
     * @returns {boolean} false if it is not to be had back any more
     */
    discard(ref) {
      if (!items.get(ref)?.failure) return false;
      items.delete(ref);
      changed();
      return true;
    },
    /**
     * The server stored it.
     *
     * @returns {boolean} whether it was one of these
     */
    settle(ref) {
      if (!items.delete(ref)) return false;
      release(ref);
      changed();
      next();
      return true;
    },
    /** The server did not take it. */
    refuse(ref, failure) {
      if (!items.has(ref)) return;
      if (!PASSING.has(failure.code)) return fail(ref, failure);
      if (underWay !== ref) return;
      release(ref);
      onStatus(ref, 'waiting');
      wait(failure.retry_after_ms ?? PAUSE_MS, next);
    },
    /** More can be sent than before. */
    proceed: next,
    /** Nobody will ask for what failed there. */
    forget(key) {
      for (const item of [...items.values()]) if (item.key === key) items.delete(item.ref);
      changed();
    },
    /** There is a line, and we are still who we were on the last one. */
    open() {
      isOpen = true;
      next();
    },
    /** The line is gone. What was sent on it may have arrived; it will be sent again. */
    close() {
      isOpen = false;
      tries = 0;
      timers.clearTimeout(timer);
      timer = undefined;
      if (underWay !== null) onStatus(underWay, 'waiting');
      underWay = null;
    },
    /**
     * We are somebody else to the server, who does not know our `ref`s: what it may have already
     * would be said twice. The writer decides.
     *
     * @param {(item: Item) => boolean} isOurs what can be sent all the same
     * @param {(item: Item) => boolean} isKept false for what must be forgotten
     */
    disown(isOurs, isKept) {
      for (const item of [...items.values()]) {
        if (!isKept(item)) items.delete(item.ref);
        else if (!item.failure && !isOurs(item)) fail(item.ref, { code: 'unconfirmed' });
      }
      changed();
    },
  };
}
