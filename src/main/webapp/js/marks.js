/**
 * Tells the server up to where somebody has read, soon after they have: one word for all that was
 * read meanwhile, for each conversation.
 */
import { request } from './protocol.js';

const AFTER_MS = 500;

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(message: object) => boolean} deps.send
 * @param {() => string} deps.newRef
 */
export function createMarks({ timers, send, newRef }) {
  let state;
  let timer;
  /** @type {Map<string, number>} what was said on this line, by conversation */
  const said = new Map();

  const isDue = ({ key, read, marked }) =>
    read?.unread === 0 && read.upTo > Math.max(marked, said.get(key) ?? 0);

  function tell() {
    timer = undefined;
    for (const conversation of state.conversations.values()) {
      const { key, read } = conversation;
      if (isDue(conversation) && send(request.markRead(key, read.upTo, newRef())))
        said.set(key, read.upTo);
    }
  }

  const stop = () => {
    timers.clearTimeout(timer);
    timer = undefined;
  };

  return {
    /** To be called with each new state. */
    follow(next) {
      state = next;
      const isOnLine = state.connection.status === 'connected' && !state.isGreeting;
      if (!isOnLine) {
        stop();
        said.clear();
      } else if (timer === undefined && [...state.conversations.values()].some(isDue))
        timer = timers.setTimeout(tell, AFTER_MS);
    },
    stop,
  };
}
