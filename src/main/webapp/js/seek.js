/** Goes back in a conversation until a message that was found is there to be shown. */
import { topOf } from './conversation.js';

export const seekActs = {
  seek: (state, { key, seq }) => ({ ...state, sought: { key, seq } }),
  /** It is shown, or somebody does something else. */
  found: (state) => ({ ...state, sought: null }),
};

/**
 * @param {object} deps
 * @param {(action: object) => void} deps.dispatch
 */
export const createSeeker = ({ dispatch }) => ({
  /** To be called with each new state. */
  follow(state) {
    const { sought } = state;
    if (!sought) return;
    if (sought.key !== state.current) return dispatch({ act: 'found' });
    const conversation = state.conversations.get(sought.key);
    const { reach, wantsEarlier } = conversation;
    if (reach.last === null || wantsEarlier || reach.from < sought.seq) return;
    if (topOf(conversation) === 'more') return dispatch({ act: 'earlier' });
    dispatch({ act: 'notice', notice: { code: 'too_old' } });
    dispatch({ act: 'found' });
  },
});
