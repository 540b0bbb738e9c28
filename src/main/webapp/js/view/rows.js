/**
 * What a conversation looks like before it is DOM: a line for each new day and where one left off,
 * and messages of one person that follow each other closely as one group.
 */
const GROUP_MS = 5 * 60_000;

/**
 * @param {readonly import('../conversation.js').Entry[]} entries
 * @param {(at: number) => string} dayOf the name of the day a moment belongs to
 * @param {number | null} divider the `seq` after which a line tells where one left off
 */
export function rowsOf(entries, dayOf, divider = null) {
  const rows = [];
  const answered = new Set(entries.map(({ replyTo }) => replyTo));
  const quotable = new Map(
    entries.filter(({ id }) => answered.has(id)).map((one) => [one.id, one]),
  );
  const dayNamed = namedOnce(dayOf);
  let isDivided = divider === null;
  let before = null;
  let dayBefore = null;
  for (const entry of entries) {
    const day = dayNamed(entry.at);
    const isNewDay = day !== dayBefore;
    if (isNewDay) rows.push({ key: `day-${day}-${entry.key}`, kind: 'day', day });
    const isFirstNew = !isDivided && entry.seq > divider;
    if (isFirstNew) rows.push({ key: 'divider', kind: 'divider' });
    isDivided ||= isFirstNew;
    const continues = !isNewDay && !isFirstNew && isSameGroup(before, entry);
    const quoted = quotable.get(entry.replyTo);
    rows.push({ key: entry.key, kind: entry.kind, entry, continues, quoted });
    before = entry;
    dayBefore = day;
  }
  return rows;
}

const isSameGroup = (before, entry) =>
  before.kind === 'message' &&
  entry.kind === 'message' &&
  before.own === entry.own &&
  (entry.own || before.fromId === entry.fromId) &&
  before.fromName === entry.fromName &&
  entry.at - before.at < GROUP_MS;

/** Most of what follows each other is of the same day, of which the name need not be made again. */
function namedOnce(dayOf) {
  let [start, end, name] = [0, 0, null];
  return (at) => {
    if (at >= start && at < end) return name;
    const midnight = new Date(at).setHours(0, 0, 0, 0);
    [start, end] = [midnight, new Date(midnight).setHours(24, 0, 0, 0)];
    return (name = dayOf(at));
  };
}
