/**
 * How much of a room is known, by `seq`. A live message that is not the next one shows a hole, and
 * the page can say what to ask for.
 *
 * @typedef {object} Reach
 * @property {number | null} from all after it, up to `last`, is known; null: nothing is
 * @property {number | null} last
 * @property {readonly number[]} ahead what is known after a hole
 * @property {number} goal the highest `seq` that is known to exist
 */

/** Beyond so many, what comes after a hole is read again with the hole. */
const MAX_AHEAD = 1_000;

/** @type {Reach} */
export const NOTHING = { from: null, last: null, ahead: [], goal: 0 };

/** @type {(from: number, last: number) => Reach} */
export const between = (from, last) => ({ from, last, ahead: [], goal: last });

/** One event arrived, or an acknowledgement told its place. */
export function heard(reach, seq) {
  if (reach.last === null) return covered({ ...reach, from: seq - 1, last: seq - 1 }, seq);
  if (seq === reach.from) return { ...reach, from: seq - 1 };
  if (seq <= reach.last || reach.ahead.includes(seq)) return reach;
  if (seq === reach.last + 1) return covered(reach, seq);
  const ahead = reach.ahead.length < MAX_AHEAD ? [...reach.ahead, seq] : reach.ahead;
  return { ...reach, ahead, goal: Math.max(reach.goal, seq) };
}

/** All up to `seq` is known now. */
export function covered(reach, seq) {
  const ahead = new Set(reach.ahead);
  let last = Math.max(reach.last, seq);
  while (ahead.has(last + 1)) last++;
  return {
    ...reach,
    last,
    ahead: reach.ahead.length ? reach.ahead.filter((later) => later > last) : reach.ahead,
    goal: Math.max(reach.goal, last),
  };
}

/** Something is known to be missing. */
export const isBehind = ({ last, goal }) => last !== null && last < goal;

/** There is something older to be read. */
export const hasEarlier = ({ from }) => from !== null && from > 0;
