import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { unreadTotal } from '../../main/webapp/js/totals.js';
import { rowsOf } from '../../main/webapp/js/view/rows.js';
import { history, message, privately, users, welcome } from './fakes.js';
import { fakeTab } from './fakeTab.js';

const inRoom = (room, envelope) => ({ ...envelope, room });
const told = (name, lastSeq, unread, rest = {}) => ({
  name,
  users_online: 1,
  last_seq: lastSeq,
  unread,
  mentions: 0,
  ...rest,
});

describe('what is unread', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    tab.rooms = { general: 1, random: 1 };
    line = tab.greet(1);
    tab.act('join', { room: 'random' });
    line.sayAll(inRoom('random', users([1, 'User1'])), inRoom('random', history()));
  });

  const last = (type) => line.ofType(type).at(-1);
  const unread = (key = 'general') => tab.conversation(key).unread;
  const mentions = (key = 'general') => tab.conversation(key).mentions;
  const list = (...rooms) => line.say('rooms', { content: rooms });
  const divided = (key) =>
    rowsOf(tab.conversation(key).entries, () => 'day', tab.conversation(key).divider)
      .map(({ kind, entry }) => (kind === 'message' ? entry.text : kind))
      .filter((words) => words !== 'day' && words !== 'system');

  it('is also what came to fill a hole', () => {
    line.sayAll(message(1, 'a'), message(4, 'd'));
    assert.equal(unread(), 2);
    const missed = history(message(2, 'b'), message(3, 'c'), message(4, 'd'));
    line.sayAll({ ...missed, ref: last('get_history').ref });
    assert.equal(unread(), 4);
  });

  it('is counted once, however often it comes, and not what we said ourselves', () => {
    line.sayAll(message(1, 'a'), message(1, 'a'), message(2, 'mine', { from: 1, name: 'User1' }));
    assert.equal(unread(), 1);
  });

  it('and about us is counted beside it', () => {
    const about = (seq, mentioned) => ({ ...message(seq, `${seq}`), ...mentioned });
    line.sayAll(about(1, { mentions: [1, 5] }), about(2, { mentions: [5] }), about(3, {}));
    line.sayAll(about(4, { mentions_room: true }));
    assert.deepEqual([unread(), mentions()], [4, 2]);
    tab.act('open', { key: 'general' });
    assert.deepEqual([unread(), mentions()], [0, 0]);
  });

  it('is what the server counts where the page does not hold it', () => {
    line.sayAll({ ...history(message(901, 'z')), has_more: true, reset: true });
    list(told('general', 901, 900, { mentions: 3 }), told('random', 0, 0));
    assert.deepEqual([unread(), mentions()], [900, 3]);
    line.sayAll(message(902, 'more'));
    assert.equal(unread(), 901);
  });

  it('is not what we have read and the server has not heard of', () => {
    line.sayAll(inRoom('random', message(1, 'a')));
    list(told('general', 0, 0), told('random', 1, 1));
    assert.equal(unread('random'), 0);
  });

  it('is less when another of our tabs read it', () => {
    line.sayAll(message(1, 'a'), message(2, 'b'), message(3, 'c'));
    line.say('marked_read', { room: 'general', content: { seq: 2, unread: 1, mentions: 0 } });
    assert.equal(unread(), 1);
    line.say('marked_read', { room: 'general', content: { seq: 1, unread: 2, mentions: 0 } });
    assert.equal(unread(), 1);
  });

  it('in private is known before anything of it was loaded, and loaded when it is opened', () => {
    list(told('general', 0, 0), told('@7', 12, 3, { user_name: 'Bea' }));
    assert.deepEqual([tab.conversation('@7').name, unread('@7')], ['Bea', 3]);
    assert.equal(line.ofType('get_history').length, 0);
    tab.act('open', { key: '@7' });
    assert.equal(last('get_history').room, '@7');
    const said = [9, 10, 11, 12].map((seq) =>
      inRoom('@7', privately(seq, `${seq}`, { from: 7, name: 'Bea' })),
    );
    const answer = { ...history(...said), room: '@7', has_more: true };
    line.sayAll({ ...answer, ref: last('get_history').ref });
    assert.deepEqual(divided('@7'), ['9', 'divider', '10', '11', '12']);
    assert.equal(unread('@7'), 0);
  });

  it('of a stranger who wrote before is asked for', () => {
    const asked = line.ofType('get_rooms').length;
    line.sayAll(privately(5, 'again'));
    assert.deepEqual([unread('@2'), line.ofType('get_rooms').length], [1, asked + 1]);
    list(told('general', 0, 0), told('@2', 5, 3, { user_name: 'Grace' }));
    assert.equal(unread('@2'), 3);
  });

  describe('is read', () => {
    it('by looking at it, and the server is told once it is', () => {
      line.sayAll(inRoom('random', message(1, 'a')), inRoom('random', message(2, 'b')));
      assert.equal(unread('random'), 0);
      tab.timers.pass(500);
      assert.deepEqual(
        line.ofType('mark_read').map(({ room, seq }) => [room, seq]),
        [['random', 2]],
      );
      tab.timers.pass(5_000);
      assert.equal(line.ofType('mark_read').length, 1);
    });

    it('not by who looks elsewhere, or further up', () => {
      tab.act('visible', { isVisible: false });
      line.sayAll(inRoom('random', message(1, 'a')));
      assert.equal(unread('random'), 1);
      tab.act('visible', { isVisible: true });
      assert.equal(unread('random'), 0);
      tab.act('atEnd', { isAtEnd: false });
      line.sayAll(inRoom('random', message(2, 'b')));
      assert.equal(unreadTotal(tab.state), 1);
      tab.act('atEnd', { isAtEnd: true });
      assert.equal(unreadTotal(tab.state), 0);
    });

    it('and what the server was told before the line broke is told again unless it answered', () => {
      line.sayAll(inRoom('random', message(1, 'a')));
      tab.timers.pass(500);
      tab.breakLine();
      line = tab.resume(1);
      tab.timers.pass(500);
      assert.equal(last('mark_read').seq, 1);
      line.say('marked_read', { room: 'random', content: { seq: 1, unread: 0, mentions: 0 } });
      tab.breakLine();
      line = tab.resume(1);
      tab.timers.pass(500);
      assert.deepEqual(line.ofType('mark_read'), []);
    });
  });

  describe('begins below a line', () => {
    it('that stays while one reads on, and goes when one goes', () => {
      line.sayAll(message(1, 'a'), message(2, 'b'));
      tab.act('open', { key: 'general' });
      line.sayAll(message(3, 'c'));
      assert.deepEqual(divided('general'), ['divider', 'a', 'b', 'c']);
      tab.act('open', { key: 'random' });
      line.sayAll(message(4, 'd'));
      tab.act('open', { key: 'general' });
      assert.deepEqual(divided('general'), ['a', 'b', 'c', 'divider', 'd']);
    });

    it('after a line that was cut, too', () => {
      line.sayAll(inRoom('random', message(1, 'a')));
      assert.deepEqual(divided('random'), ['a']);
      tab.breakLine();
      line = tab.resume(
        1,
        inRoom('random', users([1, 'User1'])),
        inRoom('random', message(2, 'b')),
        inRoom('random', message(3, 'c')),
      );
      assert.deepEqual(divided('random'), ['a', 'divider', 'b', 'c']);
    });

    it('after a reload, too', () => {
      line.sayAll(inRoom('random', message(1, 'a')));
      tab.reload();
      line = tab.resume(
        1,
        inRoom('random', users([1, 'User1'])),
        inRoom('random', history(message(1, 'a'), message(2, 'b'))),
      );
      assert.deepEqual(divided('random'), ['a', 'divider', 'b']);
    });

    it('but not what is there when one comes for the first time', () => {
      tab = fakeTab();
      tab.greet(1, {}, [history(message(1, 'a'))]);
      assert.deepEqual([divided('general'), unread()], [['a'], 0]);
    });

    it('in a tab that is new, by what the server counts', () => {
      tab = fakeTab();
      line = tab.WebSocket.last;
      line.accept();
      line.sayAll(welcome(1), users([1, 'User1']), history(message(1, 'a'), message(2, 'b')));
      line.say('pong', { ref: last('ping').ref });
      list(told('general', 2, 1));
      assert.deepEqual(divided('general'), ['a', 'divider', 'b']);
    });
  });
});
