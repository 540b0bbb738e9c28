/**
 * Comes to a message that is asked for, in `longAgo.js`, which is fetched when somebody asks for it
 * or the page has nothing else to do.
 */
import { marking } from './lookedFor.js';
import { withConversation } from './store.js';

const AFTER_MS = 3_000;

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
  let coming;
  let timer;
  let isConnected = false;
  let isSought = false;
  let isStopped = false;

  function giveUp(code) {
    dispatch({ act: 'found' });
    dispatch({ act: 'notice', notice: { code } });
  }

  function fetch() {
    coming ??= fetchLongAgo().then(
      (longAgo) => isStopped || dispatch({ act: 'longAgo', longAgo }),
      () => {
        coming = undefined;
        // The server has the files of its own version of the page, and of no other.
        if (isSought && !isStopped) giveUp(isConnected ? 'renewed' : 'offline');
      },
    );
  }

  /** Not from a server that is away: a browser that could not fetch a module may not try again. */
  function prefetch() {
    if (isConnected) fetch();
    else timer = undefined;
  }

  const steps = {
    trace: () => dispatch({ act: 'trace' }),
    present: () => dispatch({ act: 'latest' }),
    earlier: () => dispatch({ act: 'earlier' }),
    nowhere: () => giveUp('not_there'),
  };

  return {
    /** To be called with each new state. */
    follow(state) {
      const { sought, current, longAgo, connection } = state;
      isConnected = connection.status === 'connected';
      isSought = sought !== null;
      if (isConnected) timer ??= timers.setTimeout(prefetch, AFTER_MS);
      if (!sought) return;
      if (sought.key !== current) dispatch({ act: 'found' });
      else if (longAgo) steps[longAgo.stepTo(state)]?.();
      else fetch();
    },
    stop() {
      timers.clearTimeout(timer);
      isStopped = true;
    },
  };
}
