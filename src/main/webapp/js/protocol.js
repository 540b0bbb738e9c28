/**
 * What the page and the server say to each other: names, shapes and limits of the wire protocol.
 *
 * @typedef {object} Envelope what the server sends
 * @property {string} type
 * @property {number} timestamp whole seconds since the epoch
 * @property {any} [content]
 * @property {number} [from_id]
 * @property {string} [from_name]
 * @property {string} [room]
 * @property {number} [id]
 * @property {number} [seq]
 * @property {number} [sent_at] milliseconds since the epoch
 * @property {string} [ref]
 */

/** The room everyone begins in. */
export const ROOM = 'general';

/** The server refuses a longer object before parsing it, so its error could not name the message. */
export const MAX_MESSAGE_BYTES = 10_240;

export const SERVER_FULL = 1013;

/** Coming back by itself after one of these would only end the same way, or fight with a person. */
export const STOP_CODES = new Set([1008, 1009, 4000, 4001, 4002, 4003]);

export const request = {
  message: (content, ref) => ({ type: 'message', content, ref }),
  privateMessage: (toId, content, ref) => ({ type: 'private_message', to_id: toId, content, ref }),
  setName: (name, ref) => ({ type: 'set_name', name, ref }),
  ping: () => ({ type: 'ping' }),
};

/** @returns {Envelope | null} null for what is not an envelope, which a client ignores */
export function decode(text) {
  try {
    const value = JSON.parse(text);
    return typeof value?.type === 'string' ? value : null;
  } catch {
    return null;
  }
}

export const encode = (message) => JSON.stringify(message);

export const bytesOf = (message) => new TextEncoder().encode(encode(message)).length;

/** The name of a private conversation: a room of two, called after the other. */
export const privateKey = (userId) => `@${userId}`;

/** An error names the message it is about beside its type or inside its content. */
export const refOf = (envelope) => envelope.ref ?? envelope.content?.ref;

/** @returns {string} where the WebSocket of a page at `base` is: same host, context and security */
export function socketUrl(base) {
  const url = new URL('ws', base);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
