/** What ties people beside what they say: whom we ignore, and receipts for what was read. */
import { withFar } from './far.js';

/** A message has a number that no other has, wherever it was said. */
const withEntry = (state, id, change) => {
  const changed = withRecent(state, id, change);
  return withFar(changed, changed.far?.key, (far) => {
    if (!far.entries.some((entry) => entry.id === id)) return far;
    return { ...far, entries: far.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
  });
};

function withRecent(state, id, change) {
  for (const [key, conversation] of state.conversations) {
    if (!conversation.entries.some((entry) => entry.id === id)) continue;
    const entries = conversation.entries.map((entry) => (entry.id === id ? change(entry) : entry));
    const changed = { ...conversation, entries };
    return { ...state, conversations: new Map(state.conversations).set(key, changed) };
  }
  return state;
}

const withReader = (entry, { read_by: id, read_by_name: name, read_at: at }) => {
  const others = (entry.readBy ?? []).filter((reader) => reader.id !== id);
  return { ...entry, readBy: [...others, { id, name, at }] };
};

export const tieActs = {
  receiptGiven: (state, { id }) => withEntry(state, id, (entry) => ({ ...entry, receipt: true })),
};

/** A receipt is taken for given unless the server, or the lack of a line, says otherwise. */
export const receiptErrands = {
  errandRefused: (state, { failure, errand }) => ({
    ...withEntry(state, errand.id, (entry) => ({ ...entry, receipt: false })),
    notice: failure,
  }),
};

export const tieHandlers = {
  ignored: (state, { content }) => ({ ...state, ignored: new Set(content.user_ids) }),

  message_read: (state, { content }) =>
    withEntry(state, content.message_id, (entry) => withReader(entry, content)),
};

/** In a room who is ignored is not there; alone with them, one came to read what they say. */
export const seenEntries = ({ entries, personId }, ignored) =>
  personId === null && ignored.size
    ? entries.filter(({ own, fromId }) => own || !ignored.has(fromId))
    : entries;
