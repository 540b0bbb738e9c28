/**
 * The chat without its picture: joins the line, the outbox and the state, and decides what is said
 * to the server and when.
 */
import { createConnection } from './connection.js';
import { createOutbox } from './outbox.js';
import { bytesOf, MAX_MESSAGE_BYTES, refOf, request } from './protocol.js';
import { receive } from './receive.js';
import { act, conversationOf, entryOf, initialState } from './store.js';

/**
 * @param {object} deps
 * @param {string} deps.url
 * @param {typeof WebSocket} deps.WebSocket
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.random in [0, 1)
 * @param {() => number} deps.now milliseconds since the epoch
 * @param {ReturnType<typeof import('./session.js').createSession>} deps.session
 * @param {(state: import('./store.js').State) => void} deps.onChange
 */
export function createChat({ url, WebSocket, timers, random, now, session, onChange }) {
  const { name: rememberedName, ids: mine, serverStartedAt } = session.recall();
  let state = initialState({ mine, serverStartedAt, hasName: rememberedName !== '' });
  let lastRef = 0;
  // Not crypto.randomUUID, which a page served over plain http does not have.
  const refPrefix = Math.floor(random() * 36 ** 8).toString(36);
  const newRef = () => `${refPrefix}-${++lastRef}`;

  function become(next) {
    if (next === state) return;
    state = next;
    onChange(state);
  }
  const dispatch = (action) => become(act(state, action));

  const outbox = createOutbox({
    timers,
    send: (message) => connection.send(message),
    onSending: (ref) => dispatch({ act: 'sending', ref }),
    onFailed: (ref, failure) => dispatch({ act: 'failed', ref, failure }),
  });

  const connection = createConnection({
    url,
    WebSocket,
    timers,
    random,
    now,
    onState(next) {
      if (next.status !== 'connected') outbox.close();
      dispatch({ act: 'connection', connection: next });
    },
    onMessage(envelope) {
      become(receive(state, envelope));
      if (Object.hasOwn(consequences, envelope.type)) consequences[envelope.type](envelope);
    },
  });

  const consequences = {
    welcome() {
      session.rememberIds(state.mine, state.serverStartedAt);
      // A private message written to somebody of an earlier server would reach another.
      outbox.keepOnly((ref) => entryOf(state, ref) !== undefined);
      const { name } = session.recall();
      if (name) askName(name);
    },
    // After it, what an earlier line left unanswered is known, and the order is the server's.
    history: () => outbox.open(),
    name_changed: () => session.rememberName(state.me.name),
    ack: (envelope) => outbox.settle(refOf(envelope)),
    error(envelope) {
      outbox.fail(refOf(envelope), envelope.content);
      if (refOf(envelope) === state.naming.ref) forgetUnusable(envelope.content);
    },
    leave: ({ content }) => reclaimName(content.user_name),
    user_renamed: ({ content }) => reclaimName(content.old_name),
  };

  function askName(name) {
    const ref = newRef();
    if (!connection.send(request.setName(name, ref))) return false;
    dispatch({ act: 'nameAsked', name, ref });
    return true;
  }

  /** One that somebody else has can become ours again, but what is no name never will. */
  function forgetUnusable({ code }) {
    if (code === 'invalid_name' && session.recall().name === state.naming.asked)
      session.rememberName('');
  }

  /** A line that broke can hold our name until the server notices; then it is ours again. */
  function reclaimName(freed) {
    if (freed === session.recall().name && state.me.name !== freed) askName(freed);
  }

  function requestFor({ personId }, text, ref) {
    return personId === null
      ? request.message(text, ref)
      : request.privateMessage(personId, text, ref);
  }

  const actions = {
    /** @returns {boolean} false if the text cannot be sent and stays with its writer */
    write({ text }) {
      const conversation = state.conversations.get(state.current);
      const ref = newRef();
      const message = requestFor(conversation, text, ref);
      if (bytesOf(message) > MAX_MESSAGE_BYTES) {
        dispatch({ act: 'notice', notice: { code: 'message_too_large' } });
        return false;
      }
      dispatch({ act: 'written', key: conversation.key, ref, text, at: now() });
      outbox.add(ref, message);
      return true;
    },
    retry({ ref }) {
      const { text } = entryOf(state, ref);
      dispatch({ act: 'retried', ref });
      outbox.add(ref, requestFor(conversationOf(state, ref), text, ref));
    },
    /** Without a line the name is kept, and asked for with the next greeting. */
    chooseName({ name }) {
      if (askName(name)) return;
      session.rememberName(name);
      dispatch({ act: 'nameForm', open: false });
    },
    reconnect: () => connection.reconnect(),
  };

  return {
    start: connection.start,
    stop: connection.stop,
    wake: connection.wake,
    /** What the views ask for: some of it needs the line, the rest only changes the state. */
    act: (name, details) =>
      Object.hasOwn(actions, name) ? actions[name](details) : dispatch({ act: name, ...details }),
  };
}
