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

/** The room everyone begins in, and the one that is meant where none is named. */
export const ROOM = 'general';

export const SUBPROTOCOL = 'chat.v1';

/**
 * Until the server says what it takes. It refuses a longer object before parsing it, so its error
 * could not name the message.
 */
export const MAX_MESSAGE_BYTES = 10_240;

/** How many messages are asked for at a time; the server gives no more than 200. */
export const PAGE_SIZE = 100;

/** How many rooms and private conversations a `hello` may name. */
export const MAX_NAMED = 100;

/** The session was ended in which we were signed in. */
export const SIGNED_OUT = 1008;
export const SERVER_FULL = 1013;
/** Somebody came with our resume token: it is theirs now. */
export const REPLACED = 4000;
/** A password was wrong, or nobody signed in in time. */
export const SIGN_IN_FAILED = 4001;
/** One does not understand the other; also the page's own word for a server that is too old. */
export const NOT_UNDERSTOOD = 4002;

/** Coming back by itself after one of these would only end the same way, or fight with a person. */
export const STOP_CODES = new Set([SIGNED_OUT, 1009, SIGN_IN_FAILED, NOT_UNDERSTOOD, 4003]);

export const request = {
  hello: ({ name, rooms, token }) => ({
    type: 'hello',
    // Which the server can encode once for all who read it.
    frames: 'binary',
    name: name || undefined,
    rooms,
    resume_token: token || undefined,
  }),
  message: (room, content, ref, replyTo) => {
    return { type: 'message', room, content, ref, reply_to: replyTo };
  },
  privateMessage: (toId, content, ref, replyTo) => {
    return { type: 'private_message', to_id: toId, content, ref, reply_to: replyTo };
  },
  image: (room, { url, alt }, ref, replyTo) => {
    return { type: 'image', room, url, alt: alt || undefined, ref, reply_to: replyTo };
  },
  edit: (id, content, ref) => ({ type: 'edit', message_id: id, content, ref }),
  remove: (id, ref) => ({ type: 'delete', message_id: id, ref }),
  react: (id, emoji, on, ref) => ({ type: 'react', message_id: id, emoji, on, ref }),
  setName: (name, ref) => ({ type: 'set_name', name, ref }),
  /** What was said before or after a `seq`; the newest if neither is given. */
  history: (room, ref, { before, after, limit = PAGE_SIZE } = {}) => ({
    type: 'get_history',
    room,
    before_seq: before,
    after_seq: after,
    limit,
    ref,
  }),
  users: (room) => ({ type: 'get_users', room }),
  members: (room, ref) => ({ type: 'get_members', room, ref }),
  rooms: (ref) => ({ type: 'get_rooms', ref }),
  joinRoom: (room, ref) => ({ type: 'join_room', room, ref }),
  leaveRoom: (room, ref) => ({ type: 'leave_room', room, ref }),
  markRead: (room, seq, ref) => ({ type: 'mark_read', room, seq, ref }),
  ping: (ref) => ({ type: 'ping', ref }),
  /** Says what was written. @param {import('./outbox.js').Item} item */
  post({ key, personId, text, image, ref, replyTo }) {
    if (image) return request.image(key, { ...image, alt: text }, ref, replyTo);
    return personId === null
      ? request.message(key, text, ref, replyTo)
      : request.privateMessage(personId, text, ref, replyTo);
  },
};

/** Of bytes that are no text only the message that they are in is lost. */
const UTF_8 = new TextDecoder('utf-8', { fatal: false });

const textOf = (data) => (typeof data === 'string' ? data : UTF_8.decode(data));

/**
 * @param {string | ArrayBuffer} data of a text frame or a binary one
 * @returns {Envelope[]} what it holds, one a line, without what a client ignores
 */
export const decodeFrame = (data) =>
  textOf(data)
    .split('\n')
    .map(decode)
    .filter((envelope) => envelope !== null);

function decode(line) {
  try {
    const value = JSON.parse(line);
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

/** Whether an error without a `ref` is about the name that the `hello` asked for. */
export const isAboutName = ({ code }) => code === 'invalid_name' || code === 'name_taken';
