/**
 * What a conversation looks like before it is DOM: a line for each new day, and messages of one
 * person that follow each other closely as one group.
 */
const GROUP_MS = 5 * 60_000;

/**
 * @param {readonly import('../conversation.js').Entry[]} entries
 * @param {(at: number) => string} dayOf the name of the day a moment belongs to
 */
export function rowsOf(entries, dayOf) {
  const rows = [];
  let before = null;
  let dayBefore = null;
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const isNewDay = day !== dayBefore;
    if (isNewDay) rows.push({ key: `day-${day}-${entry.key}`, kind: 'day', day });
    const continues = !isNewDay && isSameGroup(before, entry);
    rows.push({ key: entry.key, kind: entry.kind, entry, continues });
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
