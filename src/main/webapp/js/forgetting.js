/** What is left of what a page knows when it becomes somebody else. */
import { unstored } from './conversation.js';
import { isRoom } from './rooms.js';
import { NO_SEARCH } from './search.js';

/**
 * Forgets what we knew as somebody else, all but what we wrote and the server has not stored.
 *
 * @param {boolean} isSameServer false if the numbers of people may be given again, to others
 */
export function forgetStored(state, isSameServer) {
  const kept = [...state.conversations.values()]
    .map(unstored)
    .filter((one) => isRoom(one) || (isSameServer && one.entries.length));
  const conversations = new Map(kept.map((conversation) => [conversation.key, conversation]));
  const current = conversations.has(state.current) ? state.current : state.room;
  const nothing = { far: null, lastPrivate: null, leaving: [], invites: [], ignored: new Set() };
  return { ...state, ...nothing, typing: new Map(), search: NO_SEARCH, conversations, current };
}
