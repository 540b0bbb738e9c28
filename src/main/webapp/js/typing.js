/**
 * Who is writing something just now: told to others while one writes, and kept of others until they
 * stop, or nothing more is heard of it.
 */
import { ask } from './asks.js';
import { parseCommand } from './slash.js';

/** The server drops what comes more often than once in 3 s; a line may take a second longer now than then. */
const RENEW_MS = 4_000;

/** The server tells the end after 6 s; it may be left out for who reads slowly. */
const EXPIRE_MS = 8_000;

const withTyping = (state, room, change) => {
  const people = new Map(state.typing.get(room));
  change(people);
  return { ...state, typing: new Map(state.typing).set(room, people) };
};

export const typingActs = {
  typingEnded: (state, { room, id }) => withTyping(state, room, (people) => people.delete(id)),
};

export const typingHandlers = {
  typing: (state, { room, content: { user_id: id, user_name: name, is_typing: isTyping } }) =>
    withTyping(state, room, (people) => (isTyping ? people.set(id, name) : people.delete(id))),
};

/** @returns {string[]} the names of who is writing in what is shown, the first to begin first */
export const writers = ({ typing, current, ignored }) =>
  [...(typing.get(current) ?? [])].filter(([id]) => !ignored.has(id)).map(([, name]) => name);

/** A command is nobody's business; what `/me` says is for everybody. */
const isToBeSaid = (text) => text.trim() !== '' && parseCommand(text).name === 'say';

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.now milliseconds since the epoch
 * @param {(message: object) => boolean} deps.send
 * @param {() => string} deps.newRef
 * @param {(action: object) => void} deps.dispatch
 */
export function createTyping({ timers, now, send, newRef, dispatch }) {
  /** @type {Map<string, any>} the timers of who writes, by room and person */
  const others = new Map();
  let told = { conversation: null, at: -Infinity, ref: '' };
  /** What was said last to have begun: the same again comes too soon for a while. */
  let begun = { key: '', at: -Infinity };
  let due;
  let isOff = false;

  function tell(conversation, isTyping) {
    timers.clearTimeout(due);
    const ref = newRef();
    if (!send({ ...ask.typing(conversation, isTyping), ref })) return;
    told = { conversation: isTyping ? conversation : null, at: now(), ref };
    if (isTyping) begun = { key: conversation.key, at: told.at };
  }

  /** Who stopped and begins again at once is told when the server takes it. */
  function tellInTime(conversation) {
    const wait = begun.key === conversation.key ? begun.at + RENEW_MS - now() : 0;
    timers.clearTimeout(due);
    if (wait <= 0) tell(conversation, true);
    else if (!told.conversation) due = timers.setTimeout(() => tell(conversation, true), wait);
  }

  function stopTelling() {
    if (told.conversation) tell(told.conversation, false);
  }

  return {
    /** Somebody changed what stands in the field of that conversation. */
    wrote(conversation, text) {
      if (isOff) return;
      const isOther = told.conversation?.key !== conversation.key;
      if (isOther || !isToBeSaid(text)) stopTelling();
      if (isToBeSaid(text)) tellInTime(conversation);
      else timers.clearTimeout(due);
    },
    /** It was sent, with which the server knows that the writing ended. */
    sent() {
      timers.clearTimeout(due);
      told = { ...told, conversation: null };
    },
    hear({ room, content: { user_id: id, is_typing: isTyping } }) {
      const key = `${id} ${room}`;
      timers.clearTimeout(others.get(key));
      others.delete(key);
      if (!isTyping) return;
      const end = () => others.delete(key) && dispatch({ act: 'typingEnded', room, id });
      others.set(key, timers.setTimeout(end, EXPIRE_MS));
    },
    /** @returns {boolean} whether the answer was to this; some servers tell nobody who writes */
    refuse(ref, { code }) {
      const isOurs = ref === told.ref;
      if (isOurs && code === 'unsupported') isOff = true;
      return isOurs;
    },
    /** A new line may be to a server that tells it. */
    begin() {
      isOff = false;
      timers.clearTimeout(due);
      begun = { key: '', at: -Infinity };
      told = { conversation: null, at: -Infinity, ref: '' };
    },
    stop() {
      timers.clearTimeout(due);
      others.forEach((timer) => timers.clearTimeout(timer));
      others.clear();
    },
  };
}
