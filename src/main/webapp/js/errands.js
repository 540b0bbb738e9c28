/**
 * What somebody asks of the server that is answered once, with yes or no. Nothing is asked a second
 * time by itself: who asked is told, and decides.
 */
const PATIENCE_MS = 10_000;

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(message: object) => boolean} deps.send
 * @param {() => string} deps.newRef
 * @param {(action: object) => void} deps.dispatch told `errandAsked`, then `errandDone` or
 *   `errandRefused`, each with the `ref` and the `errand`, what it was
 */
export function createErrands({ timers, send, newRef, dispatch }) {
  /** @type {Map<string, {errand: object, timer: any, isQuiet?: boolean}>} by `ref` */
  const open = new Map();

  function end(ref, outcome) {
    const { errand, timer } = open.get(ref);
    timers.clearTimeout(timer);
    open.delete(ref);
    dispatch({ ...outcome, ref, errand });
  }

  const refuse = (ref, failure) => end(ref, { act: 'errandRefused', failure });

  return {
    /** @param {{for: 'dialog' | 'search' | 'notice' | 'receipt'}} errand where its answer is shown */
    run(message, errand) {
      const ref = newRef();
      const timer = timers.setTimeout(() => refuse(ref, { code: 'unconfirmed' }), PATIENCE_MS);
      open.set(ref, { errand, timer });
      dispatch({ act: 'errandAsked', ref, errand });
      if (!send({ ...message, ref })) refuse(ref, { code: 'offline' });
    },
    /**
     * Of this one hears only if it is refused.
     *
     * @returns {string} its `ref`
     */
    tell(message, errand) {
      const ref = newRef();
      const timer = timers.setTimeout(() => open.delete(ref), PATIENCE_MS);
      open.set(ref, { errand, timer, isQuiet: true });
      if (!send({ ...message, ref })) refuse(ref, { code: 'offline' });
      return ref;
    },
    /** The server says something: perhaps an answer to one of these. */
    hear({ type, content }, ref) {
      if (!open.has(ref)) return;
      if (type === 'error') refuse(ref, content);
      else end(ref, { act: 'errandDone' });
    },
    /** The line is gone; what was asked on it may have been done. */
    close() {
      for (const [ref, { isQuiet }] of [...open])
        if (!isQuiet) refuse(ref, { code: 'unconfirmed' });
    },
    /** Nobody waits for the answers any more. */
    stop() {
      for (const { timer } of open.values()) timers.clearTimeout(timer);
      open.clear();
    },
  };
}
