/**
 * What somebody wants of this browser: how they are told of what is said, and whether keys alone do
 * something. It stays when the page is closed, for each who has an account; guests share theirs.
 *
 * @typedef {'all' | 'mentions' | 'muted'} Level of what in a conversation one is told
 *
 * @typedef {object} Preferences
 * @property {boolean} keys those without Ctrl or Alt are obeyed
 * @property {boolean | null} notify null: nobody has said so far
 * @property {boolean} sound
 * @property {number} quietUntil in milliseconds since the epoch; 0: it is not quiet
 * @property {Readonly<Record<string, Level>>} levels by conversation, where it is not the usual one
 */

/** @type {Preferences} */
export const DEFAULTS = { keys: true, notify: null, sound: false, quietUntil: 0, levels: {} };

/** Until somebody ends it: the last moment there is. */
export const FOR_EVER = 8_640_000_000_000_000;

/** A browser that many use keeps what was wanted last. */
const MOST_PEOPLE = 20;
const MOST_LEVELS = 500;

const GUEST = 'guest';

export const preferenceActs = {
  /** Something was said to us that we did not see: it would have helped to be told. */
  offerTelling: (state) => ({ ...state, isTellingOffered: true }),
  prefer: (state, { change }) => ({
    ...state,
    preferences: { ...state.preferences, ...change },
  }),
  /** @param {{key: string, level: Level}} action */
  level(state, { key, level }) {
    const { [key]: _, ...others } = state.preferences.levels;
    const levels = level === usualLevel(key) ? others : { ...others, [key]: level };
    const kept = Object.fromEntries(Object.entries(levels).slice(-MOST_LEVELS));
    return { ...state, preferences: { ...state.preferences, levels: kept } };
  },
};

/** What is said to oneself alone is for oneself; in a room it is what names one. */
const usualLevel = (key) => (key.startsWith('@') ? 'all' : 'mentions');

/** @returns {Level} */
export const levelOf = ({ preferences: { levels } }, key) =>
  Object.hasOwn(levels, key) ? levels[key] : usualLevel(key);

export const isMuted = (state, key) => levelOf(state, key) === 'muted';

/**
 * @param {object} deps
 * @param {() => Storage} deps.storage asked for each time, because a browser may refuse even that
 * @param {string} deps.place what tells this chat from another of the same origin
 * @param {(preferences: Preferences) => void} deps.onLoaded
 */
export function createPreferences({ storage, place, onLoaded }) {
  const name = `chatroom-preferences ${place}`;
  let owner;
  /** @type {Preferences} */
  let known = DEFAULTS;

  function read() {
    try {
      return new Map(JSON.parse(storage().getItem(name) ?? '[]'));
    } catch {
      // Nothing can be kept here, or it is not ours; the page works without.
      return new Map();
    }
  }

  function write() {
    const all = read();
    all.delete(owner);
    all.set(owner, known);
    try {
      storage().setItem(name, JSON.stringify([...all].slice(-MOST_PEOPLE)));
    } catch {
      // As above; or there is no room for it.
    }
  }

  function load() {
    known = { ...DEFAULTS, ...read().get(owner) };
    onLoaded(known);
  }

  return {
    /** To be called with each new state. */
    follow({ isGreeted, account, me, preferences }) {
      const now = account ? String(me.id) : GUEST;
      if (now !== owner && (isGreeted || owner === undefined)) {
        owner = now;
        load();
      } else if (preferences !== known) {
        known = preferences;
        write();
      }
    },
    /** Another tab has written it. @param {StorageEvent} event */
    changed: ({ key }) => key === name && load(),
  };
}
