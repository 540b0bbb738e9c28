import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { history, message, users, welcome } from './fakes.js';
import { fakeTab } from './fakeTab.js';

const IGNORED = 9;
const IGNORING = { type: 'ignored', timestamp: 1, content: { user_ids: [IGNORED] } };
const READ = 100;
const SAID = 20_000;

describe('the first unread message', () => {
  let tab;
  let line;
  /** How many messages of the room fit in an answer, and which was the last that is gone by now. */
  let fits;
  let gone;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.WebSocket.last;
    fits = 200;
    gone = 0;
  });

  /** What a room tells in which something was said every second, first by who is ignored. */
  function page({ before_seq: before, limit = 100, ref }) {
    const said = [];
    for (let seq = before - 1; seq > gone && said.length < Math.min(limit, fits); seq--)
      said.unshift(message(seq, `line ${seq}`, seq === gone + 1 && gone ? { from: IGNORED } : {}));
    return { ...history(...said), has_more: said[0]?.seq > gone + 1, last_seq: SAID, ref };
  }

  const here = users([1, 'User1'], [2, 'Grace']);
  const news = () => ({ ...page({ before_seq: SAID + 1 }), reset: true });

  /** The line is there, with what was missed; then the server counts, as far as it does. */
  function greet(server, ...missed) {
    line = tab.WebSocket.last;
    line.accept();
    line.sayAll(welcome(1, server), here, IGNORING, ...missed);
    line.say('pong', { ref: line.ofType('ping')[0].ref });
  }

  function told(lastSeq, unread, readSeq) {
    const { ref } = line.ofType('get_rooms').at(-1);
    const room = { name: 'general', users_online: 2, last_seq: lastSeq, unread, read_seq: readSeq };
    line.say('rooms', { ref, content: [room] });
  }

  const cameLate = () => {
    greet({}, page({ before_seq: SAID + 1 }));
    told(SAID, 1_000, READ);
  };

  const wasHere = () => {
    greet({}, { ...history(message(READ, 'read')), last_seq: READ });
    told(READ, 0, READ);
    tab.timers.pass(1_000);
  };

  const comesBack = () => {
    greet({ resumed: true }, news());
    told(SAID, 1_000, READ);
  };

  /** @returns {number} which it is that one is led to */
  function sought() {
    tab.act('firstUnread');
    let answered = line.ofType('get_history').findIndex(({ ref }) => ref === tab.state.asked?.ref);
    for (let asked; (asked = line.ofType('get_history')[answered]); answered++)
      line.sayAll(page(asked));
    assert.equal(tab.state.notice, null);
    assert.ok(line.ofType('get_history').length < 30);
    return tab.state.sought.seq;
  }

  it('is found however many there are, by one question and one for what is around it', () => {
    cameLate();
    assert.equal(sought(), READ + 1);
    assert.equal(line.ofType('get_history').length, 2);
    tab.act('found');
    assert.equal(tab.conversation().divider, READ);
    assert.equal(sought(), READ + 1);
  });

  it('is found where the messages are long, so that few of them fit in an answer', () => {
    cameLate();
    fits = 25;
    assert.equal(sought(), READ + 1);
  });

  it('is the oldest of others that there is where more is gone by now', () => {
    cameLate();
    gone = 15_000;
    assert.equal(sought(), gone + 2);
  });

  it('is found by who was here when the line broke, and looks at the room again', () => {
    wasHere();
    tab.breakLine();
    tab.timers.pass(60_000);
    comesBack();
    assert.equal(sought(), READ + 1);
  });

  it('is found by who opens the page again after a long time', () => {
    wasHere();
    tab.reload();
    comesBack();
    assert.equal(sought(), READ + 1);
  });

  it('is after all that was read here, also where the server has not heard of that', () => {
    wasHere();
    line.sayAll(message(READ + 1, 'read, too'));
    tab.act('join', { room: 'random' });
    const there = [{ ...here, room: 'random' }, { ...history(), room: 'random' }];
    line.sayAll(...there);
    tab.reload();
    greet({ resumed: true }, news(), ...there);
    told(SAID, 1_000, READ);
    tab.act('open', { key: 'general' });
    assert.equal(sought(), READ + 2);
  });

  it('is not forgotten when the line breaks for a moment, nor by a reload', () => {
    cameLate();
    tab.timers.pass(1_000);
    tab.breakLine();
    greet({ resumed: true });
    told(SAID, 0, SAID);
    assert.equal(sought(), READ + 1);
    tab.act('latest');
    tab.timers.pass(1_000);
    tab.reload();
    tab.WebSocket.last.accept();
    const { general } = tab.hello().rooms;
    const missed = Array.from({ length: SAID + 1 - general }, (_, i) => message(general + 1 + i, 'x'));
    greet({ resumed: true }, ...missed);
    told(SAID + 1, 1, SAID);
    assert.equal(sought(), READ + 1);
  });
});
