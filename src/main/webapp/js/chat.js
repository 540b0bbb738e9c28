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
import { createKeeping, knownSeqs } from './keeping.js';
import { createMarks } from './marks.js';
import { createNaming } from './naming.js';
import { createOutbox } from './outbox.js';
import { bytesOf, refOf, request, SIGNED_OUT } from './protocol.js';
import { createQuestions } from './questions.js';
import { isOther as isForOther, receive } from './receive.js';
import { personIn } from './roster.js';
import { createSeeker } from './seek.js';
import { createSigning } from './signing.js';
import { act } from './acts.js';
import { entryOf, initialState, messageOf } from './store.js';
import { createTyping } from './typing.js';
import { createVouched } from './vouched.js';

/**
 * @param {object} deps
 * @param {string} deps.url
 * @param {() => Promise<string>} [deps.ticket] what is shown on each new line, if that is needed
 * @param {typeof WebSocket} deps.WebSocket
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.random in [0, 1)
 * @param {() => number} deps.now milliseconds since the epoch
 * @param {() => boolean} deps.isWatched somebody can be looking at the tab
 * @param {ReturnType<typeof import('./session.js').createSession>} deps.session
 * @param {ReturnType<typeof import('./login.js').createLogin>} deps.login
 * @param {() => Promise<typeof import('./longAgo.js')>} deps.fetchLongAgo
 * @param {(state: import('./store.js').State) => void} deps.onChange
 */
export function createChat(deps) {
  const { url, ticket, WebSocket, timers, random, now, isWatched, session, login, onChange } = deps;
  let state = initialState(session.recall());
  let lastRef = 0;
  // Not crypto.randomUUID, which a page served over plain http does not have.
  const refPrefix = Math.floor(random() * 36 ** 8).toString(36);
  const newRef = () => `${refPrefix}-${++lastRef}`;

  function become(next) {
    if (next === state) return;
    if (next.conversations !== state.conversations || next.room !== state.room) keeping.soon();
    state = next;
    onChange(state);
    questions.follow(state);
    freshness.follow(state);
    marks.follow(state);
    seeker.follow(state);
  }
  const dispatch = (action) => become(act(state, action));

  const keeping = createKeeping({ timers, session, state: () => state });

  const outbox = createOutbox({
    timers,
    items: session.recall().outbox,
    isReady: ({ key }) => !state.conversations.get(key)?.isJoining,
    send: (item) => connection.send(request.post(item)),
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
    ticket,
    WebSocket,
    timers,
    random,
    now,
    isWatched,
    hello,
    onReplaced,
    onState(next) {
      if (next.status !== 'connected') closeOutboxes();
      if (next.status !== 'connected') errands.close();
      dispatch({ act: 'connection', connection: next });
      if (next.status === 'stopped' && next.code === SIGNED_OUT) sessionEnded();
      signing.follow(next);
      vouched.follow(next);
    },
    onMessage(envelope) {
      const isOther =
        envelope.type === 'auth_success'
          ? state.me?.id !== envelope.content.user_id
          : envelope.type === 'welcome' && isForOther(state, envelope.content);
      // What changed was told before; that there is a change is no more than that.
      if (envelope.type === 'ack' && changes.settle(refOf(envelope))) return;
      become(receive(state, envelope));
      errands.hear(envelope, refOf(envelope));
      if (Object.hasOwn(consequences, envelope.type))
        consequences[envelope.type](envelope, isOther);
      signing.hear(envelope);
    },
  });

  const questions = createQuestions({ timers, send: connection.send, newRef, dispatch });
  const freshness = createFreshness({ timers, random, send: connection.send, dispatch });
  const seeker = createSeeker({ timers, fetchLongAgo: deps.fetchLongAgo, dispatch });
  const errands = createErrands({ timers, send: connection.send, newRef, dispatch });
  const typing = createTyping({ timers, now, send: connection.send, newRef, dispatch });
  const marks = createMarks({ timers, send: connection.send, newRef });
  const naming = createNaming({ state: () => state, session, send: connection.send, newRef, dispatch });
  const signing = createSigning({
    timers,
    connection,
    state: () => state,
    newRef,
    dispatch,
    pause: closeOutboxes,
    proceed: openOutboxes,
    forget: forgetMe,
  });
  const vouched = createVouched({
    login,
    connection,
    state: () => state,
    dispatch,
    forget: forgetMe,
  });

  function hello() {
    const { token } = session.recall();
    const name = naming.forHello();
    return request.hello({ name, token, rooms: knownSeqs(state, token !== '') });
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
      const { isSignedIn } = session.recall();
      session.remember({ token: content.resume_token ?? '', me: state.me });
      if (isOther) disown(isSignedIn);
      if (isOther) changes.forget();
      const isVouched = state.vouched !== null;
      if (isVouched) session.remember({ name: state.me.name, isSignedIn: true });
      else if (state.account) session.remember({ name: state.me.name });
      else if (isSignedIn) session.remember({ name: '', isSignedIn: false });
      naming.greeted();
      openOutboxes();
      typing.begin();
      vouched.greeted();
    },
    auth_success({ content }, isOther) {
      const { token } = session.recall();
      const { name } = state.me;
      session.remember({ token: content.resume_token ?? token, me: state.me, name, isSignedIn: true });
      if (isOther) disown(false);
      if (isOther) changes.forget();
      openOutboxes();
    },
    typing: (envelope) => typing.hear(envelope),
    name_changed() {
      session.remember({ name: state.me.name, me: state.me });
    },
    ack: (envelope) => outbox.settle(refOf(envelope)),
    error(envelope) {
      const { content: failure } = envelope;
      const ref = refOf(envelope);
      if (ref === undefined) naming.greetingRefused(failure);
      else if (ref === state.asked?.ref) questions.refuse(failure);
      else if (ref === state.naming.ref) naming.forget(failure);
      else if (!changes.refuse(ref, failure) && !typing.refuse(ref, failure))
        outbox.refuse(ref, failure);
    },
    /** Who left one of our rooms may be in another. */
    leave({ content }) {
      if (!personIn(state, content.user_id)) naming.reclaim(content.user_name);
    },
    /** We are in the room, where something may wait to be said. */
    users: () => outbox.proceed(),
    user_renamed: ({ content }) => naming.reclaim(content.old_name),
  };

  /**
   * We are a new user. What never went out can go out as from that one, but not from a guest what
   * somebody wrote who was signed in.
   */
  function disown(wasSignedIn) {
    outbox.disown(
      ({ isSent }) => !isSent && !wasSignedIn,
      // A number of a server that keeps nothing may be another person's now.
      ({ personId }) => personId === null || state.isKept,
    );
  }

  function openOutboxes() {
    outbox.open();
    changes.open();
  }

  /** Nothing stays by which the next one at this tab could be us. */
  function forgetMe() {
    closeOutboxes();
    changes.forget();
    outbox.disown(
      () => false,
      ({ personId }) => personId === null,
    );
    const { room } = state;
    session.remember({ name: '', token: '', isSignedIn: false, me: null, rooms: [], room });
  }

  function sessionEnded() {
    if (session.recall().isSignedIn && !state.vouched) dispatch({ act: 'sessionEnded' });
  }

  function closeOutboxes() {
    outbox.close();
    changes.close();
  }

  function isTooLarge(message) {
    if (bytesOf(message) <= state.maxBytes) return false;
    dispatch({ act: 'notice', notice: { code: 'message_too_large' } });
    return true;
  }

  /** Too late for it, which is said; while there was time, it was offered. */
  function isLate(id, may, code) {
    const entry = messageOf(state, id);
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
      if (isTooLarge(request.post(item))) return false;
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
    discard({ ref }) {
      if (outbox.discard(ref)) dispatch({ act: 'discarded', ref });
    },
    chooseName: (details) => naming.choose(details),
    /** What the server would not take there goes with the room. */
    leave() {
      const { room } = state;
      dispatch({ act: 'leave' });
      if (!state.conversations.has(room)) outbox.forget(room);
    },
    wrote: ({ text }) => typing.wrote(state.conversations.get(state.current), text),
    reconnect: () => connection.reconnect(),
    signIn: (details) => signing.signIn(details),
    signUp: (details) => signing.signUp(details),
    signOut: () => (state.vouched ? vouched.signOut() : signing.signOut()),
    used: () => vouched.used(),
  };

  const perform = (name, details) =>
    Object.hasOwn(actions, name) ? actions[name](details) : dispatch({ act: name, ...details });
  const deeds = createDeeds({ state: () => state, errands, dispatch, act: perform });
  Object.assign(actions, deeds);

  return {
    start: connection.start,
    stop() {
      keeping.now();
      closeOutboxes();
      questions.stop();
      seeker.stop();
      freshness.stop();
      marks.stop();
      errands.stop();
      typing.stop();
      signing.stop();
      connection.stop();
    },
    wake: connection.wake,
    /** The page may go away now. */
    keep: () => keeping.now(),
    /** What the views ask for: some of it needs the line, the rest only changes the state. */
    act: perform,
  };
}
