/** A stretch of what was said long ago: how it is asked for, and how it goes on. */
import { addStored, newConversation, showEarlier } from './conversation.js';
import { withFar } from './far.js';
import { PAGE_SIZE } from './protocol.js';
import { between } from './reach.js';

export const MAX_FAR = 1_000;

/** So much of what was said after the message is shown with it. */
const AFTER = 50;

export const covers = ({ far }, { key, seq }) =>
  far?.key === key && seq > far.reach.from && seq <= far.reach.last;

/** Asked as messages in their present state, also forwards: what comes after is told as it happened. */
export function farQuestion({ far }) {
  if (!far) return null;
  const { key: room, reach, step } = far;
  const more = { kind: 'far', room };
  if (far.wantsEarlier) return { ...more, isEarlier: true, before: reach.from + 1, limit: PAGE_SIZE };
  return far.wantsLater ? { ...more, before: reach.last + 1 + step, limit: step } : null;
}

export const aroundQuestion = ({ key: room, seq, after = AFTER }) => {
  return { kind: 'sought', room, before: seq + after + 1, limit: PAGE_SIZE };
};

/** @returns {import('./far.js').Far | null} null: it is not there */
export function around(sought, conversation, history, shown) {
  const { content, has_more: hasMore, last_seq: lastSeq } = history;
  if (!shown.some(({ seq }) => seq === sought.seq)) return null;
  const { key, name, personId } = conversation;
  const from = hasMore ? content[0].seq - 1 : 0;
  const reach = between(from, Math.min(sought.seq + (sought.after ?? AFTER), lastSeq));
  const blank = { ...newConversation(key, name, personId), reach, loaded: true };
  return { ...shown.reduce(addStored, blank), wantsLater: false, step: PAGE_SIZE };
}

/** What is asked for is before all of the page, which holds only so many bytes. */
export const isCutOff = ({ seq, after }, { content, has_more: hasMore }) =>
  after !== 0 && hasMore && content[0]?.seq > seq;

/** More of what was said before; of what came last as much is forgotten. */
function earlier(far, history, shown) {
  const { entries, reach, ...rest } = showEarlier(far, history, shown);
  const kept = entries.slice(0, MAX_FAR);
  const last = kept.length < entries.length ? kept.at(-1).seq : reach.last;
  return { ...rest, entries: kept, reach: between(reach.from, last) };
}

/** More of what was said after it; of what came first as much is forgotten. */
function later(far, history, shown) {
  const { content, has_more: hasMore, last_seq: lastSeq } = history;
  const { from, last } = far.reach;
  // Full of bytes: there may be more between the two.
  if (hasMore && content.length < far.step && content[0]?.seq > last + 1)
    return { ...far, step: Math.ceil(far.step / 2) };
  const end = Math.min(last + far.step, lastSeq);
  const { entries } = shown.reduce(addStored, far);
  const kept = entries.slice(-MAX_FAR);
  const isMore = end > last && entries.at(-1).seq <= last;
  return {
    ...far,
    entries: kept,
    reach: between(kept.length < entries.length ? kept[0].seq - 1 : from, end),
    wantsLater: isMore,
    step: PAGE_SIZE,
  };
}

/** An answer to one of its questions, unless it is another one since. */
export const hearFar = (state, asked, history, shown) =>
  withFar(state, asked.room, (far) =>
    farQuestion(state)?.before === asked.before
      ? (asked.isEarlier ? earlier : later)(far, history, shown)
      : far,
  );
