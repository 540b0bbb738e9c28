/**
 * Which rows of a long conversation are in the page: no more than `MAX_ROWS`, around what is read,
 * and made a few at a time, so that none who scrolls or hears much at once waits for all of them.
 *
 * @typedef {object} Span of rows, by index
 * @property {number} start
 * @property {number} end after the last
 */
export const MAX_ROWS = 400;

/** Who follows the end sees the last of these alone. */
const AT_END = 200;

/** So many are there above and below what is read, unless there are no more. */
const LEAST_ABOVE = 100;
const LEAST_BELOW = 160;

/** @type {Span} */
export const NOWHERE = { start: 0, end: 0 };

export const isNowhere = ({ start, end }) => start >= end;

const within = (span, { start, end }) => ({
  start: Math.max(span.start, start),
  end: Math.min(span.end, end),
});

/** The rows that are to be there in the end, if so many are and the reader is at one of them. */
function aim(span, count, at) {
  if (at === null) return { start: Math.max(0, count - AT_END), end: count };
  const isEnough =
    !isNowhere(span) &&
    span.end - span.start <= MAX_ROWS &&
    (span.start === 0 || at - span.start >= LEAST_ABOVE) &&
    (span.end === count || span.end - at >= LEAST_BELOW);
  if (isEnough) return span;
  const start = Math.max(0, Math.min(at - MAX_ROWS / 2, count - MAX_ROWS));
  return { start, end: Math.min(count, start + MAX_ROWS) };
}

/**
 * The next step on the way there.
 *
 * @param {Span} span what is in the page
 * @param {number} count how many rows there are
 * @param {number | null} at the row that is read; null: the reader follows the end
 * @param {number} most how many rows are made at a time
 * @returns {Span} the same if there is nothing more to do
 */
export function nextSpan(span, count, at, most) {
  const wanted = aim(span, count, at);
  const kept = within(span, wanted);
  const isFar = isNowhere(kept) || (at === null && wanted.end - kept.end > most);
  if (isFar) {
    const start = at === null ? wanted.end - most : at - Math.floor(most / 2);
    return within({ start, end: start + most }, wanted);
  }
  // Who follows the end has it, or scrolling to it would seem to be away from it.
  const below = Math.min(wanted.end - kept.end, at === null ? most : Math.ceil(most / 2));
  const above = Math.min(kept.start - wanted.start, most - below);
  const end = Math.min(wanted.end, kept.end + most - above);
  const next = { start: kept.start - above, end };
  return next.start === span.start && next.end === span.end ? span : next;
}
