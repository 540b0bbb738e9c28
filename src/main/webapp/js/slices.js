/**
 * Takes what comes in its order, and not so much at a time that somebody who looks at the page has
 * to wait for it.
 */
const SLICE_MS = 6;

/**
 * @template T
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.now in milliseconds
 * @param {() => boolean} deps.isWatched else all is taken at once: timers of a hidden page are late
 * @param {(item: T) => void} deps.take
 */
export function createSlices({ timers, now, isWatched, take }) {
  /** @type {T[]} */
  let waiting = [];
  let taken = 0;
  let timer;

  function work(until) {
    timers.clearTimeout(timer);
    timer = undefined;
    while (taken < waiting.length) {
      take(waiting[taken++]);
      if (now() > until) break;
    }
    if (taken < waiting.length) timer = timers.setTimeout(slice, 0);
    else [waiting, taken] = [[], 0];
  }

  const slice = () => work(isWatched() ? now() + SLICE_MS : Infinity);

  return {
    /** @param {readonly T[]} items */
    add(items) {
      for (const item of items) waiting.push(item);
      // What came before it is on its turn.
      if (timer === undefined || !isWatched()) slice();
    },
    /** Takes all that there is. */
    finish: () => work(Infinity),
  };
}
