/** A server that keeps its promises, as far as the page can tell; what is chance is so each time. */
import { ROOM } from '../../main/webapp/js/protocol.js';

const OPEN = [ROOM, 'random'];
const NEWEST = 100;
const MOST_MISSED = 1_000;

/** Numbers in [0, 1) that depend on the seed alone. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {() => number} random */
export function modelServer(random) {
  /** All that was said, by room; a private one is named by both its people. */
  const logs = new Map(OPEN.map((room) => [room, []]));
  /** Who is in which of the open rooms. */
  const places = new Map();
  const tokens = new Map();
  const stored = new Map();
  const lines = new Set();
  /** How far each has read. */
  const read = new Map();
  let lastUser = 0;
  let lastId = 0;

  const logOf = (room) => logs.get(room) ?? logs.set(room, []).get(room);
  const between = (a, b) => [a, b].sort((x, y) => x - y).join('+');
  const roomFor = (me, name) => (name.startsWith('@') ? between(me, Number(name.slice(1))) : name);
  const isOpen = (room) => OPEN.includes(room);
  const readBy = (me, room) => read.get(`${me} ${room}`) ?? 0;
  const unreadOf = (me, room) =>
    messagesOf(room).filter(
      ({ by, seq, past }) => by !== me && seq > readBy(me, room) && !past.deleted_at,
    ).length;
  /** The rooms that there are, and the private ones of that user. */
  const listed = (me) =>
    [...logs.keys()]
      .filter((room) => isOpen(room) || isIn(me, room))
      .map((room) => ({
        name: isOpen(room) ? room : `@${otherIn(room, me)}`,
        last_seq: logOf(room).length,
        unread: isIn(me, room) ? unreadOf(me, room) : undefined,
      }));
  const otherIn = (room, me) =>
    room
      .split('+')
      .map(Number)
      .find((id) => id !== me);

  /** What was said before somebody came is no news to them. */
  function enter(me, room) {
    places.get(me).add(room);
    const key = `${me} ${room}`;
    if (!read.has(key)) read.set(key, logOf(room).length);
  }

  const isIn = (me, room) =>
    isOpen(room) ? places.get(me)?.has(room) : room.split('+').map(Number).includes(me);

  /** What was said or done as one of its readers is told, as it happened. */
  function envelope({ room, by, to, type, id, seq, sent_at, content, past }, me) {
    const common = { timestamp: 1_000, id, seq, sent_at, from_id: by, from_name: `User${by}` };
    if (type !== 'message') return { ...common, type, content, room: nameFor(me, room) };
    const said = past.deleted_at
      ? { ...common, content: '', deleted_at: past.deleted_at }
      : { ...common, content };
    if (isOpen(room)) return { type, ...said, room };
    if (by !== me) return { type: 'private_message', ...said, room: `@${by}` };
    const sent = { to_id: to, to_name: `User${to}`, room: `@${to}` };
    return { type: 'private_message_sent', ...said, ...sent };
  }

  /** The same in its present state. */
  function present(event, me) {
    const { deleted_at: deletedAt, edited, by } = event.past;
    if (deletedAt) return envelope(event, me);
    const reactions = [...by]
      .filter(([, people]) => people.size)
      .map(([emoji, people]) => ({ emoji, count: people.size, mine: people.has(me) }));
    return { ...envelope(event, me), ...edited, ...(reactions.length ? { reactions } : {}) };
  }

  function nameFor(me, room) {
    const other = (id) => Number(id) !== me;
    return isOpen(room) ? room : `@${room.split('+').find(other)}`;
  }

  const messagesOf = (room) => logOf(room).filter(({ type }) => type === 'message');

  /** Something happens to a message, which all who are in the room are told. */
  function change(room, by, type, content) {
    const log = logOf(room);
    const event = { type, room, by, content, id: ++lastId, seq: log.length + 1 };
    log.push(event);
    for (const other of lines)
      if (other.me && isIn(other.me, room)) other.tell(envelope(event, other.me));
    return event;
  }

  const changes = {
    edit({ past }, { message_id, content }) {
      past.edited = { content, edited_at: ++lastId };
      return ['message_edited', { message_id, ...past.edited }];
    },
    delete({ past }, { message_id }) {
      past.deleted_at = ++lastId;
      return ['message_deleted', { message_id, deleted_at: past.deleted_at }];
    },
    react({ past }, { message_id, emoji, on }, by) {
      const people = past.by.get(emoji) ?? past.by.set(emoji, new Set()).get(emoji);
      if (people.has(by) === on) return null;
      if (on) people.add(by);
      else people.delete(by);
      return ['reaction', { message_id, emoji, user_id: by, on, count: people.size }];
    },
  };

  function ask(line, { type, message_id: id, ref, ...rest }) {
    const message = [...logs.values()].flat().find((event) => event.id === id);
    if (!message || message.past.deleted_at) return refuse(line, 'message_not_found', ref);
    const known = stored.get(`${line.me} ${ref}`);
    const news = known ? null : changes[type](message, { message_id: id, ...rest }, line.me);
    const event = known ?? (news ? change(message.room, line.me, ...news) : message);
    stored.set(`${line.me} ${ref}`, event);
    line.tell({ type: 'ack', timestamp: 1_000, ref, id: event.id, seq: event.seq });
  }

  function post(room, by, content, { to, ref, line } = {}) {
    const key = `${by} ${room} ${ref}`;
    let event = ref && stored.get(key);
    if (!event) {
      const log = logOf(room);
      const seq = log.length + 1;
      const sentAt = 1_000_000 + lastId;
      const past = { by: new Map() };
      event = { type: 'message', room, by, to, content, past, id: ++lastId, seq, sent_at: sentAt };
      log.push(event);
      if (ref) stored.set(key, event);
      for (const other of lines) {
        if (other.me && isIn(other.me, room) && (other !== line || !isOpen(room)))
          other.tell(envelope(event, other.me));
      }
    }
    line?.tell({ type: 'ack', timestamp: 1_000, ref, id: event.id, seq: event.seq });
  }

  function history(me, name, { before, after, limit = NEWEST, ...rest }) {
    const log = logOf(roomFor(me, name));
    const said = messagesOf(roomFor(me, name));
    const until = before === undefined ? said : said.filter(({ seq }) => seq < before);
    const size = 1 + Math.floor(random() * Math.min(limit, 20));
    const events = after === undefined ? until.slice(-size) : log.slice(after).slice(0, size);
    const hasMore = events.length < (after === undefined ? until.length : log.length - after);
    return {
      type: 'history',
      timestamp: 1_000,
      room: name,
      content: events.map((event) => (after === undefined ? present : envelope)(event, me)),
      has_more: hasMore,
      last_seq: log.length,
      ...rest,
    };
  }

  function greet(line, { resume_token: token, rooms, frames }) {
    line.isBinary = frames === 'binary';
    const resumed = tokens.has(token);
    line.me = tokens.get(token) ?? ++lastUser;
    const own = resumed ? token : `token-${line.me}`;
    tokens.set(own, line.me);
    for (const other of lines) if (other !== line && other.me === line.me) other.cut(4000);
    const content = {
      user_id: line.me,
      user_name: `User${line.me}`,
      resume_token: own,
      resumed,
      features: { persistent: true },
    };
    line.tell({ type: 'welcome', timestamp: 1_000, content });
    // Now and then it is so long ago that the place in the rooms was lost.
    if (!places.has(line.me) || random() < 0.3) places.set(line.me, new Set());
    for (const room of OPEN) if (room in rooms) enter(line.me, room);
    for (const room of logs.keys()) {
      if (!isIn(line.me, room)) continue;
      if (isOpen(room)) line.tell(users(line, room));
      replay(line, room, rooms, resumed);
    }
  }

  const users = ({ me }, room) => {
    return { type: 'users', timestamp: 1_000, room, users_online: 1, content: [{ id: me }] };
  };

  const refuse = (line, code, ref) =>
    line.tell({ type: 'error', timestamp: 1_000, content: { code, ref } });

  function join(line, { room, ref }) {
    enter(line.me, room);
    line.tell({ type: 'room_joined', timestamp: 1_000, room, ref });
    line.tell(users(line, room));
    line.tell(history(line.me, room, {}));
  }

  function leave(line, { room, ref }) {
    if (places.get(line.me).delete(room))
      line.tell({ type: 'room_left', timestamp: 1_000, room, ref });
    else refuse(line, 'not_in_room', ref);
  }

  function replay(line, room, rooms, resumed) {
    const name = isOpen(room) ? room : `@${otherIn(room, line.me)}`;
    const after = rooms[name] ?? 0;
    const log = logOf(room);
    const missed = log.length - after;
    if (after > log.length || missed > MOST_MISSED)
      line.tell(history(line.me, name, { reset: true }));
    else if (after > 0 || resumed)
      for (const event of log.slice(after)) line.tell(envelope(event, line.me));
    else line.tell(history(line.me, name, {}));
  }

  const answers = {
    hello: greet,
    ping: (line, { ref }) => line.tell({ type: 'pong', timestamp: 1_000, ref }),
    message(line, { room, content, ref }) {
      if (isIn(line.me, room)) post(room, line.me, content, { ref, line });
      else refuse(line, 'not_in_room', ref);
    },
    join_room: join,
    leave_room: leave,
    get_rooms: (line, { ref }) =>
      line.tell({ type: 'rooms', timestamp: 1_000, ref, content: listed(line.me) }),
    mark_read(line, { room: name, seq: asked, ref }) {
      const room = roomFor(line.me, name);
      const seq = Math.min(logOf(room).length, Math.max(asked, readBy(line.me, room)));
      read.set(`${line.me} ${room}`, seq);
      const content = { seq, unread: unreadOf(line.me, room), mentions: 0 };
      line.tell({ type: 'marked_read', timestamp: 1_000, room: name, ref, content });
    },
    edit: ask,
    delete: ask,
    react: ask,
    private_message: (line, { to_id: to, content, ref }) =>
      post(between(line.me, to), line.me, content, { to, ref, line }),
    get_history: (line, { room, before_seq: before, after_seq: after, limit, ref }) =>
      line.tell(history(line.me, room, { before, after, limit, ref })),
  };

  return {
    lines,
    /** Somebody whom the page does not control says something. */
    say: (by, content, room = ROOM) => post(room, by, content),
    /** Somebody whom the page does not control changes something that was said there. */
    change(type, by, room, index, rest = {}) {
      const messages = messagesOf(room).filter(({ past }) => !past.deleted_at);
      const message = messages[Math.floor(index * messages.length)];
      if (!message) return;
      const news = changes[type](message, { message_id: message.id, ...rest }, by);
      if (news) change(room, by, ...news);
    },
    roomsOf: (me) => [...places.get(me)],
    sayPrivately: (by, to, content) => post(between(by, to), by, content, { to }),
    newUser: () => ++lastUser,
    hear(line, message) {
      // Now and then it has no time for a message, which is then not stored.
      const isBusy = message.type.endsWith('message') && random() < 0.1;
      const busy = { code: 'unavailable', retry_after_ms: 300 };
      if (isBusy) line.tell({ type: 'error', timestamp: 1_000, content: busy, ref: message.ref });
      else answers[message.type](line, message);
    },
    unread: (me, name) => unreadOf(me, roomFor(me, name)),
    /** What somebody who comes just now would be shown of the room. */
    present: (me, name) => messagesOf(roomFor(me, name)).map((event) => present(event, me)),
    lastSeq: (me, name) => logOf(roomFor(me, name)).length,
    all: () => [...logs.keys()].flatMap(messagesOf),
  };
}
