/**
 * The session in which the container's user signed in: kept alive while the page is used, for what
 * goes over a socket does not count. Who does nothing is signed out when the container says so.
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

  async function ask() {
    next = now() + LEAST_MS;
    try {
      const answer = await fetch(new URL('login', base), { cache: 'no-store', redirect: 'error' });
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
  };
}
