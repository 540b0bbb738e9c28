/**
 * Finds the `seq` of a message of which something else is known. Number and time rise with the
 * `seq`, so that each answer of the server leaves half of the room to look at; messages of others
 * have to be counted.
 *
 * @typedef {object} Sought a message that is to be shown
 * @property {string} key of the conversation
 * @property {number} [seq]
 * @property {number} [id] its number, if the `seq` is not known
 * @property {number} [at] the first since then, in milliseconds since the epoch
 * @property {number} [back] it is the last of so many of others before `before`
 * @property {number} [before]
 * @property {readonly string[]} [words] by which it was found
 * @property {{low: number, high: number, best?: {seq: number, id: number}}} [trace] it is after
 *   `low`; at `high` or after it is one that is as late
 * @property {boolean} [isNowhere]
 */
/** So many messages are counted at a time, and so often. */
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

/** @returns {Sought} with the `seq`, or what there is to ask */
export const traced = (sought, conversation) =>
  sought.back
    ? { ...sought, trace: { before: sought.before, left: sought.back, pages: 0 } }
    : withTrace(sought, begun(sought, conversation), conversation);

const middle = ({ low, high }) => Math.floor((low + high) / 2);

/** What is asked is the newest message before that `seq`. */
export const traceQuestion = ({ back, trace }) =>
  back ? { before: trace.before, limit: MOST } : { before: middle(trace) + 1, limit: 1 };

/** Who has been away for longer than that begins there. */
function counted({ trace, ...sought }, { content, has_more: hasMore }, state) {
  const { left, pages } = trace;
  const others = content.filter(
    ({ from_id: by, deleted_at: gone }) => by !== state.me?.id && !gone && !state.ignored.has(by),
  );
  const first = others.at(-left) ?? (hasMore && pages < MOST_PAGES ? undefined : content[0]);
  if (first) return { ...sought, trace, seq: first.seq };
  if (!content.length) return { ...sought, trace, isNowhere: true };
  const next = { before: content[0].seq, left: left - others.length, pages: pages + 1 };
  return { ...sought, trace: next };
}

/** @returns {Sought} after the answer */
export function tracedBy(sought, history, state) {
  if (sought.back) return counted(sought, history, state);
  const [message] = history.content;
  const { trace } = sought;
  const isLater = message?.seq > trace.low && isAsLate(sought, message);
  const next = isLater
    ? { ...trace, high: message.seq, best: message }
    : { ...trace, low: middle(trace) };
  return withTrace(sought, next, state.conversations.get(sought.key));
}
