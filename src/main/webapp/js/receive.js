/** How the server's messages change the state. Repeats and late arrivals change nothing. */
import {
  addStored,
  hear,
  showEarlier,
  showLater,
  showNewest,
  store,
} from './conversation.js';
import { presence } from './presence.js';
import { isAboutName, MAX_MESSAGE_BYTES, privateKey, refOf, ROOM } from './protocol.js';
import { roomHandlers, unconfirmed } from './rooms.js';
import { personIn } from './roster.js';
import { conversationOf, forgetStored, withConversation, withPrivate } from './store.js';

const timeOf = ({ sent_at, timestamp }) => sent_at ?? timestamp * 1000;

const entryFrom = (state, envelope) => ({
  key: `id-${envelope.id}`,
  kind: 'message',
  id: envelope.id,
  seq: envelope.seq,
  at: timeOf(envelope),
  text: envelope.content,
  fromId: envelope.from_id,
  fromName: envelope.from_name,
  own: envelope.from_id === state.me?.id,
  status: 'stored',
});

const SHOWN = new Set(['message', 'private_message', 'private_message_sent']);

const isShown = ({ type, content }) => SHOWN.has(type) && typeof content === 'string';

/** Adds a message that just came, and counts it as unread unless somebody is looking at it. */
function arrive(state, key, entry) {
  return withConversation(state, key, (conversation) => {
    const heard = hear(conversation, entry.seq);
    const added = addStored(heard, entry);
    const isSeen = key === state.current && state.isVisible;
    const isUnread = !entry.own && !isSeen && entry.seq > conversation.readTo;
    return added !== heard && isUnread ? { ...added, unread: added.unread + 1 } : added;
  });
}

/** By what was asked; a history that nobody asked for is of the newest. */
const showHistory = {
  newest: showNewest,
  earlier: showEarlier,
  later: (conversation, envelope, shown) =>
    envelope.reset
      ? showNewest(conversation, envelope, shown)
      : showLater(conversation, envelope, shown),
};

/** A private conversation that nobody has opened here yet; its history tells who it is with. */
function withChat(state, room, content) {
  const id = Number(room.slice(1));
  if (!room.startsWith('@') || state.conversations.has(room)) return state;
  const name = content.findLast((event) => event.from_id === id)?.from_name;
  return withPrivate(state, { id, name: personIn(state, id)?.name ?? name ?? room });
}

/** What is told of a room that we asked to be in is the last of the answer. */
const isEntered = ({ asked }, room) => asked?.kind === 'join' && asked.room === room;

/** Nothing came for it that we did not know: then there is nothing. */
const settled = (conversation) =>
  conversation.reach.last === null ? conversation : { ...conversation, loaded: true };

const handlers = {
  ...presence,
  ...roomHandlers,

  welcome(state, { content }) {
    const me = { id: content.user_id, name: content.user_name };
    const isKept = content.features?.persistent !== false;
    const isStranger = state.me !== null && !content.resumed;
    const known = isStranger ? forgetStored(state, isKept) : state;
    const notice = state.notice?.code === 'replaced' ? state.notice : null;
    const maxBytes = content.limits?.message_bytes ?? MAX_MESSAGE_BYTES;
    return { ...unconfirmed(known), me, isKept, maxBytes, isGreeted: true, notice };
  },

  history(state, envelope) {
    const { room = ROOM, content, ref } = envelope;
    const isAnswer = ref !== undefined;
    // An answer that came too late, to a question that was asked anew.
    if (isAnswer && ref !== state.asked?.ref) return state;
    const show = showHistory[isAnswer ? state.asked.kind : 'newest'];
    const base = isAnswer || isEntered(state, room) ? { ...state, asked: null } : state;
    const shown = content.filter(isShown).map((event) => entryFrom(state, event));
    return withConversation(withChat(base, room, content), room, (conversation) =>
      show(conversation, envelope, shown),
    );
  },

  /** The greeting is over: what was asked after it is answered. */
  pong: (state, { ref }) =>
    ref !== undefined && ref === state.asked?.ref
      ? {
          ...state,
          asked: null,
          isGreeting: false,
          conversations: new Map([...state.conversations].map(([key, c]) => [key, settled(c)])),
        }
      : state,

  message: (state, envelope) =>
    isShown(envelope)
      ? arrive(state, envelope.room ?? ROOM, entryFrom(state, envelope))
      : noteUnknown(state, envelope),

  private_message(state, envelope) {
    const sender = { id: envelope.from_id, name: envelope.from_name };
    const key = privateKey(sender.id);
    const next = arrive(withPrivate(state, sender), key, entryFrom(state, envelope));
    const isNew = next.conversations.get(key).unread > (state.conversations.get(key)?.unread ?? 0);
    return isNew ? { ...next, lastPrivate: { id: envelope.id, name: sender.name } } : next;
  },

  private_message_sent(state, envelope) {
    const { to_id: id, to_name: name } = envelope;
    const entry = { ...entryFrom(state, envelope), fromId: state.me.id, own: true };
    return arrive(withPrivate(state, { id, name }), privateKey(id), entry);
  },

  ack(state, envelope) {
    const { ref, id, seq } = envelope;
    const key = conversationOf(state, ref)?.key;
    return withConversation(state, key ?? envelope.room, (conversation) => {
      const heard = hear(conversation, seq);
      const ours = conversation.entries.find((entry) => entry.ref === ref);
      return ours ? store(heard, ours, { id, seq, at: timeOf(envelope) }) : heard;
    });
  },

  error(state, envelope) {
    const failure = envelope.content;
    const ref = refOf(envelope);
    const refuseName = { ...state.naming, open: true, failure };
    if (ref) {
      // All others are shown at their message, which the outbox says.
      return ref === state.naming.ref ? { ...state, naming: refuseName } : state;
    }
    if (state.connection.status === 'connected') return { ...state, notice: failure };
    // Before the greeting it is the name in our `hello`, or why the line will end, which is said there.
    return isAboutName(failure) ? { ...state, naming: refuseName } : state;
  },
};

/**
 * @param {import('./store.js').State} state
 * @param {import('./protocol.js').Envelope} envelope
 * @returns {import('./store.js').State}
 */
export function receive(state, envelope) {
  if (Object.hasOwn(handlers, envelope.type)) return handlers[envelope.type](state, envelope);
  return noteUnknown(state, envelope);
}

/** What this page does not know has its place in the room, too. */
const noteUnknown = (state, { room, id, seq }) =>
  Number.isInteger(id) && Number.isInteger(seq)
    ? withConversation(state, room ?? ROOM, (conversation) => hear(conversation, seq))
    : state;
