/**
 * The rows of a conversation that are in the page, of all there are: those around what is read,
 * which stays where it is whatever comes or goes above it.
 */
import { reconcile, setAttribute } from './dom.js';
import { createRow } from './message.js';
import { isNowhere, nextSpan, NOWHERE } from './span.js';

/** How many rows are made at a time, unless more are seen at once. */
const AT_A_TIME = 20;

/** Few rows are lower; where many are, what is missing is there a moment later. */
const LOW_ROW_PX = 32;

/** What is not yet made of what should be there is made when the page has had time to be drawn. */
const SOON_MS = 16;

/** Nor while more and more comes, for who sees all that they want to see. */
const CALM_MS = 100;

/** Of more that come at once only these are read out: nobody could listen to all. */
const READ_OUT = 10;

/**
 * @param {HTMLElement} log what scrolls
 * @param {HTMLElement} list in it
 * @param {object} context
 * @param {() => boolean} context.isFollowing the reader wants to see the end, whatever comes
 * @param {() => void} context.onShown other rows are in the page
 */
export function mountPane(log, list, { timers, isFollowing, onShown, ...context }) {
  let rows = [];
  let span = NOWHERE;
  /** Those before are not read out when they come into the page. */
  let news = 0;
  /** A row that is seen, and how far below the upper edge it is. */
  let held = null;
  let timer;

  const most = () => Math.max(AT_A_TIME, Math.ceil((log.clientHeight || 0) / LOW_ROW_PX) + 2);

  /** The first of the rows that is not above what is seen. */
  function firstSeen() {
    const { children } = list;
    let [low, high] = [0, children.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { offsetTop, offsetHeight } = children[middle];
      if (offsetTop + offsetHeight > log.scrollTop) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The rows from the first that the reader sees, and where they are. */
  const placesInView = () =>
    [...list.children].slice(firstSeen()).map((row) => ({ row, top: row.offsetTop }));

  /** The first may be gone: the name of a day moves to its new first message. */
  function keepPlace(places) {
    const stays = places.find(({ row }) => row.isConnected);
    if (stays) log.scrollTop += stays.row.offsetTop - stays.top;
  }

  /** Best one that is seen from its beginning: what grows above it grows upwards. */
  function hold() {
    const first = list.children[firstSeen()];
    const next = first?.nextElementSibling;
    const isCut = first?.offsetTop < log.scrollTop;
    const row = isCut && next?.offsetTop < log.scrollTop + log.clientHeight ? next : first;
    held = row ? { row, below: row.offsetTop - log.scrollTop } : null;
  }

  function make(row, index) {
    const node = createRow(row, context);
    if (index < news) setAttribute(node, 'aria-live', 'off');
    return node;
  }

  function put(next) {
    const places = isFollowing() ? [] : placesInView();
    const shown = rows.slice(next.start, next.end);
    const indexes = new Map(shown.map((row, index) => [row, next.start + index]));
    const hasFocus = () => list.contains(list.getRootNode().activeElement);
    const hadFocus = hasFocus();
    span = next;
    reconcile(list, shown, {
      key: (row) => row.key,
      create: (row) => make(row, indexes.get(row)),
      update: (node, row) => node.show(row),
    });
    // Not if a row has passed it on, within it.
    if (hadFocus && !hasFocus()) log.focus({ preventScroll: true });
    news = Infinity;
    if (!isFollowing()) keepPlace(places);
    onShown();
  }

  /** The index of the row that is read. */
  const read = () => (isFollowing() ? null : span.start + firstSeen());

  function grow() {
    timer = undefined;
    const next = nextSpan(span, rows.length, read(), most());
    if (next === span) return;
    put(next);
    growSoon();
  }

  function growSoon(ms = SOON_MS) {
    timer ??= timers.setTimeout(grow, ms);
  }

  /** Where what is in the page is in what there is now. */
  function spanIn(next) {
    const indexes = new Map(next.map(({ key }, index) => [key, index]));
    const known = [...list.children]
      .map(({ dataset }) => indexes.get(dataset.key))
      .filter((index) => index !== undefined);
    return known.length ? { start: known[0], end: known.at(-1) + 1 } : NOWHERE;
  }

  function readIn(next) {
    if (isFollowing()) return null;
    const indexes = new Map(next.map(({ key }, index) => [key, index]));
    const seen = [...list.children].slice(firstSeen());
    return seen.map(({ dataset }) => indexes.get(dataset.key)).find((at) => at !== undefined) ?? 0;
  }

  const rowOf = (index) => list.children[index - span.start];

  return {
    /**
     * @param {readonly object[]} next all rows that there are
     * @param {number} firstNews the index of the first that nobody could know
     */
    show(next, firstNews) {
      news = Math.max(firstNews, firstNews > 0 ? next.length - READ_OUT : 0);
      const known = spanIn(next);
      const at = readIn(next);
      rows = next;
      put(nextSpan(known, rows.length, at, most()));
      timers.clearTimeout(timer);
      timer = undefined;
      growSoon(isFollowing() ? CALM_MS : SOON_MS);
    },
    /** To be called when the reader has scrolled. */
    follow() {
      hold();
      if (nextSpan(span, rows.length, read(), most()) !== span) growSoon();
    },
    /** Something grew or shrank: what is read stays where it is. */
    steady() {
      if (!held?.row.isConnected) return hold();
      log.scrollTop = held.row.offsetTop - held.below;
    },
    toEnd() {
      put(nextSpan(span, rows.length, null, most()));
      growSoon();
    },
    /** @returns {HTMLElement | undefined} the row for which `is` holds, in the page now */
    reveal(is) {
      const index = rows.findIndex(is);
      if (index < 0) return undefined;
      if (index < span.start || index >= span.end) {
        put(nextSpan(NOWHERE, rows.length, index, most()));
        growSoon();
      }
      return rowOf(index);
    },
    /** Whether there is such a row, above what is seen. */
    isAbove(is) {
      const index = rows.findIndex(is);
      if (index < 0 || index >= span.end) return false;
      return index < span.start || rowOf(index).offsetTop < log.scrollTop;
    },
    /** The first row that is seen. */
    first: () => rows[span.start + firstSeen()],
    holdsStart: () => span.start === 0,
    holdsEnd: () => span.end >= rows.length,
    /** None of what is in the page is among those. */
    isElsewhere: (next) => !isNowhere(span) && isNowhere(spanIn(next)),
    stop: () => timers.clearTimeout(timer),
  };
}
