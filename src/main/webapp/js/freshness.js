/**
 * Asks anew for the list of a room's people that has grown old, while somebody looks at it. The
 * waits differ: all pages in a room hear of a change at the same moment, and are not to ask in one
 * wave.
 */
import { request } from './protocol.js';

const WAIT_LEAST_MS = 20_000;
const WAIT_SPREAD_MS = 20_000;

/** On a narrow screen the lists are in a drawer. */
const isLookedAt = ({ isVisible, isNarrow, isDrawerOpen }) =>
  isVisible && (!isNarrow || isDrawerOpen);

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.random in [0, 1)
 * @param {(message: object) => boolean} deps.send
 */
export function createFreshness({ timers, random, send }) {
  let state;
  /** @type {Map<string, {timer?: any, isDue: boolean}>} by room, since its list is old */
  const waits = new Map();

  function wait(room) {
    const timer = timers.setTimeout(() => {
      waits.set(room, { isDue: true });
      ask(room);
    }, WAIT_LEAST_MS + random() * WAIT_SPREAD_MS);
    waits.set(room, { timer, isDue: false });
  }

  function forget(room) {
    timers.clearTimeout(waits.get(room).timer);
    waits.delete(room);
  }

  function ask(room) {
    if (!waits.get(room)?.isDue || room !== state.room || !isLookedAt(state)) return;
    if (state.connection.status === 'connected' && send(request.users(room))) wait(room);
  }

  return {
    /** To be called with each new state. */
    follow(next) {
      state = next;
      for (const room of waits.keys()) if (!state.rosters.get(room)?.isStale) forget(room);
      for (const [room, { isStale }] of state.rosters)
        if (isStale && !waits.has(room)) wait(room);
      ask(state.room);
    },
    stop: () => [...waits.keys()].forEach(forget),
  };
}
