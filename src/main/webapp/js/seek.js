/**
 * Comes to a message that is asked for, by what is in `longAgo.js`.
 */
import { createLater } from './later.js';
import { marking } from './lookedFor.js';
import { withConversation } from './store.js';

/** The line stands where the news begin, which is known now. */
const divided = ({ sought, ...state }) =>
  sought?.past !== undefined && sought.seq !== undefined
    ? withConversation(state, sought.key, (conversation) => {
        return { ...conversation, divider: sought.seq - 1, unseen: 0 };
      })
    : state;

export const seekActs = {
  /** @param {import('./trace.js').Sought} sought */
  seek: (state, { act, ...sought }) => ({ ...marking(state), sought }),
  /** @param {typeof import('./longAgo.js')} longAgo */
  longAgo: (state, { longAgo }) => ({ ...state, longAgo }),
  trace: (state) => state.longAgo.withTrace(state),
  /** It is shown, or somebody does something else. */
  found: (state) => ({ ...divided(marking(state, state.sought)), sought: null }),
};

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => Promise<typeof import('./longAgo.js')>} deps.fetchLongAgo
 * @param {(action: object) => void} deps.dispatch
 */
export function createSeeker({ timers, fetchLongAgo, dispatch }) {
  function giveUp(code) {
    dispatch({ act: 'found' });
    dispatch({ act: 'notice', notice: { code } });
  }

  const later = createLater({
    timers,
    load: fetchLongAgo,
    arrived: (longAgo) => dispatch({ act: 'longAgo', longAgo }),
    missed: giveUp,
  });

  const steps = {
    trace: () => dispatch({ act: 'trace' }),
    present: () => dispatch({ act: 'latest' }),
    earlier: () => dispatch({ act: 'earlier' }),
    nowhere: () => giveUp('not_there'),
  };

  return {
    /** To be called with each new state. */
    follow(state) {
      const { sought, current, longAgo } = state;
      if (sought && sought.key !== current) dispatch({ act: 'found' });
      else if (sought && longAgo) steps[longAgo.stepTo(state)]?.();
      else later.follow(state, sought !== null);
    },
    stop: later.stop,
  };
}
