/**
 * What the page has to ask the server, one question at a time: whether the greeting is over, to be
 * in a room or out of it, what is missing there, what somebody who scrolls back wants to read, and
 * which rooms there are and, for the owner of one, who was invited.
 *
 * @typedef {object} Question
 * @property {'greeting' | 'join' | 'leave' | 'newest' | 'later' | 'earlier' | 'sought' | 'far' |
 *   'rooms' | 'members'} kind
 * @property {string} [room]
 * @property {number} [seq] after or before which
 * @property {number} [before] and the next: which messages of long ago
 * @property {number} [limit]
 * @property {string} ref
 */
import { unlistedRoom } from './members.js';
import { request } from './protocol.js';
import { isBehind } from './reach.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 1_000;

/** @returns {Omit<Question, 'ref'> | null} */
export function nextQuestion(state) {
  const { asked, connection, isGreeting, conversations, leaving, areRoomsKnown } = state;
  if (asked || connection.status !== 'connected') return null;
  if (isGreeting) return { kind: 'greeting' };
  if (leaving.length) return { kind: 'leave', room: leaving[0] };
  for (const kinds of [entering, about]) {
    for (const conversation of conversations.values()) {
      const question = kinds(conversation);
      if (question) return { ...question, room: conversation.key };
    }
  }
  const older = state.longAgo?.questionOf(state);
  if (older) return older;
  if (!areRoomsKnown) return { kind: 'rooms' };
  const room = unlistedRoom(state);
  return room === null ? null : { kind: 'members', room };
}

const entering = ({ isJoining }) => (isJoining ? { kind: 'join' } : null);

function about({ reach, loaded, wantsEarlier }) {
  if (reach.last === null) return loaded ? null : { kind: 'newest' };
  if (isBehind(reach)) return { kind: 'later', seq: reach.last };
  return wantsEarlier ? { kind: 'earlier', seq: reach.from + 1 } : null;
}

const farHistory = ({ room, ref, before, limit }) => request.history(room, ref, { before, limit });

const requests = {
  greeting: ({ ref }) => request.ping(ref),
  join: ({ room, ref }) => request.joinRoom(room, ref),
  leave: ({ room, ref }) => request.leaveRoom(room, ref),
  newest: ({ room, ref }) => request.history(room, ref),
  later: ({ room, ref, seq }) => request.history(room, ref, { after: seq }),
  earlier: ({ room, ref, seq }) => request.history(room, ref, { before: seq }),
  sought: farHistory,
  far: farHistory,
  rooms: ({ ref }) => request.rooms(ref),
  members: ({ room, ref }) => request.members(room, ref),
};

/**
 * Asks what there is to ask, and again if there is no answer in time.
 *
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(message: object) => boolean} deps.send
 * @param {() => string} deps.newRef
 * @param {(action: object) => void} deps.dispatch
 */
export function createQuestions({ timers, send, newRef, dispatch }) {
  let timer;

  const askAgainAfter = (ms) => {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => dispatch({ act: 'unanswered' }), ms);
  };

  return {
    /** To be called with each new state. */
    follow(state) {
      const next = nextQuestion(state);
      if (!state.asked) timers.clearTimeout(timer);
      if (!next) return;
      const question = { ...next, ref: newRef() };
      if (!send(requests[question.kind](question))) return;
      askAgainAfter(PATIENCE_MS);
      dispatch({ act: 'asked', question });
    },
    /** The server answered the question that is asked with an error. */
    refuse(failure) {
      const { code, retry_after_ms: retryAfterMs } = failure;
      if (code === 'rate_limited' || code === 'unavailable')
        askAgainAfter(retryAfterMs ?? PAUSE_MS);
      else dispatch({ act: 'refused', failure });
    },
    stop: () => timers.clearTimeout(timer),
  };
}
