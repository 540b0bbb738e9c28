/**
 * What was said too long ago to read all that came since: a stretch around a message that is asked
 * for, which goes on in both directions. The conversation itself stays as it is meanwhile.
 *
 * @typedef {import('./conversation.js').Conversation & {wantsLater: boolean, step: number}} Far
 *   `step`: how many numbers further it goes on at a time
 */
import { addStored, newConversation, showEarlier } from './conversation.js';
import { PAGE_SIZE } from './protocol.js';
import { between } from './reach.js';

export const MAX_FAR = 1_000;

/** So much of what was said after the message is shown with it. */
const AFTER = 50;

/** Whether there is something between it and the newest message. */
export const hasLater = ({ far, conversations }) =>
  far.reach.last < conversations.get(far.key).reach.goal;

export const covers = ({ far }, { key, seq }) =>
  far?.key === key && seq > far.reach.from && seq <= far.reach.last;

/** Changes it, if it is of that conversation. */
export function withFar(state, key, change) {
  if (!state.far || state.far.key !== key) return state;
  const far = change(state.far);
  return far === state.far ? state : { ...state, far };
}

export const farActs = {
  /** Back to what is said now. */
  latest: (state) => ({ ...state, far: null }),
  later: (state) =>
    withFar(state, state.current, (far) =>
      far.wantsLater || !hasLater(state) ? far : { ...far, wantsLater: true },
    ),
};

/** Asked as messages in their present state, also forwards: what comes after is told as it happened. */
export function farQuestion({ far }) {
  if (!far) return null;
  const { key: room, reach, step } = far;
  if (far.wantsEarlier) return { kind: 'before', room, before: reach.from + 1, limit: PAGE_SIZE };
  if (!far.wantsLater) return null;
  return { kind: 'ahead', room, before: reach.last + 1 + step, limit: step };
}

export const aroundQuestion = ({ key: room, seq, after = AFTER }) => {
  return { kind: 'around', room, before: seq + after + 1, limit: PAGE_SIZE };
};

/** @returns {Far | null} null: it is not there */
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

const answers = { before: earlier, ahead: later };

/** An answer to one of its questions, unless it is another one since. */
export const hearFar = (state, asked, history, shown) =>
  withFar(state, asked.room, (far) =>
    farQuestion(state)?.before === asked.before
      ? answers[asked.kind](far, history, shown)
      : far,
  );

export const isFarQuestion = ({ kind }) => Object.hasOwn(answers, kind);

/** The server would not tell it. */
export const refusedFar = (state, { room }) =>
  withFar(state, room, (far) => ({ ...far, wantsEarlier: false, wantsLater: false }));
