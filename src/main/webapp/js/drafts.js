/**
 * What is written and not yet sent, by what it is for: a conversation, or the change of a message.
 * It is the tab's, like the rest of what this remembers, so two tabs never write into each other's;
 * and nothing that somebody wrote who was signed in is there for who comes after them.
 *
 * @typedef {{me: number | null, isAccount: boolean, texts: [string, string][]}} Kept
 */

/** A text is kept soon after it was written, not at each letter. */
const KEEP_AFTER_MS = 300;

/** A tab has room for some millions of characters, and must have it for what waits to be sent. */
const MOST_TEXTS = 50;
const MOST_CHARACTERS = 200_000;

/** Nothing is a text there, too: a message that was emptied is not what it was before. */
const isChange = (slot, key = slot.split(' ')[0]) => slot.startsWith(`${key} `);

/**
 * @param {object} deps
 * @param {ReturnType<typeof import('./session.js').createSession>} deps.session
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 */
export function createDrafts({ session, timers }) {
  /** @type {Kept} */
  const kept = session.recall().drafts ?? { me: null, isAccount: false, texts: [] };
  /** @type {Map<string, string>} the one that was written in last is the last */
  const texts = new Map(kept.texts);
  let { me, isAccount } = kept;
  let timer;

  /** The newest that there is room for. */
  function newest() {
    let left = MOST_CHARACTERS;
    const all = [...texts].reverse().slice(0, MOST_TEXTS);
    return all.filter(([, text]) => (left -= text.length) >= 0).reverse();
  }

  function keep() {
    timers.clearTimeout(timer);
    timer = undefined;
    session.remember({ drafts: { me, isAccount, texts: newest() } });
  }

  const soon = () => (timer ??= timers.setTimeout(keep, KEEP_AFTER_MS));

  function forget(slot) {
    if (texts.delete(slot)) soon();
  }

  return {
    /** @returns {string | undefined} */
    of: (slot) => texts.get(slot),

    set(slot, text) {
      if (text === '' && !isChange(slot)) return forget(slot);
      if (texts.get(slot) === text) return;
      texts.delete(slot);
      texts.set(slot, text);
      soon();
    },

    forget,

    /** What was changed in a conversation, and is given up. */
    forgetChanges(key) {
      for (const slot of [...texts.keys()]) if (isChange(slot, key)) forget(slot);
    },

    /**
     * To be called with each new state.
     *
     * @returns {boolean} whether all was forgotten, for somebody else is there
     */
    follow(state) {
      const now = { me: state.me?.id ?? null, isAccount: state.account !== null };
      // After a reload it takes a greeting to know who one is.
      if (!state.isGreeted || (now.me === me && now.isAccount === isAccount)) return false;
      const isOver = isAccount && now.me !== me;
      if (isOver) texts.clear();
      ({ me, isAccount } = now);
      keep();
      return isOver;
    },

    /** The page may go away now. */
    keep,
  };
}
