/** The name that was chosen: asked for, given up, and taken back when it is free again. */
import { isAboutName, request } from './protocol.js';

/**
 * @param {object} deps
 * @param {() => import('./store.js').State} deps.state
 * @param {ReturnType<typeof import('./session.js').createSession>} deps.session
 * @param {(message: object) => boolean} deps.send
 * @param {() => string} deps.newRef
 * @param {(action: object) => void} deps.dispatch
 */
export function createNaming({ state, session, send, newRef, dispatch }) {
  /** The name in our `hello` was. */
  let isRefused = false;

  function ask(name) {
    const ref = newRef();
    if (!send(request.setName(name, ref))) return false;
    dispatch({ act: 'nameAsked', name, ref });
    return true;
  }

  /** One that somebody else has can become ours again, but what is no name never will. */
  function forget({ code }) {
    if (code === 'invalid_name' && session.recall().name === state().naming.asked)
      session.remember({ name: '' });
  }

  return {
    forget,
    /** @returns {string} what to be called from the greeting on; that of an account is known */
    forHello() {
      const { name, isSignedIn } = session.recall();
      isRefused = false;
      if (!name || isSignedIn) return '';
      dispatch({ act: 'nameAsked', name, ref: '' });
      return name;
    },
    greeted() {
      const { name } = session.recall();
      if (name && name !== state().me.name && !isRefused) ask(name);
    },
    greetingRefused(failure) {
      if (state().connection.status === 'connected' || !isAboutName(failure)) return;
      isRefused = true;
      forget(failure);
    },
    /** A line that broke can hold our name until the server notices; then it is ours again. */
    reclaim(freed) {
      if (freed === session.recall().name && state().me.name !== freed) ask(freed);
    },
    /** Without a line the name is kept, and asked for with the next greeting. */
    choose({ name }) {
      if (ask(name)) return;
      session.remember({ name });
      dispatch({ act: 'nameForm', open: false });
    },
  };
}
