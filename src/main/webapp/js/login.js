/**
 * The session in which the container's user signed in: kept alive while the page is used, for what
 * goes over a socket does not count. Who does nothing is signed out when the container says so.
 * Whom a proxy vouches for on each request has no session, and signs out there.
 */
const LEAST_MS = 30_000;
const MOST_MS = 300_000;

/** Asked so often in the time in which an unused session ends. */
const TIMES = 4;

/**
 * @param {object} deps
 * @param {string} deps.base of the page
 * @param {typeof fetch} deps.fetch
 * @param {() => number} deps.now in milliseconds
 */
export function createLogin({ base, fetch, now }) {
  /** When the server may be asked again; never if there is no session to be kept. */
  let next = 0;
  let isKept = false;

  const send = (method) =>
    fetch(new URL('login', base), { method, cache: 'no-store', redirect: 'error' });

  async function ask() {
    next = now() + LEAST_MS;
    try {
      const answer = await send('GET');
      if (answer.status < 500) isKept = answer.status === 200;
      if (answer.status !== 200) {
        next = answer.status >= 500 ? next : Infinity;
        return;
      }
      const { idle_seconds: seconds } = await answer.json();
      if (seconds === 0) {
        next = Infinity;
        return;
      }
      const pause = (seconds * 1000) / TIMES;
      next = now() + Math.min(Math.max(pause, LEAST_MS), MOST_MS);
    } catch {
      // The server is away, or what is in front of it: the next use asks again.
    }
  }

  return {
    /** Somebody does something on the page; costs a request now and then. */
    async used() {
      if (now() >= next) await ask();
    },
    /** A new line is open, which may be that of a new session. */
    renew() {
      next = 0;
    },
    /** @returns {boolean} whether there is a session, which can be ended here */
    isKept: () => isKept,
    /** @returns {Promise<boolean>} whether there was a session, and nobody knows of it any more */
    async isOver() {
      if (!isKept) return false;
      try {
        return [204, 401].includes((await send('GET')).status);
      } catch {
        return false;
      }
    },
    /** @returns {Promise<boolean>} false if the session could not be ended */
    async end() {
      try {
        return (await send('DELETE')).status < 400;
      } catch {
        return false;
      }
    },
  };
}
