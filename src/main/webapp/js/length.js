/** How much of a message there is room for, in characters: what the server counts is bytes. */
import { bytesOf, request } from './protocol.js';

/** Nobody needs to hear of it before so little is left. */
const NEAR = 0.1;

/** As long as those that this page gives. */
const REF = 'xxxxxxxx-0000';

/** The most that JSON makes of a character, and what surrounds the text at most. */
const WIDEST = 6;
const AROUND = 600;

/** The message by which that text would be said. */
function messageOf({ key, personId, composing }, text) {
  if (composing?.kind === 'edit') return request.edit(composing.id, text, REF);
  return request.post({ key, personId, text, ref: REF, replyTo: composing?.id });
}

/**
 * @param {import('./conversation.js').Conversation} conversation
 * @param {string} text
 * @param {number} maxBytes the largest message that the server takes
 * @returns {number | null} how many characters like those there is room for; negative: so many are
 *   too many; null: there is room enough
 */
export function roomLeft(conversation, text, maxBytes) {
  if (text.length * WIDEST + AROUND < maxBytes * (1 - NEAR)) return null;
  const left = maxBytes - bytesOf(messageOf(conversation, text));
  if (left > maxBytes * NEAR) return null;
  const each = (bytesOf(text) - 2) / Math.max(1, [...text].length);
  return left < 0 ? Math.floor(left / each) : Math.floor(left / Math.max(1, each));
}
