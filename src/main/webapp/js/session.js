/**
 * What this tab remembers over a reload: who it is to the server, how far it has read, and what it
 * wrote and the server has not confirmed. It is the tab's alone, but a tab that is duplicated
 * begins with a copy of it.
 *
 * @typedef {object} Remembered
 * @property {string} name the one that was chosen, or empty
 * @property {string} token with which we are the same user on the next line
 * @property {boolean} isSignedIn here, by a password or the container: the token is an account's
 * @property {{id: number, name: string} | null} me
 * @property {{key: string, personId: number | null, name: string, seq: number, marked: number,
 *   read?: import('./unread.js').Read, composing?: object | null}[]} rooms the conversations, rooms
 *   we are in and private ones
 * @property {string} room the one that was open
 * @property {import('./outbox.js').Item[]} outbox
 * @property {import('./drafts.js').Kept} [drafts]
 */
/** Of the page that is nothing else. */
const KEY = 'chatroom';

/** @type {Remembered} */
const NOTHING = { name: '', token: '', isSignedIn: false, me: null, rooms: [], room: '', outbox: [] };

/**
 * @param {() => Storage} storage asked for each time, because a browser may refuse even that
 * @param {string} [key] what keeps two on one page apart
 */
export function createSession(storage, key = KEY) {
  let remembered = NOTHING;
  try {
    remembered = { ...NOTHING, ...JSON.parse(storage().getItem(key) ?? '{}') };
  } catch {
    // Nothing can be remembered here; the tab works without.
  }

  return {
    /** @returns {Remembered} */
    recall: () => remembered,
    /** @param {Partial<Remembered>} change */
    remember(change) {
      remembered = { ...remembered, ...change };
      try {
        storage().setItem(key, JSON.stringify(remembered));
      } catch {
        // As above; or there is no room for it.
      }
    },
  };
}

/** What is in use by those that are in the page now. */
const taken = new Set();

/**
 * A key of one's own: where nothing tells two on one page apart, it is which of them came first,
 * so that each is who it was after a reload.
 *
 * @param {string} key
 * @param {AbortSignal} signal over when it is free again
 */
export function ownKey(key, signal) {
  let own = key;
  for (let nth = 2; taken.has(own); nth++) own = `${key} ${nth}`;
  taken.add(own);
  signal.addEventListener('abort', () => taken.delete(own));
  return own;
}
