/** What there is in all conversations together. */
import { isUnderWay } from './conversation.js';
import { isMuted } from './preferences.js';

const heard = (state) =>
  [...state.conversations.values()].filter(({ key }) => !isMuted(state, key));

/** How many messages are news, without those of which one does not want to hear. */
export const unreadTotal = (state) => heard(state).reduce((sum, { unread }) => sum + unread, 0);

export const mentionsTotal = (state) =>
  heard(state).reduce((sum, { mentions }) => sum + mentions, 0);

/** How many messages of ours the server has yet to confirm. */
export const unsentTotal = (state) =>
  [...state.conversations.values()].reduce(
    (sum, { entries }) => sum + entries.filter(isUnderWay).length,
    0,
  );
