/** What ties people beside what they say: whom we ignore, and who gave a receipt for a message. */
import { withConversation } from './store.js';

const withReceipt = (entry, { read_by: id, read_by_name: name, read_at: at }) => {
  const others = (entry.readBy ?? []).filter((reader) => reader.id !== id);
  return { ...entry, readBy: [...others, { id, name, at }] };
};

export const tieHandlers = {
  ignored: (state, { content }) => ({ ...state, ignored: new Set(content.user_ids) }),

  message_read: (state, { room, content }) =>
    withConversation(state, room, (conversation) => ({
      ...conversation,
      entries: conversation.entries.map((entry) =>
        entry.id === content.message_id ? withReceipt(entry, content) : entry,
      ),
    })),
};

/** In a room who is ignored is not there; alone with them, one came to read what they say. */
export const seenEntries = ({ entries, personId }, ignored) =>
  personId === null && ignored.size
    ? entries.filter(({ own, fromId }) => own || !ignored.has(fromId))
    : entries;
