/** What of the conversations is remembered in the tab, and what the server is told of them. */
import { MAX_NAMED } from './protocol.js';
import { isRoom } from './rooms.js';
import { remembered, rememberedLeft } from './unread.js';

/** How far we have read is kept now and then: what is told twice after a reload is shown once. */
const AFTER_MS = 500;

/** Our rooms, and the private conversations of which the server told us. */
function named({ conversations }) {
  const all = [...conversations.values()];
  const told = all.filter((one) => !isRoom(one) && one.reach.last > 0);
  return [...all.filter(isRoom), ...told];
}

/** @returns {Record<string, number>} up to where we know each room */
export function knownSeqs(state, isKnown) {
  const wanted = named(state).filter((conversation) => isKnown || isRoom(conversation));
  const seqs = wanted.map(({ key, reach }) => [key, isKnown ? (reach.last ?? 0) : 0]);
  return Object.fromEntries(seqs.slice(0, MAX_NAMED));
}

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {ReturnType<typeof import('./session.js').createSession>} deps.session
 * @param {() => import('./store.js').State} deps.state
 */
export function createKeeping({ timers, session, state }) {
  let timer;

  function keep() {
    timers.clearTimeout(timer);
    timer = undefined;
    const rooms = named(state()).map((conversation) => {
      const { key, personId, name, reach, marked, composing } = conversation;
      const more = { read: remembered(conversation), left: rememberedLeft(conversation) };
      return { key, personId, name, seq: reach.last ?? 0, marked, composing, ...more };
    });
    session.remember({ rooms, room: state().room });
  }

  return {
    soon: () => (timer ??= timers.setTimeout(keep, AFTER_MS)),
    now: keep,
  };
}
