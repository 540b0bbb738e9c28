/**
 * What we ask to be changed in messages that are stored: sent again on the next line under the same
 * `ref`, until the server answers. It shows when the server tells it to everybody.
 */
import { createOutbox } from './outbox.js';
import { request } from './protocol.js';

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(message: object) => boolean} deps.send
 * @param {() => string} deps.newRef
 * @param {(action: object) => void} deps.dispatch
 */
export function createChanges({ timers, send, newRef, dispatch }) {
  /** @type {Map<string, {key: string, edit: object | undefined}>} by the `ref` of what was asked */
  const asked = new Map();
  let outbox;
  begin();

  function begin() {
    asked.clear();
    outbox?.close();
    outbox = createOutbox({
      timers,
      items: [],
      isReady: () => true,
      send: ({ message }) => send(message),
      onStatus: (ref, status, failure) => status === 'failed' && refused(ref, failure),
      onItems: () => {},
    });
  }

  function refused(ref, failure) {
    dispatch({ act: 'refusedChange', ...asked.get(ref), failure });
    settle(ref);
  }

  function settle(ref) {
    asked.delete(ref);
    return outbox.settle(ref);
  }

  function ask(key, message, edit) {
    asked.set(message.ref, { key, edit });
    outbox.add({ ref: message.ref, key, message });
  }

  return {
    edit: (key, id, text) => ask(key, request.edit(id, text, newRef()), { kind: 'edit', id, text }),
    remove: (key, id) => ask(key, request.remove(id, newRef())),
    react: (key, id, emoji, on) => ask(key, request.react(id, emoji, on, newRef())),
    /** @returns {boolean} whether the answer was to one of these */
    settle,
    /** @returns {boolean} whether the answer was to one of these */
    refuse(ref, failure) {
      const isOurs = asked.has(ref);
      if (isOurs) outbox.refuse(ref, failure);
      return isOurs;
    },
    open: () => outbox.open(),
    close: () => outbox.close(),
    /** We are somebody else to the server, and what we said is not ours to change. */
    forget: begin,
  };
}
