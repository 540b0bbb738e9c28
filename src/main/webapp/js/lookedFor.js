/** The words that somebody looked for, in the message where they were found. */
import { withFar } from './far.js';

function withMessages(state, change) {
  let isChanged = false;
  const conversations = new Map(state.conversations);
  for (const [key, conversation] of conversations) {
    const entries = conversation.entries.map((entry) => change(entry, key));
    if (entries.every((entry, index) => entry === conversation.entries[index])) continue;
    conversations.set(key, { ...conversation, entries });
    isChanged = true;
  }
  const next = isChanged ? { ...state, conversations } : state;
  return withFar(next, state.far?.key, (far) => {
    const entries = far.entries.map((entry) => change(entry, far.key));
    return entries.every((entry, index) => entry === far.entries[index]) ? far : { ...far, entries };
  });
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
