/**
 * Whom the container, or a proxy, vouches for: the session is theirs. It is kept as long as the page
 * is used; where it ends, the line does, and only they let the same person in again.
 */
import { SIGNED_OUT } from './protocol.js';

/**
 * @param {object} deps
 * @param {ReturnType<typeof import('./login.js').createLogin>} deps.login
 * @param {ReturnType<typeof import('./connection.js').createConnection>} deps.connection
 * @param {() => import('./store.js').State} deps.state
 * @param {(action: object) => void} deps.dispatch
 * @param {() => void} deps.forget we are nobody any more
 */
export function createVouched({ login, connection, state, dispatch, forget }) {
  const isVouched = () => state().vouched !== null;
  let isLeaving = false;

  return {
    /** We were told who we are. */
    async greeted() {
      if (!isVouched()) return;
      login.renew();
      await login.used();
      if (isVouched()) dispatch({ act: 'vouched', canSignOut: login.isKept() });
    },
    /** Somebody does something on the page. */
    async used() {
      if (isVouched() && state().connection.status === 'connected') await login.used();
    },
    /** A handshake does not say why it is refused. */
    async follow(next) {
      if (next.status !== 'waiting' || !isVouched()) return;
      const isOver = await login.isOver();
      if (isOver && state().connection.status === 'waiting') connection.rest(SIGNED_OUT);
    },
    async signOut() {
      if (isLeaving) return;
      isLeaving = true;
      const isDone = await login.end();
      isLeaving = false;
      if (!isDone) return dispatch({ act: 'notice', notice: { code: 'offline' } });
      forget();
      dispatch({ act: 'signedOut' });
      connection.rest(SIGNED_OUT);
    },
  };
}
