/** The words that somebody looked for, in the message where they were found. */

function withMessages(state, change) {
  let isChanged = false;
  const conversations = new Map(state.conversations);
  for (const [key, conversation] of conversations) {
    const entries = conversation.entries.map((entry) => change(entry, key));
    if (entries.every((entry, index) => entry === conversation.entries[index])) continue;
    conversations.set(key, { ...conversation, entries });
    isChanged = true;
  }
  return isChanged ? { ...state, conversations } : state;
}

/**
 * Marks them in that message, and in no other any more.
 *
 * @param {{key: string, seq: number, words?: readonly string[]} | null} [sought]
 */
export const marking = (state, sought = null) =>
  withMessages(state, (entry, key) => {
    const isIt = sought !== null && key === sought.key && entry.seq === sought.seq;
    const lookedFor = isIt && sought.words?.length ? sought.words : undefined;
    return entry.lookedFor === lookedFor ? entry : { ...entry, lookedFor };
  });
