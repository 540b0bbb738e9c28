/**
 * What was written and is not yet acknowledged. It waits while there is no line; on a line it is
 * sent once, and without an acknowledgement in time it fails, visibly, for its writer to decide.
 */
const PATIENCE_MS = 15_000;

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(message: object) => boolean} deps.send
 * @param {(ref: string) => void} deps.onSending
 * @param {(ref: string, failure: {code: string}) => void} deps.onFailed
 */
export function createOutbox({ timers, send, onSending, onFailed }) {
  /** @type {Map<string, {message: object, timer: any}>} by ref, in the order of writing */
  const items = new Map();
  let isOpen = false;

  function hand(ref, item) {
    if (!isOpen || !send(item.message)) return;
    item.timer = timers.setTimeout(() => fail(ref, { code: 'unconfirmed' }), PATIENCE_MS);
    onSending(ref);
  }

  function settle(ref) {
    timers.clearTimeout(items.get(ref)?.timer);
    return items.delete(ref);
  }

  function fail(ref, failure) {
    if (settle(ref)) onFailed(ref, failure);
  }

  return {
    add(ref, message) {
      const item = { message, timer: undefined };
      items.set(ref, item);
      hand(ref, item);
    },
    settle,
    fail,
    /** Forgets what is not to be sent any more. */
    keepOnly(isKept) {
      for (const ref of [...items.keys()]) if (!isKept(ref)) settle(ref);
    },
    /** There is a line again: what waited goes out. */
    open() {
      isOpen = true;
      for (const [ref, item] of items) if (item.timer === undefined) hand(ref, item);
    },
    /**
     * The line is gone. What was sent on it may have arrived or not, and the server will take us
     * for somebody new, so sending it again by itself could say it twice.
     */
    close() {
      isOpen = false;
      for (const [ref, item] of [...items]) {
        if (item.timer !== undefined) fail(ref, { code: 'unconfirmed' });
      }
    },
  };
}
