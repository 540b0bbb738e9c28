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
 * @property {string} [text] of an image, what is to be seen on it
 * @property {{url: string}} [image]
 * @property {number} [replyTo] the `id` of what it answers
 * @property {readonly number[]} [mentions] the ids of who is named in it
 * @property {boolean} [mentionsRoom] everybody is
 * @property {readonly import('./revisions.js').Reaction[]} [reactions]
 * @property {number} [editedAt] seconds since the epoch
 * @property {number} [deletedAt] seconds since the epoch; nothing is left but its place
 * @property {number} [asOf] the `seq` up to which it is known what happened to it
 * @property {Record<string, number>} [later] the `seq` of what happened to it after that
 * @property {readonly {id: number, name: string, at: number}[]} [readBy] who gave a receipt for it
 * @property {boolean} [receipt] we gave one
 * @property {readonly string[]} [lookedFor] the words by which somebody found it
 * @property {'waiting' | 'sending' | 'stored' | 'failed'} [status]
 * @property {boolean} [isSent] of one that is not stored: the server may have it
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
 * @property {import('./reach.js').Reach} reach how much of it is known
 * @property {number} unread how many messages of others are news
 * @property {number} mentions how many of those are about oneself
 * @property {import('./unread.js').Read | null} read null: nobody has said yet how much is
 * @property {number} marked the `seq` up to which the server knows it to be read
 * @property {number | null} divider the `seq` after which is what was new when one came back
 * @property {number} unseen how many of what was new are older than what is held
 * @property {number} leftAt the `seq` that was read last before that
 * @property {number} readTo the `seq` up to which nothing is news, from before a reload
 * @property {boolean} loaded the server has told what there is, or would not
 * @property {boolean} wantsEarlier somebody asked for what is older
 * @property {readonly {revision: import('./revisions.js').Revision, myId: number}[]} early what
 *   happened to messages that have not come
 * @property {{kind: 'reply' | 'edit', id: number, text?: string} | null} composing what the next
 *   that is written is for, if it is not a message of its own; `text` is one that was not taken
 * @property {{current?: string, room?: string}} from where one was who opened it
 * @property {boolean} isJoining we want to be in the room, and the server has not said that we are
 */
import { between, covered, hasEarlier, heard, NOTHING } from './reach.js';
import { merged, overtaken } from './revisions.js';

export const MAX_MESSAGES = 2_000;
export const MAX_SYSTEM_LINES = 100;

/** @returns {Conversation} */
export const newConversation = (key, name, personId = null) => ({
  key,
  name,
  personId,
  entries: [],
  reach: NOTHING,
  unread: 0,
  mentions: 0,
  read: null,
  marked: 0,
  divider: null,
  unseen: 0,
  leftAt: 0,
  readTo: 0,
  loaded: false,
  wantsEarlier: false,
  early: [],
  composing: null,
  from: {},
  isJoining: false,
});

const hasId = ({ entries }, id) => entries.some((entry) => entry.id === id);

export const isUnderWay = ({ status }) => status === 'waiting' || status === 'sending';

const isUnstored = ({ ref, id }) => ref !== undefined && id === undefined;

/** Appends what has no place in the server's order: a system line, or a message just written. */
export const append = (conversation, entry) =>
  withEntries(conversation, [...conversation.entries, entry]);

/**
 * Takes in a stored message. One that is known already changes nothing, nor does one from before
 * all that is shown; one of ours that the server has not confirmed yet takes the place of what is
 * shown for it.
 */
export function addStored(conversation, entry) {
  if (isNext(conversation, entry)) return added(conversation, overtaken(entry, conversation));
  if (hasId(conversation, entry.id)) return update(conversation, entry);
  if (entry.seq <= conversation.reach.from) return conversation;
  const ours = conversation.entries.find((known) => isSame(known, entry, conversation.readTo));
  return ours ? store(conversation, ours, entry) : place(conversation, entry);
}

/** Most are: of somebody else, after all that is there. */
function isNext({ entries, reach }, { seq, own }) {
  const last = entries.at(-1);
  return !own && seq > reach.from && last?.seq !== undefined && seq > last.seq;
}

/** Appends it; where there is no more place, the first makes some. */
function added(conversation, entry) {
  const { entries, reach } = conversation;
  const [first] = entries;
  if (entries.length < MAX_MESSAGES) return { ...conversation, entries: [...entries, entry] };
  if (entries.length > MAX_MESSAGES || first.seq === undefined)
    return withEntries(conversation, [...entries, entry]);
  const rest = entries.slice(1);
  rest.push(entry);
  return { ...conversation, entries: rest, reach: { ...reach, from: Math.max(reach.from, first.seq) } };
}

/** One that is known is told again: perhaps with what happened to it since. */
function update(conversation, told) {
  const known = conversation.entries.find(({ id }) => id === told.id);
  const next = merged(known, told);
  if (next === known) return conversation;
  const entries = conversation.entries.map((entry) => (entry === known ? next : entry));
  return { ...conversation, entries };
}

/** Only one at a time is on its way, and all earlier ones are known or from before a reload. */
const isSame = (known, { own, seq, text, image }, readTo) =>
  own &&
  seq > readTo &&
  known.isSent &&
  isUnderWay(known) &&
  known.text === text &&
  known.image?.url === image?.url;

/** The server stored `ours` as `id` at `seq`. */
export function store(conversation, ours, told) {
  const { id, seq, at } = told;
  if (ours.id === id) return conversation;
  const stored = { ...ours, ...FRESH, asOf: seq, ...told, key: ours.key };
  // Another of ours with the same words was taken for it.
  if (ours.id) return addStored(conversation, { ...stored, key: `id-${id}` });
  const rest = conversation.entries.filter((entry) => entry !== ours);
  const others = { ...conversation, entries: rest };
  // It came from the server before, so that one is shown; or it is to be found by scrolling back.
  if (hasId(others, id) || seq <= conversation.reach.from) return others;
  return place(others, { ...stored, at, status: 'stored', failure: undefined });
}

/** What happened to a message that is just stored: nothing. */
const FRESH = { reactions: [], later: undefined, editedAt: undefined, deletedAt: undefined };

/** Changes what we wrote, unless the server has stored it. */
export const replace = (conversation, ref, change) => ({
  ...conversation,
  entries: conversation.entries.map((entry) =>
    entry.ref === ref && isUnstored(entry) ? { ...entry, ...change } : entry,
  ),
});

/** Takes away what we wrote and the server has not stored. */
export const without = (conversation, ref) => ({
  ...conversation,
  entries: conversation.entries.filter((entry) => entry.ref !== ref || !isUnstored(entry)),
});

/** Only what we wrote and the server has not stored. */
export const unstored = (conversation) => ({
  ...newConversation(conversation.key, conversation.name, conversation.personId),
  entries: conversation.entries.filter(isUnstored),
});

/** Something with that `seq` exists, and is known now. */
export function hear(conversation, seq) {
  const reach = heard(conversation.reach, seq);
  return reach === conversation.reach ? conversation : { ...conversation, reach, loaded: true };
}

/**
 * The newest that there is, in its present state, as of `lastSeq`.
 *
 * @param {{content: readonly {seq: number}[], last_seq: number, has_more: boolean, reset?: boolean}}
 *   history
 * @param {readonly Entry[]} shown those of its messages that the page can show
 */
export function showNewest(conversation, history, shown) {
  const { content, last_seq: lastSeq, has_more: hasMore, reset } = history;
  const from = hasMore ? (content[0]?.seq ?? lastSeq + 1) - 1 : 0;
  const known = conversation.reach;
  const isBlank = known.last === null;
  const joins = !isBlank && from <= known.last && known.from <= lastSeq;
  // What else happened may have changed what is older than all that is told here.
  const isWhole = content.filter(({ seq }) => seq > known.last).length >= lastSeq - known.last;
  const start = isWhole ? Math.min(from, known.from) : from;
  const reach =
    joins && !reset ? covered({ ...known, from: start }, lastSeq) : between(from, lastSeq);
  const base = reset || !(isBlank || joins) ? unstored(conversation) : since(conversation, reach);
  const { unread, mentions, read, marked, divider, unseen, leftAt, readTo } = conversation;
  const { composing, isJoining, from: openedFrom } = conversation;
  const news = { unread, mentions, read, marked, divider, unseen, leftAt, readTo };
  const kept = { ...news, composing, isJoining, from: openedFrom, loaded: true };
  return shown.reduce(addStored, { ...base, ...kept, reach });
}

const since = (conversation, { from }) => ({
  ...conversation,
  entries: conversation.entries.filter(({ seq }) => !(seq <= from)),
});

/** What was said before the oldest that was known. */
export function showEarlier(conversation, { content, has_more: hasMore }, shown) {
  const from = hasMore ? (content[0]?.seq ?? 1) - 1 : 0;
  const reach = { ...conversation.reach, from };
  return shown.reduce(addStored, { ...conversation, reach, wantsEarlier: false });
}

/** What happened after the newest without a hole. */
export function showLater(conversation, history, shown) {
  const { content, has_more: hasMore, last_seq: lastSeq } = history;
  const end = hasMore ? content.at(-1)?.seq : lastSeq;
  const { last, goal } = conversation.reach;
  // What the server does not tell, it does not have; asking again would not help.
  const reach = covered(conversation.reach, end > last ? end : goal);
  return shown.reduce(addStored, { ...conversation, reach });
}

/** The server would not tell what was asked for; asking again would not help. */
export function giveUpAsking(conversation) {
  const { reach } = conversation;
  return {
    ...conversation,
    reach: reach.last === null ? reach : covered(reach, reach.goal),
    loaded: true,
    wantsEarlier: false,
  };
}

/** @returns {'more' | 'beginning' | 'full' | 'unknown'} what is above the first message */
export function topOf(conversation) {
  if (conversation.reach.from === null) return 'unknown';
  if (!hasEarlier(conversation.reach)) return 'beginning';
  return countOf(conversation.entries, 'message') < MAX_MESSAGES ? 'more' : 'full';
}

/** Before the first that comes later, and what has no place there and is from a later time. */
function place(conversation, entry) {
  const { entries } = conversation;
  const isLater = (known) => known.seq === undefined && (isUnderWay(known) || known.at > entry.at);
  let index = entries.findIndex((known) => known.seq > entry.seq);
  if (index < 0) index = entries.length;
  while (index > 0 && isLater(entries[index - 1])) index--;
  const placed = overtaken(entry, conversation);
  return withEntries(conversation, [...entries.slice(0, index), placed, ...entries.slice(index)]);
}

function withEntries(conversation, entries) {
  const kept = newest(newest(entries, 'message', MAX_MESSAGES), 'system', MAX_SYSTEM_LINES);
  const changed = { ...conversation, entries: kept };
  if (kept.length === entries.length) return changed;
  const { reach } = conversation;
  const isKept = new Set(kept);
  const dropped = entries.filter((entry) => entry.seq && !isKept.has(entry));
  const from = Math.max(reach.from, ...dropped.map(({ seq }) => seq));
  return { ...changed, reach: { ...reach, from } };
}

const countOf = (entries, kind) => entries.filter((entry) => entry.kind === kind).length;

function newest(entries, kind, limit) {
  let excess = entries.length > limit ? countOf(entries, kind) - limit : 0;
  return excess > 0 ? entries.filter((entry) => entry.kind !== kind || excess-- <= 0) : entries;
}
