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

    constructor(url) {
      this.url = url;
      FakeWebSocket.opened.push(this);
    }

    send(text) {
      this.sent.push(JSON.parse(text));
    }

    close() {
      this.readyState = 3;
    }

    accept() {
      this.readyState = 1;
    }

    say(type, rest = {}) {
      this.onmessage({ data: JSON.stringify({ type, timestamp: 1_000, ...rest }) });
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

export const welcome = (id, { startedAt = 900, name = `User${id}` } = {}) => ({
  type: 'welcome',
  timestamp: 1_000,
  content: {
    user_id: id,
    user_name: name,
    server_stats: { users_online: 1, uptime_seconds: 1_000 - startedAt },
  },
});

export const users = (...names) => ({
  type: 'users',
  timestamp: 1_000,
  room: 'general',
  users_online: names.length,
  content: names.map(([id, name]) => ({ id, name, connected_at: 1 })),
});

export const history = (...content) => ({
  type: 'history',
  timestamp: 1_000,
  room: 'general',
  content,
});

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
