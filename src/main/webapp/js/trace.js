/**
 * Finds the `seq` of a message of which something else is known. Number and time rise with the
 * `seq`, so that each answer of the server leaves half of the room to look at.
 *
 * @typedef {object} Sought a message that is to be shown
 * @property {string} key of the conversation
 * @property {number} [seq]
 * @property {number} [id] its number, if the `seq` is not known
 * @property {number} [at] the first since then, in milliseconds since the epoch
 * @property {number} [past] the first of others with a higher `seq`
 * @property {readonly string[]} [words] by which it was found
 * @property {{low: number, high: number, best?: {seq: number, id: number}}
 *   | {from: number, step: number, pages: number}} [trace] it is after `low`, and at `high` or after
 *   it is one that is as late; or it is after `from`, of which so many pages of so much are looked at
 * @property {boolean} [isNowhere]
 */
/** So many messages are looked at at a time, and so often. */
const MOST = 200;
const MOST_PAGES = 25;

const isAsLate = ({ id, at }, message) =>
  id === undefined ? (message.sent_at ?? message.at ?? message.timestamp * 1000) >= at : message.id >= id;

/** The first question is about what is older than all that is known here. */
function begun(sought, { entries, reach }) {
  const stored = entries.filter(({ kind, seq }) => kind === 'message' && seq);
  const best = stored.find((entry) => isAsLate(sought, entry));
  const isOlder = best === stored[0] && reach.from > 0;
  const low = isOlder ? 0 : Math.max(0, (best?.seq ?? reach.goal + 1) - 1);
  return { low, high: best?.seq ?? reach.goal + 1, best };
}

function withTrace(sought, trace, conversation) {
  const { low, high, best } = trace;
  if (high - low > 1) return { ...sought, trace };
  // Nothing was said since that day: the last before it is next to it.
  const nearest = best ?? conversation.entries.findLast(({ kind, seq }) => kind === 'message' && seq);
  const isFound = sought.id === undefined ? nearest : best?.id === sought.id;
  return isFound ? { ...sought, trace, seq: nearest.seq } : { ...sought, trace, isNowhere: true };
}

/** What is asked for first is the page of messages that follow. */
const firstAfter = ({ at, seq, ...sought }, from) => ({
  ...sought,
  trace: { from, step: MOST, pages: 1 },
});

/** @returns {Sought} with the `seq`, or what there is to ask */
export const traced = (sought, conversation) =>
  sought.past === undefined
    ? withTrace(sought, begun(sought, conversation), conversation)
    : firstAfter(sought, sought.past);

const middle = ({ low, high }) => Math.floor((low + high) / 2);

/** What is asked is the newest message before that `seq`. */
export const traceQuestion = ({ trace }) =>
  trace.pages
    ? { before: trace.from + trace.step + 1, limit: trace.step }
    : { before: middle(trace) + 1, limit: 1 };

/** Of the oldest that there is others may follow that are more like what is sought. */
const onward = (sought) =>
  sought.past === undefined || sought.seq === undefined ? sought : firstAfter(sought, sought.seq - 1);

/** What was there then may be gone by now: the oldest that there is comes next then. */
function firstOf({ trace, ...sought }, { content, has_more: hasMore }, state) {
  const { from, step, pages } = trace;
  const conversation = state.conversations.get(sought.key);
  if (!content.length) {
    const oldest = { ...sought, at: 0 };
    return onward(withTrace(oldest, begun(oldest, conversation), conversation));
  }
  // Long messages: of so many the server tells the newest, and we look for the oldest.
  if (hasMore && content.length < step && content[0].seq > from + 1)
    return { ...sought, trace: { ...trace, step: Math.ceil(step / 2) } };
  const first = content.find(
    ({ seq, from_id: by, deleted_at: gone }) =>
      seq > from && by !== state.me?.id && !gone && !state.ignored.has(by),
  );
  if (first) return { ...sought, trace, seq: first.seq };
  const isOver = pages === MOST_PAGES || from + step >= conversation.reach.goal;
  if (isOver) return { ...sought, trace, isNowhere: true };
  return { ...sought, trace: { from: from + step, step, pages: pages + 1 } };
}

/** @returns {Sought} after the answer */
export function tracedBy(sought, history, state) {
  if (sought.trace.pages) return firstOf(sought, history, state);
  const [message] = history.content;
  const { trace } = sought;
  const isLater = message?.seq > trace.low && isAsLate(sought, message);
  const next = isLater
    ? { ...trace, high: message.seq, best: message }
    : { ...trace, low: middle(trace) };
  return onward(withTrace(sought, next, state.conversations.get(sought.key)));
}
