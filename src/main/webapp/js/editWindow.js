/** For how long one may change and delete what one said. The server has the last word. */
import { isAdmin } from './facts.js';

/**
 * @param {import('./store.js').State} state
 * @param {import('./conversation.js').Entry} entry
 * @param {number} now by this machine's clock, which may differ from the server's
 */
export const mayEdit = ({ editMs, aheadMs }, { own, at }, now) =>
  Boolean(own) && (editMs === 0 || now + aheadMs - at < editMs);

/** Admins may delete whatever anybody said. */
export const mayDelete = (state, entry, now) => isAdmin(state) || mayEdit(state, entry, now);
