/**
 * The way to a message that is asked for: to be shown where it was said, it is read on to if it is
 * not long ago, and read with what is around it if it is. Fetched later: see `seek.js`.
 */
import { topOf } from './conversation.js';
import { isBehind } from './reach.js';
import { shownConversation } from './store.js';
import { around, aroundQuestion, covers, farQuestion, hearFar, isCutOff } from './stretch.js';
import { seenEntries } from './ties.js';
import { traced, tracedBy, traceQuestion } from './trace.js';

/** What is no further back is read on to, so that the two are one. */
const NEAR = 300;

const isSeen = (state, seq) =>
  seenEntries(shownConversation(state), state.ignored).some((entry) => entry.seq === seq);

/** @returns {'wait' | 'here' | 'present' | 'earlier' | 'trace' | 'ask' | 'nowhere'} what is next */
export function stepTo({ sought, ...state }) {
  const conversation = state.conversations.get(sought.key);
  const { reach, loaded, wantsEarlier } = conversation;
  const { seq, trace, isNowhere } = sought;
  if (isNowhere) return 'nowhere';
  if (seq !== undefined && isSeen(state, seq)) return 'here';
  const isTold = state.connection.status === 'connected' && !state.isGreeting;
  if (!isTold || wantsEarlier || isBehind(reach)) return 'wait';
  if (reach.last === null) return loaded ? 'nowhere' : 'wait';
  if (seq === undefined) return trace ? 'ask' : 'trace';
  if (covers(state, sought)) return 'nowhere';
  const isNear = seq > reach.from - NEAR && topOf(conversation) === 'more';
  if (seq <= reach.from && !isNear) return 'ask';
  if (state.far?.key === sought.key) return 'present';
  return seq <= reach.from ? 'earlier' : 'nowhere';
}

/** @returns {object | null} what the server has to be asked for it */
function soughtQuestion(state) {
  const { sought } = state;
  if (!sought || sought.key !== state.current || stepTo(state) !== 'ask') return null;
  const question =
    sought.seq === undefined
      ? { kind: 'sought', room: sought.key, ...traceQuestion(sought) }
      : aroundQuestion(sought);
  return { ...question, sought };
}

/** The answer to that question, unless something else is sought since. */
function hearSought(state, asked, history, shown) {
  const { sought } = state;
  if (sought !== asked.sought) return state;
  const conversation = state.conversations.get(sought.key);
  if (sought.seq === undefined)
    return { ...state, sought: tracedBy(sought, history, state) };
  if (isCutOff(sought, history)) return { ...state, sought: { ...sought, after: 0 } };
  const far = around(sought, conversation, history, shown);
  return far
    ? { ...state, far, isAtEnd: false }
    : { ...state, sought: { ...sought, isNowhere: true } };
}

/** @returns {object | null} what the server has to be asked next */
export const questionOf = (state) => soughtQuestion(state) ?? farQuestion(state);

/** The answer to one of those. */
export const hearLongAgo = (state, asked, history, shown) =>
  (asked.sought ? hearSought : hearFar)(state, asked, history, shown);

/** It is looked for by what is known of it. */
export const withTrace = (state) => ({
  ...state,
  sought: traced(state.sought, state.conversations.get(state.sought.key)),
});
