/** Goes back in a conversation until a message that was found is there to be shown. */
import { topOf } from './conversation.js';
import { marking } from './lookedFor.js';

export const seekActs = {
  /** @param {{key: string, seq: number, words?: readonly string[]}} action `words` led there */
  seek: (state, { key, seq, words }) => ({ ...marking(state), sought: { key, seq, words } }),
  /** It is shown, or somebody does something else. */
  found: (state) => ({ ...marking(state, state.sought), sought: null }),
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
