/** Time, sockets and a server that do what a test says. */

export function fakeTimers() {
  let time = 1_000_000;
  let lastId = 0;
  const due = new Map();
  return {
    setTimeout(then, ms) {
      due.set(++lastId, { then, at: time + ms });
      return lastId;
    },
    clearTimeout: (id) => due.delete(id),
    now: () => time,
    /** How long until the next thing happens, in milliseconds. */
    next: () => Math.min(...[...due.values()].map(({ at }) => at)) - time,
    pass(ms) {
      const end = time + ms;
      for (;;) {
        const [id, first] = [...due].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
        if (!first || first.at > end) break;
        time = first.at;
        due.delete(id);
        first.then();
      }
      time = end;
    },
  };
}

/** What is in a binary frame of that text. */
export const bytes = (text) => new TextEncoder().encode(text).buffer;

/** A WebSocket class that keeps what was opened, and the newest at hand. */
export function fakeWebSocket() {
  return class FakeWebSocket {
    static OPEN = 1;
    static opened = [];
    static get last() {
      return FakeWebSocket.opened.at(-1);
    }

    readyState = 0;
    sent = [];

    constructor(url, protocols) {
      this.url = url;
      this.offered = protocols;
      FakeWebSocket.opened.push(this);
    }

    send(text) {
      this.sent.push(JSON.parse(text));
    }

    close() {
      this.readyState = 3;
    }

    accept(protocol = 'chat.v1') {
      this.readyState = 1;
      this.protocol = protocol;
      this.onopen();
    }

    say(type, rest = {}) {
      this.onmessage({ data: JSON.stringify({ type, timestamp: 1_000, ...rest }) });
    }

    /** Several messages in one frame. */
    sayAll(...messages) {
      this.onmessage({ data: messages.map((message) => JSON.stringify(message)).join('\n') });
    }

    break(code = 1006) {
      this.readyState = 3;
      this.onclose({ code });
    }

    ofType(type) {
      return this.sent.filter((message) => message.type === type);
    }
  };
}

export const welcome = (
  id,
  { name = `User${id}`, resumed = false, token = `token-${id}`, persistent = true, ...more } = {},
) => ({
  type: 'welcome',
  timestamp: 1_000,
  content: {
    user_id: id,
    user_name: name,
    server_stats: { users_online: 1, uptime_seconds: 100 },
    resume_token: token,
    resumed,
    limits: { message_bytes: 10_240, name_length: 20, rate: 10 },
    features: { persistent },
    ...more,
  },
});

export const users = (...names) => ({
  type: 'users',
  timestamp: 1_000,
  room: 'general',
  users_online: names.length,
  content: names.map(([id, name]) => ({ id, name, connected_at: 1 })),
});

/** Somebody comes or goes, and so many are there then. */
export const presence = (type, id, name, online) => ({
  type,
  timestamp: 1_000,
  room: 'general',
  content: { user_id: id, user_name: name, users_online: online },
});

/** In a crowd only numbers are told. */
export const moved = (joined, left, online) => ({
  type: 'presence',
  timestamp: 1_000,
  room: 'general',
  content: { joined, left, users_online: online },
});

/** @param {Record<string, number>} known how many are in each room */
export const rooms = (known) => ({
  type: 'rooms',
  timestamp: 1_000,
  content: Object.entries(known).map(([name, online]) => {
    return { name, users_online: online, last_seq: 0 };
  }),
});

export const history = (...content) => ({
  type: 'history',
  timestamp: 1_000,
  room: 'general',
  has_more: false,
  last_seq: content.at(-1)?.seq ?? 0,
  content,
});

/** The session of a tab that was just opened. */
export const NEW_TAB = { name: '', token: '', me: null, rooms: [], room: '', outbox: [] };

export const message = (seq, content, { from = 2, name = 'Grace' } = {}) => ({
  type: 'message',
  timestamp: 1_000,
  sent_at: 1_000_000 + seq,
  id: 100 + seq,
  seq,
  room: 'general',
  from_id: from,
  from_name: name,
  content,
});

export const privately = (id, content, { from = 2, name = 'Grace' } = {}) => ({
  ...message(id, content, { from, name }),
  type: 'private_message',
  room: `@${from}`,
});

/** What a tab keeps for itself. */
export function fakeStorage(session) {
  const stored = new Map(session ? [['chatroom', session]] : []);
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
  };
}
