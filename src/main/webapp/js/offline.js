/** Has the browser keep the page, so that it opens while the server is away, too: see `sw.js`. */
const AFTER_MS = 3_000;

/**
 * @param {object} deps
 * @param {ServiceWorkerContainer | undefined} deps.workers browsers have them over https alone, and
 *   on localhost
 * @param {TrustedTypePolicyFactory | undefined} deps.types
 * @param {string} deps.base of the page
 * @param {{setTimeout: Function}} deps.timers
 * @returns {(state: import('./store.js').State) => void}
 */
export function createOffline({ workers, types, base, timers }) {
  let isAsked = !workers;
  let isConnected = false;

  async function register() {
    try {
      const rules = { createScriptURL: () => new URL('sw.js', base).href };
      const policy = types ? types.createPolicy('chatroom-worker', rules) : rules;
      await workers.register(policy.createScriptURL(''));
    } catch {
      // The browser has said why; with a server the page is no worse without.
    }
  }

  /** A server that has gone meanwhile is asked when it is back. */
  function settled() {
    isAsked = isConnected;
    if (isConnected) register();
  }

  return ({ isGreeted, connection }) => {
    isConnected = connection.status === 'connected';
    if (isAsked || !isGreeted || !isConnected) return;
    isAsked = true;
    timers.setTimeout(settled, AFTER_MS);
  };
}
