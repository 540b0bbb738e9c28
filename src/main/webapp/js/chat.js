/**
 * The chat without its picture: joins the line, the outbox and the state, and decides what is said
 * to the server and when.
 */
import { createChanges } from './changes.js';
import { createConnection } from './connection.js';
import { createDeeds } from './deeds.js';
import { mayDelete, mayEdit } from './editWindow.js';
import { createErrands } from './errands.js';
import { createFreshness } from './freshness.js';
import { createMarks } from './marks.js';
import { createOutbox } from './outbox.js';
import { bytesOf, isAboutName, MAX_NAMED, refOf, request } from './protocol.js';
import { createQuestions } from './questions.js';
import { receive } from './receive.js';
import { isRoom } from './rooms.js';
import { personIn } from './roster.js';
import { createSeeker } from './seek.js';
import { act, currentConversation, entryOf, initialState } from './store.js';
import { createTyping } from './typing.js';
import { remembered } from './unread.js';

/** How far we have read is kept now and then: what is told twice after a reload is shown once. */
const KEEP_AFTER_MS = 500;

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
  let state = initialState(session.recall());
  let lastRef = 0;
  /** The name in our `hello` was. */
  let isNameRefused = false;
  let keepTimer;
  // Not crypto.randomUUID, which a page served over plain http does not have.
  const refPrefix = Math.floor(random() * 36 ** 8).toString(36);
  const newRef = () => `${refPrefix}-${++lastRef}`;

  function become(next) {
    if (next === state) return;
    if (next.conversations !== state.conversations || next.room !== state.room) keepRooms.soon();
    state = next;
    onChange(state);
    questions.follow(state);
    freshness.follow(state);
    marks.follow(state);
    seeker.follow(state);
  }
  const dispatch = (action) => become(act(state, action));

  const keepRooms = {
    soon: () => (keepTimer ??= timers.setTimeout(keepRooms.now, KEEP_AFTER_MS)),
    now() {
      timers.clearTimeout(keepTimer);
      keepTimer = undefined;
      const rooms = named().map((conversation) => {
        const { key, personId, name, reach, marked } = conversation;
        return { key, personId, name, seq: reach.last ?? 0, read: remembered(conversation), marked };
      });
      session.remember({ rooms, room: state.room });
    },
  };

  const outbox = createOutbox({
    timers,
    items: session.recall().outbox,
    isReady: ({ key }) => !state.conversations.get(key)?.isJoining,
    send: (item) => connection.send(requestFor(item)),
    onStatus: (ref, status, failure) => dispatch({ act: status, ref, failure }),
    onItems: (items) => session.remember({ outbox: items }),
  });

  const changes = createChanges({
    timers,
    send: (message) => connection.send(message),
    newRef,
    dispatch,
  });

  const connection = createConnection({
    url,
    WebSocket,
    timers,
    random,
    now,
    hello,
    onReplaced,
    onState(next) {
      if (next.status !== 'connected') closeOutboxes();
      if (next.status !== 'connected') errands.close();
      dispatch({ act: 'connection', connection: next });
    },
    onMessage(envelope) {
      const isOther = state.me !== null && !envelope.content?.resumed;
      // What changed was told before; that there is a change is no more than that.
      if (envelope.type === 'ack' && changes.settle(refOf(envelope))) return;
      become(receive(state, envelope));
      errands.hear(envelope, refOf(envelope));
      if (Object.hasOwn(consequences, envelope.type))
        consequences[envelope.type](envelope, isOther);
    },
  });

  const questions = createQuestions({ timers, send: connection.send, newRef, dispatch });
  const freshness = createFreshness({ timers, random, send: connection.send, dispatch });
  const seeker = createSeeker({ dispatch });
  const errands = createErrands({ timers, send: connection.send, newRef, dispatch });
  const typing = createTyping({ timers, now, send: connection.send, newRef, dispatch });
  const marks = createMarks({ timers, send: connection.send, newRef });

  function hello() {
    const { name, token } = session.recall();
    isNameRefused = false;
    if (name) dispatch({ act: 'nameAsked', name, ref: '' });
    return request.hello({ name, token, rooms: lastSeqs(token !== '') });
  }

  /** @returns {Record<string, number>} up to where we know each room */
  function lastSeqs(isKnown) {
    const wanted = named().filter((conversation) => isKnown || isRoom(conversation));
    const seqs = wanted.map(({ key, reach }) => [key, isKnown ? (reach.last ?? 0) : 0]);
    return Object.fromEntries(seqs.slice(0, MAX_NAMED));
  }

  /** What the server is told of: our rooms, and the private conversations of which it told us. */
  function named() {
    const all = [...state.conversations.values()];
    const told = all.filter((one) => !isRoom(one) && one.reach.last > 0);
    return [...all.filter(isRoom), ...told];
  }

  /**
   * Another tab came with a copy of what this one remembers. That one goes on as who we were, with
   * what we wrote; this one begins anew, so that they do not take the place from each other for ever.
   */
  function onReplaced() {
    closeOutboxes();
    changes.forget();
    dispatch({ act: 'replaced' });
    outbox.disown(
      () => false,
      () => true,
    );
    session.remember({ name: '', token: '', me: null, rooms: [], room: '' });
  }

  const consequences = {
    welcome({ content, timestamp }, isOther) {
      dispatch({ act: 'clock', aheadMs: timestamp * 1000 - now() });
      session.remember({ token: content.resume_token ?? '', me: state.me });
      if (isOther) disown();
      if (isOther) changes.forget();
      const { name } = session.recall();
      if (name && name !== state.me.name && !isNameRefused) askName(name);
      outbox.open();
      changes.open();
      typing.begin();
    },
    typing: (envelope) => typing.hear(envelope),
    name_changed() {
      session.remember({ name: state.me.name, me: state.me });
    },
    ack: (envelope) => outbox.settle(refOf(envelope)),
    error(envelope) {
      const { content: failure } = envelope;
      const ref = refOf(envelope);
      if (ref === undefined) greetingRefused(failure);
      else if (ref === state.asked?.ref) questions.refuse(failure);
      else if (ref === state.naming.ref) forgetName(failure);
      else if (!changes.refuse(ref, failure) && !typing.refuse(ref, failure))
        outbox.refuse(ref, failure);
    },
    /** Who left one of our rooms may be in another. */
    leave({ content }) {
      if (!personIn(state, content.user_id)) reclaimName(content.user_name);
    },
    /** We are in the room, where something may wait to be said. */
    users: () => outbox.proceed(),
    user_renamed: ({ content }) => reclaimName(content.old_name),
  };

  function greetingRefused(failure) {
    if (state.connection.status === 'connected' || !isAboutName(failure)) return;
    isNameRefused = true;
    forgetName(failure);
  }

  /** We are a new user. What never went out can go out as from that one. */
  function disown() {
    outbox.disown(
      ({ isSent }) => !isSent,
      // A number of a server that keeps nothing may be another person's now.
      ({ personId }) => personId === null || state.isKept,
    );
  }

  function askName(name) {
    const ref = newRef();
    if (!connection.send(request.setName(name, ref))) return false;
    dispatch({ act: 'nameAsked', name, ref });
    return true;
  }

  /** One that somebody else has can become ours again, but what is no name never will. */
  function forgetName({ code }) {
    if (code === 'invalid_name' && session.recall().name === state.naming.asked)
      session.remember({ name: '' });
  }

  /** A line that broke can hold our name until the server notices; then it is ours again. */
  function reclaimName(freed) {
    if (freed === session.recall().name && state.me.name !== freed) askName(freed);
  }

  function closeOutboxes() {
    outbox.close();
    changes.close();
  }

  function requestFor({ key, personId, text, image, ref, replyTo }) {
    if (image) return request.image(key, { ...image, alt: text }, ref, replyTo);
    return personId === null
      ? request.message(key, text, ref, replyTo)
      : request.privateMessage(personId, text, ref, replyTo);
  }

  function isTooLarge(message) {
    if (bytesOf(message) <= state.maxBytes) return false;
    dispatch({ act: 'notice', notice: { code: 'message_too_large' } });
    return true;
  }

  /** Too late for it, which is said; while there was time, it was offered. */
  function isLate(id, may, code) {
    const entry = currentConversation(state).entries.find((known) => known.id === id);
    if (!entry || may(state, entry, now())) return false;
    dispatch({ act: 'notice', notice: { code } });
    return true;
  }

  const actions = {
    /** @returns {boolean} false if the text cannot be sent and stays with its writer */
    post({ text, image, to = state.current }) {
      const { key, personId, name, composing } = state.conversations.get(to);
      const replyTo = composing?.kind === 'reply' ? composing.id : undefined;
      const item = { ref: newRef(), key, personId, name, text, image, replyTo, at: now() };
      if (isTooLarge(requestFor(item))) return false;
      dispatch({ act: 'written', ...item });
      outbox.add(item);
      typing.sent();
      return true;
    },
    /** @returns {boolean} false if the text cannot be sent and stays with its writer */
    edit({ id, text }) {
      if (isLate(id, mayEdit, 'too_late_to_edit')) return false;
      if (isTooLarge(request.edit(id, text, newRef()))) return false;
      dispatch({ act: 'compose', composing: null });
      changes.edit(state.current, id, text);
      return true;
    },
    remove({ id }) {
      if (!isLate(id, mayDelete, 'too_late_to_delete')) changes.remove(state.current, id);
    },
    react: ({ id, emoji, on }) => changes.react(state.current, id, emoji, on),
    retry({ ref }) {
      if (entryOf(state, ref)) outbox.retry(ref);
    },
    /** Without a line the name is kept, and asked for with the next greeting. */
    chooseName({ name }) {
      if (askName(name)) return;
      session.remember({ name });
      dispatch({ act: 'nameForm', open: false });
    },
    /** What the server would not take there goes with the room. */
    leave() {
      const { room } = state;
      dispatch({ act: 'leave' });
      if (!state.conversations.has(room)) outbox.forget(room);
    },
    wrote: ({ text }) => typing.wrote(state.conversations.get(state.current), text),
    reconnect: () => connection.reconnect(),
  };

  const perform = (name, details) =>
    Object.hasOwn(actions, name) ? actions[name](details) : dispatch({ act: name, ...details });
  const deeds = createDeeds({ state: () => state, errands, dispatch, act: perform });
  Object.assign(actions, deeds);

  return {
    start: connection.start,
    stop() {
      keepRooms.now();
      closeOutboxes();
      questions.stop();
      freshness.stop();
      marks.stop();
      errands.stop();
      typing.stop();
      connection.stop();
    },
    wake: connection.wake,
    /** The page may go away now. */
    keep: () => keepRooms.now(),
    /** What the views ask for: some of it needs the line, the rest only changes the state. */
    act: perform,
  };
}
