import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { joinedRooms, otherRooms } from '../../main/webapp/js/rooms.js';
import { openRoster } from '../../main/webapp/js/roster.js';
import { phaseOf } from '../../main/webapp/js/store.js';
import { unreadTotal } from '../../main/webapp/js/totals.js';
import { history, message, presence, privately, rooms, users, welcome } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('the rooms', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    tab.rooms = { general: 1, random: 2, gaming: 0 };
    line = tab.greet(1);
  });

  const inRoom = (room, envelope) => ({ ...envelope, room });
  const ours = () => joinedRooms(tab.state).map(({ key }) => key);
  const others = () => otherRooms(tab.state).map(({ name }) => name);
  const texts = (room) => tab.conversation(room).entries.map(({ text, event }) => text ?? event);
  const last = (type) => line.ofType(type).at(-1);
  const me = [1, 'User1'];

  /** The server lets us in, and tells what it is like there. */
  function letIn(room, said = history(), people = [me, [2, 'Grace']]) {
    const { ref } = last('join_room');
    line.sayAll({ type: 'room_joined', timestamp: 1_000, room, ref });
    line.sayAll(inRoom(room, users(...people)), inRoom(room, said));
  }

  function join(room, said) {
    tab.act('join', { room });
    letIn(room, said);
  }

  it('are one at first, and the others can be joined', () => {
    assert.deepEqual([ours(), others()], [['general'], ['random', 'gaming']]);
    assert.equal(tab.state.room, 'general');
  });

  describe('that somebody joins', () => {
    it('are shown at once, and told of when the server lets us in', () => {
      tab.act('join', { room: 'random' });
      assert.deepEqual([ours(), others()], [['general', 'random'], ['gaming']]);
      assert.deepEqual([tab.state.current, tab.state.room], ['random', 'random']);
      assert.equal(phaseOf(tab.state), 'catching-up');
      const { type, room } = last('join_room');
      assert.deepEqual([type, room], ['join_room', 'random']);
      letIn('random', history(message(1, 'old')));
      assert.deepEqual(texts('random'), ['old']);
      assert.equal(phaseOf(tab.state), 'live');
      assert.equal(openRoster(tab.state).online, 2);
      assert.equal(line.ofType('join_room').length, 1);
      assert.deepEqual(line.ofType('get_history'), []);
    });

    it('are asked for again when there is no answer', () => {
      tab.act('join', { room: 'random' });
      tab.timers.pass(10_000);
      assert.equal(line.ofType('join_room').length, 2);
      letIn('random');
      tab.timers.pass(10_000);
      assert.equal(line.ofType('join_room').length, 2);
    });

    it('without a line are named in the next greeting', () => {
      tab.WebSocket.last.break();
      tab.act('join', { room: 'random' });
      tab.timers.pass(500);
      line = tab.resume(1, inRoom('random', users(me)), inRoom('random', message(1, 'old')));
      assert.deepEqual(tab.hello().rooms, { general: 0, random: 0 });
      assert.deepEqual(line.ofType('join_room'), []);
      assert.deepEqual(texts('random'), ['old']);
      assert.equal(phaseOf(tab.state), 'live');
    });

    it('and which there are not go away again, with the reason', () => {
      tab.act('join', { room: 'gone' });
      tab.refuse(line, last('join_room'), 'room_not_found');
      assert.deepEqual(ours(), ['general']);
      assert.equal(tab.state.current, 'general');
      assert.equal(tab.state.notice.code, 'room_not_found');
      assert.equal(phaseOf(tab.state), 'live');
    });

    it('and one is where one was before all of them', () => {
      join('random');
      tab.act('join', { room: 'gone' });
      tab.act('join', { room: 'gone-too' });
      tab.refuse(line, last('join_room'), 'room_not_found');
      tab.refuse(line, last('join_room'), 'room_not_found');
      assert.deepEqual([ours(), tab.state.current], [['general', 'random'], 'random']);
    });

    it('and one is with whom one was in private before all of them', () => {
      tab.act('join', { room: 'gone' });
      tab.act('openPrivate', { person: { id: 5, name: 'Eve' } });
      tab.act('join', { room: 'gone-too' });
      tab.refuse(line, last('join_room'), 'room_not_found');
      tab.refuse(line, last('join_room'), 'room_not_found');
      assert.deepEqual([ours(), tab.state.current], [['general'], '@5']);
    });

    it('later when the server has no time', () => {
      tab.act('join', { room: 'random' });
      tab.refuse(line, last('join_room'), 'rate_limited', { retry_after_ms: 700 });
      tab.timers.pass(700);
      assert.equal(line.ofType('join_room').length, 2);
      assert.deepEqual(ours(), ['general', 'random']);
    });
  });

  describe('have what is said in them apart', () => {
    beforeEach(() => join('random'));

    it('with who is there and what is unread', () => {
      line.sayAll(message(1, 'to general'), inRoom('random', message(1, 'to random')));
      assert.deepEqual([texts('general'), texts('random')], [['to general'], ['to random']]);
      assert.deepEqual(
        joinedRooms(tab.state).map(({ unread }) => unread),
        [1, 0],
      );
      assert.equal(openRoster(tab.state).people.size, 2);
      tab.act('open', { key: 'general' });
      assert.equal(unreadTotal(tab.state), 0);
      assert.equal(openRoster(tab.state).people.size, 1);
    });

    it('each with its own holes', () => {
      line.sayAll(message(1, 'a'), inRoom('random', message(1, 'a')));
      line.sayAll(inRoom('random', message(3, 'c')));
      const { room, after_seq: after } = last('get_history');
      assert.deepEqual([room, after], ['random', 1]);
    });

    it('and what is written goes to its room', () => {
      tab.write('to random');
      tab.act('open', { key: 'general' });
      tab.write('to general');
      const [first] = line.ofType('message');
      line.say('ack', { ref: first.ref, id: 9, seq: 1, room: 'random' });
      assert.deepEqual(
        line.ofType('message').map(({ room, content }) => [room, content]),
        [
          ['random', 'to random'],
          ['general', 'to general'],
        ],
      );
      assert.deepEqual(texts('random'), ['to random']);
    });

    it('and people come and go in each; beside it, in private, only when it is news', () => {
      const grace = (type, room) => inRoom(room, presence(type, 2, 'Grace', 1));
      line.sayAll(privately(5, 'psst'), grace('join', 'general'), grace('leave', 'random'));
      assert.deepEqual([texts('general'), texts('random')], [['join'], ['leave']]);
      assert.deepEqual(texts('@2'), ['psst']);
      line.sayAll(grace('leave', 'general'));
      assert.deepEqual(texts('@2'), ['psst', 'went']);
    });

    it('and who left one of them may have kept their name in another', () => {
      tab.named(line, 'Ada');
      tab.breakLine();
      line = tab.greet(2, {}, [inRoom('random', users([2, 'User2'], [7, 'Ada']))]);
      line.sayAll(presence('join', 7, 'Ada', 2));
      const asked = () => line.ofType('set_name').length;
      tab.refuse(line, last('set_name'), 'name_taken');
      line.sayAll(inRoom('random', presence('leave', 7, 'Ada', 1)));
      assert.equal(asked(), 1);
      line.sayAll(presence('leave', 7, 'Ada', 1));
      assert.equal(asked(), 2);
    });
  });

  it('are not written to before the server has let us in', () => {
    tab.act('join', { room: 'random' });
    tab.write('early');
    tab.act('open', { key: 'general' });
    tab.write('here');
    const said = () => line.ofType('message').map(({ content }) => content);
    assert.deepEqual(said(), ['here']);
    line.say('ack', { ref: last('message').ref, id: 9, seq: 1, room: 'general' });
    letIn('random');
    assert.deepEqual(said(), ['here', 'early']);
    assert.equal(last('message').room, 'random');
  });

  describe('that are left', () => {
    beforeEach(() => join('random'));

    it('are gone at once, and stay so', () => {
      tab.act('leave');
      assert.deepEqual([ours(), tab.state.current], [['general'], 'general']);
      assert.equal(last('leave_room').room, 'random');
      line.sayAll(inRoom('random', users(me)), inRoom('random', message(1, 'late')));
      line.say('room_left', { room: 'random', ref: last('leave_room').ref });
      assert.deepEqual([ours(), others()], [['general'], ['random', 'gaming']]);
      assert.equal(unreadTotal(tab.state), 0);
      tab.timers.pass(10_000);
      assert.equal(line.ofType('leave_room').length, 1);
    });

    it('without a line are left when there is one, though the server holds our place', () => {
      tab.WebSocket.last.break();
      tab.act('leave');
      tab.timers.pass(500);
      line = tab.resume(1, inRoom('random', users(me)), inRoom('random', message(1, 'missed')));
      assert.deepEqual(tab.hello().rooms, { general: 0 });
      assert.equal(last('leave_room').room, 'random');
      assert.deepEqual(ours(), ['general']);
      tab.refuse(line, last('leave_room'), 'not_in_room');
      tab.timers.pass(10_000);
      assert.equal(line.ofType('leave_room').length, 1);
      assert.equal(tab.state.notice, null);
    });

    it('can be joined again before the server has answered', () => {
      tab.act('leave');
      tab.act('join', { room: 'random' });
      assert.equal(line.ofType('join_room').length, 1);
      line.say('room_left', { room: 'random', ref: last('leave_room').ref });
      assert.equal(line.ofType('join_room').length, 2);
      letIn('random', history(message(1, 'a')));
      assert.deepEqual(texts('random'), ['a']);
    });

    it('are all but the last', () => {
      tab.act('leave');
      tab.act('leave');
      assert.deepEqual(ours(), ['general']);
      assert.equal(line.ofType('leave_room').length, 1);
    });

    it('take nothing with them that is on its way', () => {
      tab.write('mine');
      tab.act('leave');
      assert.deepEqual(ours(), ['general', 'random']);
      assert.equal(tab.state.notice.code, 'unsent');
    });

    it('take with them what the server would not have, also after a reload', () => {
      tab.write('mine');
      tab.refuse(line, last('message'), 'not_allowed');
      tab.act('leave');
      tab.reload();
      assert.deepEqual(ours(), ['general']);
    });
  });

  describe('after a reload', () => {
    beforeEach(() => {
      join('random', history(message(150, 'old')));
      line.sayAll(message(1, 'unread'));
    });

    it('are the same, and the same one is open', () => {
      tab.reload();
      assert.deepEqual([ours(), tab.state.room], [['general', 'random'], 'random']);
      assert.equal(tab.state.current, 'random');
      assert.equal(tab.conversation('general').unread, 1);
      tab.WebSocket.last.accept();
      assert.deepEqual(tab.hello().rooms, { general: 0, random: 50 });
    });

    it('from which the server keeps us out, for there are none of that name, are gone', () => {
      tab.reload();
      line = tab.WebSocket.last;
      line.accept();
      line.sayAll(welcome(1, { resumed: true }), users(me));
      line.say('error', { content: { code: 'room_not_found' } });
      line.say('pong', { ref: last('ping').ref });
      tab.refuse(line, last('join_room'), 'room_not_found');
      assert.deepEqual([ours(), tab.state.current], [['general'], 'general']);
    });

    it('and are none that there is any more, are left for the one where everyone begins', () => {
      tab.act('open', { key: 'general' });
      tab.act('leave');
      line.say('room_left', { room: 'general', ref: last('leave_room').ref });
      tab.reload();
      line = tab.WebSocket.last;
      line.accept();
      assert.deepEqual(tab.hello().rooms, { random: 50 });
      line.sayAll(welcome(1, { resumed: true }));
      line.say('pong', { ref: last('ping').ref });
      tab.refuse(line, last('join_room'), 'room_not_found');
      assert.equal(last('join_room').room, 'general');
      assert.deepEqual([ours(), tab.state.current], [['general'], 'general']);
    });

    it('are those that the server tells us to be in', () => {
      tab.reload();
      line = tab.resume(1, inRoom('random', users(me)), inRoom('gaming', users(me)));
      assert.deepEqual(ours(), ['general', 'random', 'gaming']);
      assert.equal(tab.state.current, 'random');
    });
  });

  it('are joined as somebody new, too', () => {
    join('random', history(message(1, 'old')));
    tab.breakLine();
    line = tab.greet(2, {}, [inRoom('random', users([2, 'User2']))]);
    assert.deepEqual(tab.hello().rooms, { general: 0, random: 1 });
    assert.deepEqual(ours(), ['general', 'random']);
    assert.deepEqual(texts('random'), []);
    assert.equal(last('get_history').room, 'general');
  });

  it('go on being known as they are while somebody looks at them', () => {
    assert.equal(line.ofType('get_rooms').length, 1);
    tab.timers.pass(15_000);
    line.say('pong');
    tab.timers.pass(15_000);
    assert.equal(line.ofType('get_rooms').length, 2);
    line.sayAll({ ...rooms({ general: 1, news: 5 }), ref: last('get_rooms').ref });
    assert.deepEqual(tab.state.rooms.at(-1), { name: 'news', online: 5 });
    assert.deepEqual(others(), ['news']);
    tab.act('visible', { isVisible: false });
    for (let i = 0; i < 10; i++) {
      tab.timers.pass(15_000);
      line.say('pong');
    }
    assert.equal(line.ofType('get_rooms').length, 2);
  });

  it('are only ours to a server that does not tell which there are', () => {
    tab = fakeTab();
    tab.rooms = {};
    line = tab.greet(1);
    assert.deepEqual(others(), []);
    assert.equal(tab.state.notice, null);
  });
});
