/**
 * All the page knows, as one value. How the page's own acts change it is in `acts.js`, and how the
 * server's messages do in `receive.js`. Nothing there touches the DOM, the line or the clock.
 *
 * @typedef {object} State
 * @property {import('./connection.js').ConnectionState} connection
 * @property {import('./roster.js').Person | null} me who we are to the server, also after a reload; null before the first
 *   greeting
 * @property {{role: string} | null} account what we may do to others; null for a guest
 * @property {{canSignOut: boolean} | null} vouched by the container or a proxy, who sign us in and out
 * @property {string} registration who may make an account: open, closed or invitation
 * @property {boolean} isBarred nobody is let in who has not signed in
 * @property {{code: 'kicked' | 'banned', reason: string, until?: number} | null} removal why we had
 *   to go; `until` in seconds since the epoch
 * @property {{until: number, reason: string} | null} muted
 * @property {boolean} isLockedDown nobody new is let in, as far as we were told
 * @property {boolean} isGreeted there was a greeting since the page was loaded
 * @property {boolean} isGreeting there is one, and what we missed may still be on its way
 * @property {boolean} isKept what is said survives the server
 * @property {number} maxBytes the largest message that the server takes
 * @property {number} maxUpload the largest image in bytes that it takes; 0: none
 * @property {number} editMs for how long one may change what one said; 0: for ever
 * @property {number} aheadMs how far the server's clock is before ours, as of the last greeting
 * @property {import('./questions.js').Question | null} asked what the server has yet to answer
 * @property {{open: boolean, asked: string, ref: string, failure: object | null}} naming
 *   `asked` is the name the server was asked for last, and `ref` what the question was called
 * @property {ReadonlyMap<string, import('./roster.js').Roster>} rosters who is in each room
 * @property {ReadonlyMap<string, import('./conversation.js').Conversation>} conversations
 * @property {readonly import('./facts.js').RoomInfo[]} rooms those that there are, as told last
 * @property {boolean} areRoomsKnown they have been told lately
 * @property {boolean} areRoomsOthers they have changed since they were told
 * @property {readonly string[]} leaving rooms that the server may believe us to be in
 * @property {string} current the key of the conversation that is shown
 * @property {string} room the key of the room that is open: shown, or left for a private one
 * @property {boolean} isVisible whether somebody can be looking at what is said
 * @property {boolean} isAtEnd the newest message of what is shown is in view
 * @property {ReadonlySet<number>} ignored whose messages are not to be seen
 * @property {ReadonlyMap<string, ReadonlyMap<number, string>>} typing who is writing something, by
 *   conversation: their ids and names
 * @property {readonly {room: string, byName: string, topic?: string}[]} invites not yet answered
 * @property {import('./dialogs.js').Dialog | null} dialog
 * @property {import('./search.js').Search} search
 * @property {import('./trace.js').Sought | null} sought a message that is to be shown
 * @property {typeof import('./longAgo.js') | null} longAgo once it was fetched
 * @property {import('./far.js').Far | null} far what is shown instead of what is said now
 * @property {boolean} isNarrow the list of people has no place of its own, only a drawer
 * @property {boolean} isDrawerOpen
 * @property {{code: string} | null} notice an error that belongs to no message
 * @property {import('./preferences.js').Preferences} preferences
 * @property {boolean} isTellingOffered somebody missed what they could have been told of
 * @property {{id: number, name: string} | null} lastPrivate the newest unread private message
 * @property {number} lines how many system lines there have been, to name the next one
 */
import { append, newConversation } from './conversation.js';
import { DEFAULTS } from './preferences.js';
import { MAX_MESSAGE_BYTES, privateKey, ROOM } from './protocol.js';
import { between, isBehind } from './reach.js';
import { isRoom } from './rooms.js';
import { NO_SEARCH } from './search.js';
import { readUpTo } from './unread.js';

const MAX_PRIVATE = 50;

/** After a reload the newest of what was there is asked for again, and no more than this. */
const REREAD = 100;

/**
 * @param {ReturnType<import('./session.js').Session['recall']>} session
 * @returns {State}
 */
export function initialState({ name, me, rooms, room, outbox }) {
  const conversations = recalled(rooms, room, outbox, me);
  const open = conversations.has(room) ? room : [...conversations.values()].find(isRoom).key;
  return { ...blank, me, conversations, room: open, current: open, naming: naming(name) };
}

const naming = (name) => ({ open: name === '', asked: '', ref: '', failure: null });

const blank = {
  connection: { status: 'connecting' },
  account: null,
  vouched: null,
  registration: 'closed',
  isBarred: false,
  removal: null,
  muted: null,
  isLockedDown: false,
  isGreeted: false,
  isGreeting: false,
  isKept: true,
  maxBytes: MAX_MESSAGE_BYTES,
  maxUpload: 0,
  editMs: 0,
  aheadMs: 0,
  asked: null,
  rosters: new Map(),
  rooms: [],
  areRoomsKnown: false,
  areRoomsOthers: false,
  leaving: [],
  isVisible: true,
  isAtEnd: true,
  ignored: new Set(),
  typing: new Map(),
  invites: [],
  dialog: null,
  search: NO_SEARCH,
  sought: null,
  longAgo: null,
  far: null,
  isNarrow: false,
  isDrawerOpen: false,
  notice: null,
  preferences: DEFAULTS,
  isTellingOffered: false,
  lastPrivate: null,
  lines: 0,
};

function recalled(rooms, room, outbox, me) {
  const conversations = new Map();
  if (!rooms.some(isRoom)) conversations.set(ROOM, newConversation(ROOM, ROOM));
  for (const { key, personId, name, seq, read = readUpTo(seq), marked = seq, ...more } of rooms) {
    const from = Math.max(0, seq - REREAD);
    const reach = between(from, from);
    const { unread, mentions } = read;
    const counts = { unread, mentions, read, marked };
    conversations.set(key, {
      ...newConversation(key, name, personId),
      reach,
      readTo: seq,
      composing: more.composing ?? null,
      ...more.left,
      ...counts,
    });
  }
  for (const { key, personId, name, isSent, failure, ...item } of outbox) {
    const conversation = conversations.get(key) ?? newConversation(key, name, personId);
    const status = failure ? 'failed' : 'waiting';
    const entry = { ...written(me, item), status, isSent, failure };
    conversations.set(key, append(conversation, entry));
  }
  return conversations;
}

/** What was just written. */
export const written = (me, { ref, text, at, image, replyTo }) => ({
  key: ref,
  kind: 'message',
  ref,
  at,
  text,
  image,
  replyTo,
  own: true,
  fromId: me?.id,
  fromName: me?.name,
  status: 'waiting',
});

/** Puts `change(conversation)` in the place of the conversation, if there is one. */
export function withConversation(state, key, change) {
  const conversation = state.conversations.get(key);
  if (!conversation) return state;
  const changed = change(conversation);
  if (changed === conversation) return state;
  return { ...state, conversations: new Map(state.conversations).set(key, changed) };
}

/**
 * Makes sure that there is a private conversation with somebody.
 *
 * @param {number} [readTo] the `seq` after which what they say is news
 */
export function withPrivate(state, { id, name }, readTo) {
  const key = privateKey(id);
  if (state.conversations.has(key)) return state;
  const read = readTo === undefined ? null : readUpTo(readTo);
  const conversation = { ...newConversation(key, name, id), read };
  const conversations = new Map(state.conversations).set(key, conversation);
  // Strangers can begin conversations; without a bound they could fill the page's memory.
  const strangers = [...conversations.values()].filter((conversation) => !isRoom(conversation));
  if (strangers.length > MAX_PRIVATE)
    conversations.delete(strangers.find((stranger) => stranger.key !== state.current).key);
  return { ...state, conversations };
}

/** The conversation in which this page wrote the message that it called `ref`. */
export function conversationOf(state, ref) {
  return [...state.conversations.values()].find(({ entries }) =>
    entries.some((entry) => entry.ref === ref),
  );
}

export const entryOf = (state, ref) =>
  conversationOf(state, ref)?.entries.find((entry) => entry.ref === ref);

export const currentConversation = (state) => state.conversations.get(state.current);

/** What of it is shown: that which is said now, or what was said long ago. */
export const shownConversation = (state) =>
  state.far?.key === state.current ? state.far : currentConversation(state);

/** One of the messages that are shown or were said lately. */
export const messageOf = (state, id) =>
  [currentConversation(state), shownConversation(state)]
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.id === id);

/** @returns {'connecting' | 'catching-up' | 'live' | 'waiting' | 'stopped'} how current we are */
export function phaseOf({ connection, isGreeting, conversations }) {
  if (connection.status !== 'connected') return connection.status;
  const isMissing = (conversation) =>
    isBehind(conversation.reach) || (isRoom(conversation) && !conversation.loaded);
  return isGreeting || [...conversations.values()].some(isMissing) ? 'catching-up' : 'live';
}
