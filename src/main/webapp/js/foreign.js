/**
 * The element in a page of another origin, which has no login here: its own server says who is
 * there, with a ticket for each line, or everybody is a guest until they say who they are.
 */

/** The answers of who does not know, or not any more, who is there. */
const UNKNOWN = new Set([401, 403]);

/**
 * In the place of a login.
 *
 * @param {object} deps
 * @param {string | null} deps.tickets where a ticket is to be had; none are needed without
 * @param {typeof fetch} deps.fetch
 * @returns {ReturnType<typeof import('./login.js').createLogin> & {ticket?: () => Promise<string>}}
 */
export function createForeign({ tickets, fetch }) {
  let isOver = false;

  async function ticket() {
    const answer = await fetch(tickets, {
      cache: 'no-store',
      headers: { Accept: 'application/json' },
    });
    isOver = UNKNOWN.has(answer.status);
    if (!answer.ok) throw new Error(`No ticket: ${answer.status}`);
    return (await answer.json()).ticket;
  }

  return {
    ticket: tickets === null ? undefined : ticket,
    used: async () => {},
    renew() {},
    isKept: () => false,
    isOver: async () => isOver,
    end: async () => false,
  };
}
