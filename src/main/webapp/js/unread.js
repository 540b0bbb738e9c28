/**
 * What of a conversation is news: all that others said after the last that was read, however it
 * came here. What the page does not hold is counted by the server.
 *
 * @typedef {object} Read
 * @property {number} upTo the `seq` up to which `unread` and `mentions` are counted
 * @property {number} unread how many messages up to there are news
 * @property {number} mentions how many of them are about oneself
 * @property {number} [after] the `seq` after which these are, if there are any
 */

/** @type {(seq: number) => Read} */
export const readUpTo = (seq) => ({ upTo: seq, unread: 0, mentions: 0 });

/** The key of the conversation whose end somebody is looking at. */
const watchedIn = ({ isVisible, isAtEnd, current }) => (isVisible && isAtEnd ? current : null);

/** Whether it is about oneself. */
export const isMention = (entry, me) => entry.mentionsRoom || entry.mentions?.includes(me?.id) || false;

/** What others said after `seq`, the newest first. */
function* newsAfter(entries, seq, ignored) {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry.seq <= seq) return;
    if (entry.kind !== 'message' || entry.seq === undefined) continue;
    if (!entry.own && !entry.deletedAt && !ignored.has(entry.fromId)) yield entry;
  }
}

function countsOf({ read, entries }, { me, ignored }) {
  let { unread, mentions } = read;
  for (const entry of newsAfter(entries, read.upTo, ignored)) {
    unread++;
    if (isMention(entry, me)) mentions++;
  }
  return { unread, mentions };
}

const newestSeq = ({ reach, entries }) =>
  Math.max(reach.last, entries.findLast(({ seq }) => seq !== undefined)?.seq ?? 0);

/** The server does not say how much is read: what is there when we come is no news. */
const begun = (conversation) => ({
  ...conversation,
  read: readUpTo(conversation.reach.last),
});

/** After which `seq` the news begin, of which there are so many, and how many are not held. */
function leftOff({ read, entries, reach }, unread, ignored) {
  if (read.unread === 0)
    return reach.from > read.upTo
      ? { divider: reach.from, unseen: reach.from - read.upTo, leftAt: read.upTo }
      : { divider: read.upTo, unseen: 0 };
  const held = [...newsAfter(entries, reach.from, ignored)];
  const first = held[unread - 1];
  const unseen = Math.max(0, unread - held.length);
  return { divider: first ? first.seq - 1 : reach.from, unseen, leftAt: read.after };
}

/** There is something new that is not held, which is not forgotten for what is newer. */
const isLeftFar = ({ divider, unseen }) => divider !== null && unseen > 0;

/** @returns {object | null} what is known of the first message that nobody read here, to seek it */
export function firstUnread(conversation, ignored) {
  const { divider, unseen, leftAt, unread, read, entries, reach } = conversation;
  if (divider === null && !unread) return null;
  if (divider === null ? read.unread : unseen)
    return { past: divider === null ? read.after : leftAt };
  if (divider !== null && divider < reach.from) return { past: divider };
  const first = [...newsAfter(entries, divider ?? read.upTo, ignored)].at(-1);
  return first ? { seq: first.seq } : null;
}

function recounted(conversation, state, isWatched, wasWatched) {
  const { key, reach } = conversation;
  const isTold = conversation.read || reach.last === null || !state.areRoomsKnown;
  const known = isTold ? conversation : begun(conversation);
  if (!known.read) return known;
  const counts = countsOf(known, state);
  if (!isWatched || reach.last === null) return changed(known, counts, key === state.current);
  const isBack = !wasWatched || (state.isGreeting && known.divider === null);
  const isNews = counts.unread > 0 && isBack;
  const left = isNews && !isLeftFar(known) ? leftOff(known, counts.unread, state.ignored) : {};
  const seq = newestSeq(known);
  const read = counts.unread || known.read.upTo < seq ? readUpTo(seq) : known.read;
  return changed({ ...known, read, ...left }, { unread: 0, mentions: 0 }, true);
}

function changed(conversation, { unread, mentions }, isCurrent) {
  const divider = isCurrent ? conversation.divider : null;
  return { ...conversation, unread, mentions, divider };
}

const isSame = (a, b) =>
  ['read', 'marked', 'unread', 'mentions', 'divider'].every((name) => a[name] === b[name]);

/**
 * Brings the numbers of each conversation up to date, and reads the one that is looked at.
 *
 * @param {import('./store.js').State} before
 * @param {import('./store.js').State} after
 */
export function recount(before, after) {
  const [was, is] = [watchedIn(before), watchedIn(after)];
  const isOther = was !== is || before.current !== after.current;
  if (after.conversations === before.conversations && after.ignored === before.ignored && !isOther)
    return after;
  const conversations = new Map(after.conversations);
  let isChanged = false;
  for (const [key, conversation] of conversations) {
    const old = before.conversations.get(key);
    const wasWatched = key === was && Boolean(old?.read) && old.reach.last !== null;
    const next = recounted(conversation, after, key === is, wasWatched);
    if (isSame(next, conversation)) continue;
    conversations.set(key, next);
    isChanged = true;
  }
  return isChanged ? { ...after, conversations } : after;
}

/** The server counts what there is up to its newest; we know better only where we hold it all. */
export function toldUnread(conversation, told, state) {
  const { last_seq: lastSeq, unread, mentions = 0, read_seq: readSeq = 0 } = told;
  if (unread === undefined) return conversation;
  const { read, reach } = conversation;
  const counted = { upTo: lastSeq, unread, mentions };
  const isHeld = read?.unread === 0 && reach.from !== null && reach.from <= read.upTo;
  if (!read || !(isHeld || read.upTo >= lastSeq)) return taken(conversation, counted, readSeq);
  return ownCount(conversation, lastSeq, state) <= unread
    ? conversation
    : taken(conversation, counted, readSeq);
}

/** The last that is known to be read: the server may yet have to hear of it. */
const readTill = ({ read, marked }) => (read?.unread ? read.after : read?.upTo) ?? marked;

const taken = (conversation, read, readSeq) => ({
  ...conversation,
  read: { ...read, after: Math.max(readTill(conversation), conversation.marked, readSeq) },
  marked: Math.max(conversation.marked, read.unread ? readSeq : read.upTo),
});

function ownCount({ read, entries }, lastSeq, { ignored }) {
  const news = [...newsAfter(entries, read.upTo, ignored)];
  return read.unread + news.filter(({ seq }) => seq <= lastSeq).length;
}

/** Somebody read up to there, here or in another tab of theirs. */
export function markedRead(conversation, { seq, unread = 0, mentions = 0 }) {
  const { read, reach } = conversation;
  const marked = Math.max(conversation.marked, seq);
  if (read && read.unread === 0 && read.upTo >= seq) return { ...conversation, marked };
  const isHeld = reach.from !== null && reach.from <= seq;
  const upTo = Math.max(seq, reach.goal, read?.upTo ?? 0);
  return { ...conversation, marked, read: isHeld ? readUpTo(seq) : { upTo, unread, mentions, after: seq } };
}

/** Without a line somebody may be away for long: what comes with the next one is marked anew. */
export const withoutDividers = (conversations) =>
  new Map(
    [...conversations].map(([key, conversation]) => [
      key,
      isLeftFar(conversation) ? conversation : { ...conversation, divider: null },
    ]),
  );

/** What is to be known of it after a reload, when none of its messages are here. */
export const remembered = (conversation) => {
  const { read, reach, unread, mentions } = conversation;
  const after = readTill(conversation);
  return unread ? { upTo: reach.goal, unread, mentions, after } : (read ?? undefined);
};

/** The same of where one left off, if that is further back than what is held. */
export const rememberedLeft = (conversation) => {
  const { divider, unseen, leftAt } = conversation;
  return isLeftFar(conversation) ? { divider, unseen, leftAt } : undefined;
};
