/** How the server's messages change the state. Repeats and late arrivals change nothing. */
import { accountHandlers } from './account.js';
import { censusHandlers } from './census.js';
import { addStored, hear, showEarlier, showLater, showNewest, store } from './conversation.js';
import { withFar } from './far.js';
import { forgetStored } from './forgetting.js';
import { rooms } from './listing.js';
import { memberHandlers } from './members.js';
import { moderationHandlers, noteRefusal } from './moderation.js';
import { presence } from './presence.js';
import { isAboutName, MAX_MESSAGE_BYTES, privateKey, refOf, ROOM } from './protocol.js';
import { isRevision, revise, stateFrom } from './revisions.js';
import { roomEvents } from './roomEvents.js';
import { unconfirmed } from './rooms.js';
import { personIn } from './roster.js';
import { searchHandlers } from './search.js';
import { tieHandlers } from './ties.js';
import { typingHandlers } from './typing.js';
import { markedRead, recount } from './unread.js';
import { conversationOf, withConversation, withPrivate } from './store.js';

const timeOf = ({ sent_at, timestamp }) => sent_at ?? timestamp * 1000;

/** @param {number} asOf the `seq` of the room when that was its state */
const entryFrom = (state, envelope, asOf = envelope.seq) => ({
  key: `id-${envelope.id}`,
  kind: 'message',
  id: envelope.id,
  seq: envelope.seq,
  asOf,
  at: timeOf(envelope),
  ...shownIn(envelope),
  ...stateFrom(envelope),
  fromId: envelope.from_id,
  fromName: envelope.from_name,
  own: envelope.from_id === state.me?.id,
  status: 'stored',
  replyTo: envelope.reply_to,
  mentions: envelope.mentions ?? [],
  mentionsRoom: envelope.mentions_room,
});

const SHOWN = new Set(['message', 'private_message', 'private_message_sent']);

const isImage = ({ type, content, deleted_at: deletedAt }) =>
  type === 'image' && (deletedAt !== undefined || typeof content?.url === 'string');

const isShown = (envelope) =>
  isImage(envelope) || (SHOWN.has(envelope.type) && typeof envelope.content === 'string');

function shownIn(envelope) {
  const { content, deleted_at: deletedAt } = envelope;
  if (deletedAt !== undefined) return { text: '' };
  if (!isImage(envelope)) return { text: content };
  return { text: content.alt ?? '', image: { url: content.url } };
}

/** Adds a message that just came. */
const arrive = (state, key, entry) =>
  withConversation(state, key, (conversation) => addStored(hear(conversation, entry.seq), entry));

/** A message with that number is news for who does not look at its conversation. */
const isNews = (before, key, { id, seq, own }) => {
  const known = before.conversations.get(key);
  const isSeen = key === before.current && before.isVisible;
  return (
    !isSeen &&
    !own &&
    !(seq <= known?.read?.upTo) &&
    !known?.entries.some((entry) => entry.id === id)
  );
};

/** Says so, too, if nobody sees it. */
function arrivePrivately(state, key, entry) {
  const next = arrive(state, key, entry);
  return isNews(state, key, entry)
    ? { ...next, lastPrivate: { id: entry.id, name: entry.fromName } }
    : next;
}

/** An image of a private conversation has the same type as one of a room. */
function arriveImage(state, envelope) {
  const { room = ROOM } = envelope;
  const entry = entryFrom(state, envelope);
  if (!room.startsWith('@')) return arrive(state, room, entry);
  return arrivePrivately(withChat(state, room, [envelope]), room, entry);
}

/** By what was asked; a history that nobody asked for is of the newest. */
const showHistory = {
  newest: showNewest,
  earlier: showEarlier,
  later: showLater,
};

/** What was said long ago, as it is now. */
function hearLongAgo(state, envelope) {
  const { asked } = state;
  const shown = envelope.content
    .filter(isShown)
    .map((event) => entryFrom(state, event, envelope.last_seq));
  return state.longAgo.hearLongAgo({ ...state, asked: null }, asked, envelope, shown);
}

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

/** Who writes to us may have done so before: the server knows how much of it is unread. */
const begunBy = (state, sender) =>
  state.conversations.has(privateKey(sender.id))
    ? state
    : { ...withPrivate(state, sender, 0), areRoomsKnown: false };

/** Whether a greeting is for somebody else than we were. */
export const isOther = ({ me }, { user_id: id, resumed }) =>
  me !== null && (!resumed || me.id !== id);

const handlers = {
  ...accountHandlers,
  ...censusHandlers,
  ...presence,
  ...memberHandlers,
  ...moderationHandlers,
  ...roomEvents,
  ...searchHandlers,
  ...tieHandlers,
  ...typingHandlers,
  rooms,

  welcome(state, { content }) {
    const me = { id: content.user_id, name: content.user_name };
    const isKept = content.features?.persistent !== false;
    const isStranger = isOther(state, content);
    const known = isStranger ? forgetStored(state, isKept) : state;
    const notice = state.notice?.code === 'replaced' ? state.notice : null;
    const maxBytes = content.limits?.message_bytes ?? MAX_MESSAGE_BYTES;
    const maxUpload = content.features?.uploads || 0;
    const editMs = (content.limits?.edit_window_seconds ?? 0) * 1000;
    const account = content.role ? { role: content.role } : null;
    const naming = account ? { ...state.naming, open: false } : state.naming;
    const registration = content.features?.registration ?? 'closed';
    const canSignOut = state.vouched?.canSignOut ?? false;
    const vouched = content.vouched ? { canSignOut } : null;
    // Both are told behind it, if it is so.
    const order = { muted: null, isLockedDown: false };
    const told = { me, account, vouched, registration, isKept, maxBytes, maxUpload, editMs };
    return { ...unconfirmed(known), ...told, ...order, isGreeted: true, isBarred: false, removal: null, naming, notice };
  },

  history(state, envelope) {
    const { room = ROOM, content, ref } = envelope;
    const isAnswer = ref !== undefined;
    // An answer that came too late, to a question that was asked anew.
    if (isAnswer && ref !== state.asked?.ref) return state;
    if (isAnswer && state.asked.limit) return hearLongAgo(state, envelope);
    const kind = isAnswer && !envelope.reset ? state.asked.kind : 'newest';
    const answered = isAnswer || isEntered(state, room) ? { ...state, asked: null } : state;
    // What was passed over is counted by the server.
    const base = envelope.reset ? { ...answered, far: null, areRoomsKnown: false } : answered;
    // Later ones are told as they happened, all others as they are now.
    const asOf = kind === 'later' ? undefined : envelope.last_seq;
    const shown = content.filter(isShown).map((event) => entryFrom(state, event, asOf));
    return withConversation(withChat(base, room, content), room, (conversation) =>
      content
        .filter(isRevision)
        .reduce(
          (revised, event) => revise(revised, event, state.me?.id),
          showHistory[kind](conversation, envelope, shown),
        ),
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
    return arrivePrivately(begunBy(state, sender), key, entryFrom(state, envelope));
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

  image: (state, envelope) =>
    isImage(envelope) ? arriveImage(state, envelope) : noteUnknown(state, envelope),

  message_edited: happen,
  message_deleted: happen,
  reaction: happen,

  marked_read: (state, { room, content }) =>
    withConversation(state, room, (conversation) => markedRead(conversation, content)),

  error(before, envelope) {
    const state = noteRefusal(before, envelope);
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

/** Something happened to a message that was said before. */
function happen(state, envelope) {
  if (!isRevision(envelope)) return noteUnknown(state, envelope);
  const { room = ROOM } = envelope;
  const next = withConversation(state, room, (conversation) =>
    revise(hear(conversation, envelope.seq), envelope, state.me?.id),
  );
  return withFar(next, room, (far) => revise(far, envelope, state.me?.id));
}

/**
 * @param {import('./store.js').State} state
 * @param {import('./protocol.js').Envelope} envelope
 * @returns {import('./store.js').State}
 */
export const receive = (state, envelope) =>
  recount(
    state,
    Object.hasOwn(handlers, envelope.type)
      ? handlers[envelope.type](state, envelope)
      : noteUnknown(state, envelope),
  );

/** What this page does not know has its place in the room, too. */
const noteUnknown = (state, { room, id, seq }) =>
  Number.isInteger(id) && Number.isInteger(seq)
    ? withConversation(state, room ?? ROOM, (conversation) => hear(conversation, seq))
    : state;
