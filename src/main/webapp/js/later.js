/**
 * What few need, or not at once: it is fetched when somebody asks for it or, to be there also
 * without a line, when the page has nothing else to do.
 */
const AFTER_MS = 3_000;

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => PromiseLike<T>} deps.load
 * @param {(it: T) => void} deps.arrived called once
 * @param {(code: 'renewed' | 'offline') => void} deps.missed what is asked for cannot be had now
 * @template T
 */
export function createLater({ timers, load, arrived, missed }) {
  let coming;
  let timer;
  let isAsked;
  let isThere;
  let isStopped = false;

  function fetch() {
    coming ??= load().then(
      (it) => isStopped || arrived(it),
      () => {
        coming = undefined;
        // The server has the files of its own version of the page, and of no other.
        if (isAsked && !isStopped) missed(isThere ? 'renewed' : 'offline');
      },
    );
  }

  function prefetch() {
    if (isThere) fetch();
    else timer = undefined;
  }

  return {
    /**
     * To be called with each new state.
     *
     * @param {object} state
     * @param {boolean} asked whether somebody needs it now
     */
    follow({ isGreeted, connection }, asked) {
      // A browser that could not fetch a module once may not try again.
      isThere = isGreeted && connection.status === 'connected';
      isAsked = asked;
      if (isAsked) fetch();
      else if (isThere) timer ??= timers.setTimeout(prefetch, AFTER_MS);
    },
    stop() {
      timers.clearTimeout(timer);
      isStopped = true;
    },
  };
}
