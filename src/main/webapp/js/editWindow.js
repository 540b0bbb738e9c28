/** For how long one may change and delete what one said. The server has the last word. */
import { isAdmin } from './facts.js';
import { keepsOrder } from './moderation.js';

/**
 * @param {import('./store.js').State} state
 * @param {import('./conversation.js').Entry} entry
 * @param {number} now by this machine's clock, which may differ from the server's
 */
export const mayEdit = ({ editMs, aheadMs }, { own, at }, now) =>
  Boolean(own) && (editMs === 0 || now + aheadMs - at < editMs);

/** Who keeps order may delete what others said, but not what the server itself did. */
export const mayDelete = (state, entry, now) =>
  ((isAdmin(state) || keepsOrder(state)) && entry.fromId !== 0) || mayEdit(state, entry, now);
