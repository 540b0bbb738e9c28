/** A tab with the chat in it, without its picture, and a server that says what a test wants. */
import { createChat } from '../../main/webapp/js/chat.js';
import * as longAgo from '../../main/webapp/js/longAgo.js';
import { createSession } from '../../main/webapp/js/session.js';
import { fakeStorage, fakeTimers, fakeWebSocket, history, rooms, users, welcome } from './fakes.js';

export function fakeTab() {
  const timers = fakeTimers();
  const WebSocket = fakeWebSocket();

  const tab = {
    /** What the container says of us; nobody is signed in by it unless a test says so. */
    login: fakeLogin(),
    timers,
    WebSocket,
    storage: fakeStorage(),
    chat: null,
    state: null,

    open() {
      const { storage } = tab;
      tab.chat = createChat({
        url: 'ws://example.org/ws',
        WebSocket,
        timers,
        random: () => 0.5,
        now: timers.now,
        isWatched: () => true,
        session: createSession(() => storage),
        login: tab.login,
        fetchLongAgo: () => ({ then: tab.fetched }),
        onChange: (next) => (tab.state = next),
      });
      tab.chat.start();
    },

    reload() {
      tab.chat.stop();
      tab.open();
    },

    act: (name, details) => tab.chat.act(name, details),
    write: (text) => tab.chat.act('write', { text }),

    /** There at once. */
    fetched: (take) => take(longAgo),

    /** The rooms that there are, and how many are in each. */
    rooms: { general: 1 },

    /** The greeting, with what was missed, that it is over, and which rooms there are. */
    greet(id, server = {}, missed = [history()]) {
      const line = WebSocket.last;
      line.accept();
      line.sayAll(welcome(id, server), users([id, `User${id}`]), ...missed);
      line.say('pong', { ref: line.ofType('ping')[0].ref });
      const [asked] = line.ofType('get_rooms');
      if (asked) line.sayAll({ ...rooms(tab.rooms), ref: asked.ref });
      return line;
    },

    resume: (id, ...missed) => tab.greet(id, { resumed: true }, missed),

    named(line, name) {
      line.say('name_changed', { content: { old_name: tab.state.me.name, new_name: name } });
    },

    refuse(line, { ref }, code, rest = {}) {
      line.say('error', { content: { code, ...rest }, ref });
    },

    ack(line, { ref }, seq) {
      line.say('ack', { ref, id: 100 + seq, seq, room: 'general' });
    },

    /** The line ends, and it is time for the next. */
    breakLine(code) {
      WebSocket.last.break(code);
      timers.pass(500);
    },

    hello: () => WebSocket.last.ofType('hello')[0],
    conversation: (key = 'general') => tab.state.conversations.get(key),
    entries: () => tab.conversation().entries,
    statuses: () => tab.entries().map(({ text, status }) => `${text} ${status}`),
  };

  tab.open();
  return tab;
}

function fakeLogin() {
  const login = {
    isThere: false,
    asked: [],
    renew: () => login.asked.push('renew'),
    used: async () => login.asked.push('used'),
    isKept: () => login.isThere,
    isOver: async () => !login.isThere,
    async end() {
      login.asked.push('end');
      login.isThere = false;
      return true;
    },
  };
  return login;
}

/** What was said to everybody on that line. */
export const contents = (line) => line.ofType('message').map(({ content }) => content);
