/**
 * Has told anew what has grown old while somebody looks at it: who is in a crowded room, and which
 * rooms there are. The waits differ: all pages in a room hear of a change at the same moment, and
 * are not to ask in one wave.
 */
import { request } from './protocol.js';

const WAIT = { least: 20_000, spread: 20_000 };

/** For what the server says is not as it was. */
const SOON = { least: 0, spread: 2_000 };

/** No room is called so. */
const ROOMS = '';

/** On a narrow screen the lists are in a drawer. */
const isLookedAt = ({ isVisible, isNarrow, isDrawerOpen }) =>
  isVisible && (!isNarrow || isDrawerOpen);

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.random in [0, 1)
 * @param {(message: object) => boolean} deps.send
 * @param {(action: object) => void} deps.dispatch
 */
export function createFreshness({ timers, random, send, dispatch }) {
  let state;
  /**
   * For what grows old, by room.
   * @type {Map<string, {timer?: any, isDue: boolean, isSoon: boolean}>}
   */
  const waits = new Map();

  const growsOld = (topic) =>
    topic === ROOMS ? state.areRoomsKnown : state.rosters.get(topic)?.isStale;

  function wait(topic, { least, spread } = WAIT, isSoon = false) {
    const timer = timers.setTimeout(
      () => {
        waits.set(topic, { isDue: true, isSoon });
        renew(topic);
      },
      least + random() * spread,
    );
    waits.set(topic, { timer, isDue: false, isSoon });
  }

  function forget(topic) {
    timers.clearTimeout(waits.get(topic).timer);
    waits.delete(topic);
  }

  function renew(topic) {
    const canBeSeen = topic === ROOMS || topic === state.room;
    const isAnswered = state.connection.status === 'connected';
    if (!waits.get(topic)?.isDue || !canBeSeen || !isAnswered || !isLookedAt(state)) return;
    if (topic === ROOMS) dispatch({ act: 'roomsAreOld' });
    else if (send(request.users(topic))) wait(topic);
  }

  /** The server has said that the rooms are others: nobody need wait for long to see them. */
  function hasten() {
    if (!state.areRoomsOthers || !state.areRoomsKnown || waits.get(ROOMS)?.isSoon) return;
    if (waits.has(ROOMS)) forget(ROOMS);
    wait(ROOMS, SOON, true);
  }

  return {
    /** To be called with each new state. */
    follow(next) {
      state = next;
      for (const topic of waits.keys()) if (!growsOld(topic)) forget(topic);
      for (const topic of [ROOMS, ...state.rosters.keys()])
        if (growsOld(topic) && !waits.has(topic)) wait(topic);
      hasten();
      renew(ROOMS);
      renew(state.room);
    },
    stop: () => [...waits.keys()].forEach(forget),
  };
}
