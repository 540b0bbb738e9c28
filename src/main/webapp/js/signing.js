/**
 * Signing in, making an account, and signing out. The password is kept in memory until the server
 * has answered, and nowhere else.
 */
import { refOf, SIGN_IN_FAILED } from './protocol.js';

/** Passwords are looked at slowly on purpose, and who guesses waits. */
const PATIENCE_MS = 60_000;
const LEAVE_MS = 5_000;

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {ReturnType<typeof import('./connection.js').createConnection>} deps.connection
 * @param {() => import('./store.js').State} deps.state
 * @param {() => string} deps.newRef
 * @param {(action: object) => void} deps.dispatch
 * @param {() => void} deps.pause nothing is to be sent as who we are now
 * @param {() => void} deps.proceed it is known who we are
 * @param {() => void} deps.forget we are nobody any more
 */
export function createSigning({
  timers,
  connection,
  state,
  newRef,
  dispatch,
  pause,
  proceed,
  forget,
}) {
  /** @type {{message: object, isSent: boolean} | null} what the server has yet to answer */
  let asked = null;
  /** The password was wrong: the line will be closed for it. */
  let isWrong = false;
  /** @type {string | null} the question which session is to be ended */
  let leaving = null;
  let timer;

  function ask(message) {
    if (asked) return;
    asked = { message: { ...message, ref: newRef() }, isSent: false };
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => refuse({ code: 'unconfirmed' }), PATIENCE_MS);
    dispatch({ act: 'signAsked' });
    // Or else on the next line: nothing is heard any more on one that is to be closed.
    if (isWrong) return;
    if (state().connection.status === 'connected') send();
    else connection.reconnect();
  }

  function send() {
    pause();
    asked.isSent = true;
    connection.send(asked.message);
  }

  function end() {
    asked = null;
    timers.clearTimeout(timer);
  }

  function refuse(failure) {
    end();
    if (state().isBarred) connection.rest(SIGN_IN_FAILED);
    else if (state().connection.status === 'connected') proceed();
    dispatch({ act: 'signRefused', failure });
  }

  function leave() {
    if (leaving === null) return;
    leaving = null;
    timers.clearTimeout(timer);
    forget();
    dispatch({ act: 'signedOut' });
    connection.restart();
  }

  const hearing = {
    /** A guest is let in, who can sign in now. */
    welcome: () => asked && !asked.isSent && send(),
    auth_success: end,
    error(envelope) {
      const { content: failure } = envelope;
      const ref = refOf(envelope);
      if (leaving !== null && ref === leaving) return leave();
      if (asked?.isSent && ref === asked.message.ref) {
        isWrong = failure.code === 'auth_failed';
        refuse(failure);
      } else if (ref === undefined) unasked(failure);
    },
    sessions({ content, ref }) {
      if (leaving === null || ref !== leaving) return;
      const own = content.find(({ current }) => current);
      if (own) connection.send({ type: 'end_sessions', id: own.id, ref: newRef() });
      leave();
    },
  };

  /** The server may let nobody in who does not sign in; it does not wait for long until they do. */
  function unasked({ code }) {
    if (state().connection.status !== 'connecting' || code !== 'not_allowed') return;
    dispatch({ act: 'barred' });
    if (!asked) return connection.rest(SIGN_IN_FAILED);
    dispatch({ act: 'signAsked' });
    send();
  }

  return {
    signIn: ({ username, password }) => ask({ type: 'auth', username, password }),
    signUp: ({ username, password, invitation }) =>
      ask({ type: 'register', username, password, invitation: invitation || undefined }),
    /** The session is ended on the server, too, if that can be had soon. */
    signOut() {
      if (leaving !== null) return;
      leaving = newRef();
      timers.clearTimeout(timer);
      timer = timers.setTimeout(leave, LEAVE_MS);
      if (!connection.send({ type: 'get_sessions', ref: leaving })) leave();
    },
    hear(envelope) {
      if (Object.hasOwn(hearing, envelope.type)) hearing[envelope.type](envelope);
    },
    /** @param {import('./connection.js').ConnectionState} next how the line is now */
    follow(next) {
      if (next.status !== 'waiting' && next.status !== 'stopped') return;
      if (leaving !== null) return leave();
      if (asked?.isSent) refuse({ code: 'unconfirmed' });
      if (next.status === 'stopped' && isWrong && !state().isBarred) connection.reconnect();
      isWrong = false;
    },
    stop: () => timers.clearTimeout(timer),
  };
}
