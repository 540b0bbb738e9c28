/**
 * What this tab remembers over a reload: the chosen name, and which user ids it has had from
 * which server, since every connection of a guest is a new user.
 */
const KEY = 'chatroom';
const MAX_IDS = 50;

/**
 * @param {() => Storage} storage asked for each time, because a browser may refuse even that
 */
export function createSession(storage) {
  let remembered = { name: '', ids: [], serverStartedAt: 0 };
  try {
    remembered = { ...remembered, ...JSON.parse(storage().getItem(KEY) ?? '{}') };
  } catch {
    // Nothing can be remembered here; the tab works without.
  }

  function remember(change) {
    remembered = { ...remembered, ...change };
    try {
      storage().setItem(KEY, JSON.stringify(remembered));
    } catch {
      // As above.
    }
  }

  return {
    /** @returns {{name: string, ids: number[], serverStartedAt: number}} */
    recall: () => remembered,
    rememberName: (name) => remember({ name }),
    rememberIds: (ids, serverStartedAt) => remember({ ids: ids.slice(-MAX_IDS), serverStartedAt }),
  };
}
