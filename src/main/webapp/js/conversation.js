/**
 * One conversation as a value: what was said in it, each thing once, in the server's order.
 *
 * @typedef {object} Entry
 * @property {string} key stays the same from the writing of a message until it is stored
 * @property {'message' | 'system'} kind
 * @property {number} at milliseconds since the epoch
 * @property {number} [id] the server's; absent while it is not stored
 * @property {number} [seq] its place in the room
 * @property {string} [ref] ours, if this page wrote it
 * @property {number} [fromId]
 * @property {string} [fromName]
 * @property {boolean} [own]
 * @property {string} [text]
 * @property {'waiting' | 'sending' | 'stored' | 'failed'} [status]
 * @property {{code: string, message?: string, retry_after_ms?: number}} [failure]
 * @property {'join' | 'leave' | 'renamed'} [event] of a system line
 * @property {string} [name] whom it is about
 * @property {string} [newName]
 *
 * @typedef {object} Conversation
 * @property {string} key the room's name, or `@` and the other's user id
 * @property {number | null} personId
 * @property {string} name
 * @property {readonly Entry[]} entries
 * @property {number} unread
 * @property {boolean} loaded its history has arrived
 */

export const MAX_MESSAGES = 400;
export const MAX_SYSTEM_LINES = 100;

/** @returns {Conversation} */
export const newConversation = (key, name, personId = null) => ({
  key,
  name,
  personId,
  entries: [],
  unread: 0,
  loaded: false,
});

const hasId = ({ entries }, id) => entries.some((entry) => entry.id === id);

const isUnderWay = ({ status }) => status === 'waiting' || status === 'sending';

/** Appends what has no place in the server's order: a system line, or a message just written. */
export const append = (conversation, entry) =>
  withEntries(conversation, [...conversation.entries, entry]);

/**
 * Takes in a stored message. One that is known already changes nothing; one that we wrote and wait
 * for takes the place of ours.
 */
export function addStored(conversation, entry) {
  if (hasId(conversation, entry.id)) return conversation;
  const ours = conversation.entries.find((known) => isSame(known, entry));
  if (!ours) return place(conversation, entry);
  return store(conversation, ours, { id: entry.id, seq: entry.seq, at: entry.at });
}

/** The server stored `ours` as `id` at `seq`. */
export function store(conversation, ours, { id, seq, at }) {
  const rest = conversation.entries.filter((entry) => entry !== ours);
  const others = { ...conversation, entries: rest };
  // Its echo came before: that one is shown already.
  if (hasId(others, id)) return others;
  return place(others, { ...ours, id, seq, at, status: 'stored', failure: undefined });
}

export const replace = (conversation, ref, change) => ({
  ...conversation,
  entries: conversation.entries.map((entry) =>
    entry.ref === ref ? { ...entry, ...change } : entry,
  ),
});

/** A message whose answer was lost is recognised by its sender and its words. */
function isSame(ours, stored) {
  if (!ours.ref || ours.status === 'stored' || ours.status === 'waiting') return false;
  if (stored.ref) return ours.ref === stored.ref;
  return ours.fromId === stored.fromId && ours.text === stored.text;
}

/** Before the first that comes later; otherwise last, but above what is still under way. */
function place(conversation, entry) {
  const { entries } = conversation;
  let index = entries.findIndex((known) => known.seq > entry.seq);
  if (index < 0) {
    index = entries.length;
    while (index > 0 && isUnderWay(entries[index - 1])) index--;
  }
  return withEntries(conversation, [...entries.slice(0, index), entry, ...entries.slice(index)]);
}

function withEntries(conversation, entries) {
  const messages = newest(entries, 'message', MAX_MESSAGES);
  return { ...conversation, entries: newest(messages, 'system', MAX_SYSTEM_LINES) };
}

function newest(entries, kind, limit) {
  let excess = entries.filter((entry) => entry.kind === kind).length - limit;
  return excess > 0 ? entries.filter((entry) => entry.kind !== kind || excess-- <= 0) : entries;
}
