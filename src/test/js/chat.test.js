import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createChat } from '../../main/webapp/js/chat.js';
import { createSession } from '../../main/webapp/js/session.js';
import { phaseOf } from '../../main/webapp/js/store.js';
import {
  fakeStorage,
  fakeTimers,
  fakeWebSocket,
  history,
  message,
  privately,
  users,
  welcome,
} from './fakes.js';

describe('the chat', () => {
  let timers;
  let WebSocket;
  let storage;
  let chat;
  let state;

  beforeEach(() => {
    timers = fakeTimers();
    WebSocket = fakeWebSocket();
    storage = fakeStorage();
    open();
  });

  function open() {
    chat = createChat({
      url: 'ws://example.org/ws',
      WebSocket,
      timers,
      random: () => 0.5,
      now: timers.now,
      session: createSession(() => storage),
      onChange: (next) => (state = next),
    });
    chat.start();
  }

  function reload() {
    chat.stop();
    open();
  }

  /** The greeting, with what was missed, and that it is over. */
  function greet(id, server = {}, missed = [history()]) {
    const line = WebSocket.last;
    line.accept();
    line.sayAll(welcome(id, server), users([id, `User${id}`]), ...missed);
    line.say('pong', { ref: line.ofType('ping')[0].ref });
    return line;
  }

  const resume = (id, ...missed) => greet(id, { resumed: true }, missed);

  function named(line, name) {
    line.say('name_changed', { content: { old_name: state.me.name, new_name: name } });
  }

  function refuse(line, { ref }, code, rest = {}) {
    line.say('error', { content: { code, ...rest }, ref });
  }

  function breakLine(code) {
    WebSocket.last.break(code);
    timers.pass(500);
  }

  const hello = () => WebSocket.last.ofType('hello')[0];
  const names = (line) => line.ofType('set_name').map(({ name }) => name);
  const contents = (line) => line.ofType('message').map(({ content }) => content);
  const own = () => state.conversations.get('general').entries;
  const statuses = () => own().map(({ text, status }) => `${text} ${status}`);
  const ack = (line, { ref }, seq) => line.say('ack', { ref, id: 100 + seq, seq, room: 'general' });

  describe('says hello', () => {
    it('and asks for everything, being new', () => {
      greet(1);
      assert.deepEqual(hello(), { type: 'hello', frames: 'text', rooms: { general: 0 } });
    });

    it('with its token and the last that it knows of each room, after a cut', () => {
      greet(1, {}, [history(message(1, 'a'), message(2, 'b'))]).sayAll(privately(4, 'psst'));
      breakLine();
      WebSocket.last.accept();
      const { rooms, resume_token: token } = hello();
      assert.deepEqual([rooms, token], [{ general: 2, '@2': 4 }, 'token-1']);
    });

    it('with its token and for the newest hundred again, after a reload', () => {
      greet(1, {}, [{ ...history(message(250, 'a')), has_more: true }]);
      reload();
      WebSocket.last.accept();
      const { rooms, resume_token: token } = hello();
      assert.deepEqual([rooms, token], [{ general: 150 }, 'token-1']);
    });

    it('with the name that was chosen, and does not ask for it again when it is refused', () => {
      chat.act('chooseName', { name: 'Ada' });
      const line = WebSocket.last;
      line.accept();
      assert.equal(hello().name, 'Ada');
      line.say('error', { content: { code: 'name_taken' } });
      line.sayAll(welcome(1), history());
      assert.deepEqual(names(line), []);
      assert.equal(state.naming.failure.code, 'name_taken');
      assert.equal(state.naming.open, true);
      assert.equal(state.notice, null);
    });
  });

  describe('has a name', () => {
    it('that it asks for when the greeting does not give it', () => {
      named(greet(1), 'Ada');
      breakLine();
      assert.deepEqual(names(greet(2)), ['Ada']);
    });

    it('that is not remembered when it was refused', () => {
      const line = greet(1);
      chat.act('chooseName', { name: 'Grace' });
      refuse(line, line.ofType('set_name')[0], 'name_taken');
      breakLine();
      WebSocket.last.accept();
      assert.equal(hello().name, undefined);
    });

    it('but forgets one that was chosen without a line and cannot be used', () => {
      chat.act('chooseName', { name: 'x'.repeat(21) });
      WebSocket.last.accept();
      WebSocket.last.say('error', { content: { code: 'invalid_name' } });
      assert.equal(state.naming.failure.code, 'invalid_name');
      breakLine();
      WebSocket.last.accept();
      assert.equal(hello().name, undefined);
    });

    it('and keeps it when another that it asks for cannot be used', () => {
      const line = greet(1);
      named(line, 'Ada');
      chat.act('chooseName', { name: '' });
      refuse(line, line.ofType('set_name')[0], 'invalid_name');
      breakLine();
      WebSocket.last.accept();
      assert.equal(hello().name, 'Ada');
    });

    it('and takes it back when the server notices that the old line is dead', () => {
      named(greet(1), 'Ada');
      breakLine();
      const line = greet(2);
      refuse(line, line.ofType('set_name')[0], 'name_taken');
      assert.equal(state.naming.failure.code, 'name_taken');
      line.say('leave', { content: { user_id: 1, user_name: 'Ada', users_online: 1 } });
      assert.equal(line.ofType('set_name').length, 2);
    });
  });

  describe('sends what was written', () => {
    it('without a line as soon as there is one, after the name', () => {
      greet(1);
      WebSocket.last.break();
      chat.act('chooseName', { name: 'Ada' });
      assert.equal(chat.act('write', { text: 'hello' }), true);
      assert.deepEqual(statuses(), ['hello waiting']);
      timers.pass(500);
      const line = resume(1);
      assert.deepEqual(
        line.sent.map(({ type }) => type),
        ['hello', 'ping', 'set_name', 'message'],
      );
      assert.deepEqual(statuses(), ['hello sending']);
    });

    it('again under the same ref on the next line, in its order, until it is stored', () => {
      const first = greet(1);
      for (const text of ['one', 'two', 'three']) chat.act('write', { text });
      breakLine();
      assert.deepEqual(statuses(), ['one waiting', 'two waiting', 'three waiting']);
      const line = resume(1);
      ack(line, line.ofType('message')[0], 1);
      breakLine();
      const last = resume(1);
      ack(last, last.ofType('message')[0], 2);
      ack(last, last.ofType('message')[1], 3);
      assert.deepEqual([first, line, last].map(contents), [
        ['one'],
        ['one', 'two'],
        ['two', 'three'],
      ]);
      assert.equal(line.ofType('message')[0].ref, first.ofType('message')[0].ref);
      assert.deepEqual(statuses(), ['one stored', 'two stored', 'three stored']);
    });

    it('also after a reload', () => {
      greet(1);
      WebSocket.last.break();
      chat.act('write', { text: 'one' });
      chat.act('write', { text: 'two' });
      reload();
      chat.act('visible', { isVisible: true });
      assert.deepEqual(statuses(), ['one waiting', 'two waiting']);
      const line = resume(1);
      ack(line, line.ofType('message')[0], 1);
      ack(line, line.ofType('message')[1], 2);
      assert.deepEqual(contents(line), ['one', 'two']);
      reload();
      assert.deepEqual(contents(resume(1)), []);
    });

    it('once to see, when its answer was lost with the line', () => {
      greet(1);
      chat.act('write', { text: 'mine' });
      breakLine();
      const mine = message(1, 'mine', { from: 1, name: 'User1' });
      const line = resume(1, mine, message(2, 'theirs'));
      assert.deepEqual(statuses(), ['mine stored', 'theirs stored']);
      ack(line, line.ofType('message')[0], 1);
      assert.deepEqual(statuses(), ['mine stored', 'theirs stored']);
    });

    it('also when an earlier one with the same words comes first', () => {
      greet(1);
      chat.act('write', { text: 'yes' });
      breakLine();
      const line = resume(1, message(1, 'yes', { from: 1, name: 'User1' }));
      ack(line, line.ofType('message')[0], 2);
      assert.deepEqual(statuses(), ['yes stored', 'yes stored']);
    });

    for (const code of ['unavailable', 'rate_limited']) {
      it(`later, in its order, when the server says ${code}`, () => {
        const line = greet(1);
        chat.act('write', { text: 'one' });
        chat.act('write', { text: 'two' });
        refuse(line, line.ofType('message')[0], code, { retry_after_ms: 900 });
        assert.deepEqual(statuses(), ['one waiting', 'two waiting']);
        timers.pass(899);
        assert.deepEqual(contents(line), ['one']);
        timers.pass(1);
        ack(line, line.ofType('message')[1], 1);
        assert.deepEqual(contents(line), ['one', 'one', 'two']);
      });
    }

    it('and marks what the server refuses, offers it again, and goes on', () => {
      const line = greet(1);
      chat.act('write', { text: 'one' });
      chat.act('write', { text: 'two' });
      const [{ ref }] = line.ofType('message');
      refuse(line, { ref }, 'not_allowed');
      assert.deepEqual(statuses(), ['one failed', 'two sending']);
      assert.equal(state.notice, null);
      ack(line, line.ofType('message')[1], 1);
      reload();
      const next = resume(1);
      assert.deepEqual(contents(next), []);
      assert.equal(own().at(-1).failure.code, 'not_allowed');
      chat.act('retry', { ref });
      ack(next, { ref }, 2);
      assert.equal(own().at(-1).status, 'stored');
    });

    it('a few times when nothing is answered, and believes a late answer', () => {
      const line = greet(1);
      chat.act('write', { text: 'hello' });
      timers.pass(10_000);
      line.say('pong');
      timers.pass(10_000);
      line.say('pong');
      timers.pass(10_000);
      assert.deepEqual(contents(line), ['hello', 'hello', 'hello']);
      assert.equal(own()[0].failure.code, 'unconfirmed');
      ack(line, line.ofType('message')[0], 1);
      assert.deepEqual(statuses(), ['hello stored']);
    });

    it('but leaves a text that is too large with its writer', () => {
      greet(1);
      assert.equal(chat.act('write', { text: '字'.repeat(4_000) }), false);
      assert.equal(state.notice.code, 'message_too_large');
      assert.deepEqual(own(), []);
    });

    it('as large as the server takes it', () => {
      const line = WebSocket.last;
      line.accept();
      const greeting = welcome(1);
      greeting.content.limits.message_bytes = 256;
      line.sayAll(greeting, history());
      assert.equal(chat.act('write', { text: 'x'.repeat(256) }), false);
      assert.equal(chat.act('write', { text: 'x'.repeat(150) }), true);
    });

    it('privately from a private conversation', () => {
      const line = greet(1);
      chat.act('openPrivate', { person: { id: 2, name: 'Grace' } });
      chat.act('write', { text: 'psst' });
      const [{ to_id: to, content }] = line.ofType('private_message');
      assert.deepEqual([to, content], [2, 'psst']);
      assert.deepEqual(contents(line), []);
    });
  });

  describe('taken for somebody new', () => {
    it('does not send again what the server may have, but what it cannot have', () => {
      greet(1);
      timers.pass(100);
      chat.act('write', { text: 'sent' });
      chat.act('write', { text: 'not sent' });
      breakLine();
      const line = greet(2, {}, [history(message(1, 'sent', { from: 1, name: 'User1' }))]);
      assert.deepEqual(contents(line), ['not sent']);
      assert.deepEqual(statuses(), ['sent stored', 'sent failed', 'not sent sending']);
      assert.equal(own()[1].failure.code, 'unconfirmed');
    });

    it('forgets what it knew as another', () => {
      greet(1, {}, [history(message(1, 'before'))]).sayAll(privately(4, 'psst'));
      breakLine();
      const line = greet(1, {}, []);
      const [{ ref }] = line.ofType('get_history');
      line.sayAll({ ...history(message(1, 'after')), ref });
      assert.deepEqual(statuses(), ['after stored']);
      assert.deepEqual([...state.conversations.keys()], ['general']);
    });

    it('sends nothing private to who may have the same number on a server that keeps nothing', () => {
      greet(1, { persistent: false });
      WebSocket.last.break();
      chat.act('write', { text: 'to all' });
      chat.act('openPrivate', { person: { id: 2, name: 'Grace' } });
      chat.act('write', { text: 'psst' });
      timers.pass(500);
      const line = greet(1, { persistent: false });
      ack(line, line.ofType('message')[0], 1);
      assert.deepEqual(contents(line), ['to all']);
      assert.deepEqual(line.ofType('private_message'), []);
    });
  });

  describe('in a tab that was duplicated', () => {
    it('leaves who it was to the other, and begins anew', () => {
      const line = greet(1, {}, [history(message(1, 'before'))]);
      timers.pass(100);
      named(line, 'Ada');
      chat.act('write', { text: 'mine' });
      breakLine(4000);
      WebSocket.last.accept();
      assert.deepEqual(hello(), { type: 'hello', frames: 'text', rooms: { general: 0 } });
      greet(2, {}, [history(message(1, 'before'))]);
      assert.equal(state.notice.code, 'replaced');
      assert.equal(state.naming.open, true);
      assert.deepEqual(contents(WebSocket.last), []);
      assert.deepEqual(statuses(), ['before stored', 'mine failed']);
      breakLine();
      WebSocket.last.accept();
      assert.equal(hello().resume_token, 'token-2');
    });

    it('keeps who it is, if it came later, and the first does not come for it', () => {
      const copy = () => fakeStorage(storage.getItem('chatroom'));
      greet(1);
      const first = chat;
      const [firstLine] = WebSocket.opened;
      storage = copy();
      open();
      resume(1);
      firstLine.break(4000);
      timers.pass(500);
      WebSocket.last.accept();
      assert.equal(hello().resume_token, undefined);
      assert.equal(JSON.parse(storage.getItem('chatroom')).token, 'token-1');
      first.stop();
    });
  });

  describe('reads what is missing', () => {
    const asked = (line) => line.ofType('get_history').at(-1);

    it('and is catching up until then', () => {
      const line = greet(1, {}, [history(message(1, 'a'))]);
      assert.equal(phaseOf(state), 'live');
      line.sayAll(message(4, 'd'), message(5, 'e'));
      assert.equal(phaseOf(state), 'catching-up');
      const { room, after_seq: after, ref } = asked(line);
      assert.deepEqual([room, after], ['general', 1]);
      const missed = { ...history(message(2, 'b')), has_more: true, last_seq: 5, ref };
      line.sayAll(missed);
      assert.equal(asked(line).after_seq, 2);
      const rest = history(message(3, 'c'), message(4, 'd'), message(5, 'e'));
      line.sayAll({ ...rest, ref: asked(line).ref });
      assert.equal(phaseOf(state), 'live');
      assert.equal(line.ofType('get_history').length, 2);
      assert.deepEqual(
        own().map(({ text }) => text),
        ['a', 'b', 'c', 'd', 'e'],
      );
    });

    it('once more when it is not answered', () => {
      const line = greet(1, {}, [history(message(1, 'a'))]);
      line.sayAll(message(3, 'c'));
      timers.pass(10_000);
      assert.equal(line.ofType('get_history').length, 2);
    });

    it('later when the server says so, and not at all when it refuses', () => {
      const line = greet(1, {}, [history(message(1, 'a'))]);
      line.sayAll(message(3, 'c'));
      refuse(line, asked(line), 'rate_limited', { retry_after_ms: 700 });
      timers.pass(700);
      assert.equal(line.ofType('get_history').length, 2);
      refuse(line, asked(line), 'room_not_found');
      assert.equal(phaseOf(state), 'live');
      timers.pass(10_000);
      assert.equal(line.ofType('get_history').length, 2);
    });

    it('and all anew when too much is', () => {
      greet(1, {}, [history(message(1, 'a'))]);
      chat.act('write', { text: 'mine' });
      breakLine();
      const anew = { ...history(message(2_000, 'z')), has_more: true, reset: true };
      const line = resume(1, anew);
      assert.deepEqual(statuses(), ['z stored', 'mine sending']);
      assert.equal(phaseOf(state), 'live');
      chat.act('earlier');
      assert.equal(asked(line).before_seq, 2_000);
    });

    it('in a private conversation that is opened', () => {
      const line = greet(1);
      chat.act('openPrivate', { person: { id: 2, name: 'Grace' } });
      assert.equal(asked(line).room, '@2');
      line.sayAll({ ...history(privately(7, 'psst')), room: '@2', ref: asked(line).ref });
      assert.equal(state.conversations.get('@2').entries[0].text, 'psst');
    });

    it('from before, when somebody scrolls back, until the beginning', () => {
      const line = greet(1, {}, [{ ...history(message(3, 'c')), has_more: true }]);
      chat.act('earlier');
      chat.act('earlier');
      assert.equal(line.ofType('get_history').length, 1);
      const older = history(message(1, 'a'), message(2, 'b'));
      line.sayAll({ ...older, last_seq: 3, ref: asked(line).ref });
      assert.deepEqual(
        own().map(({ text }) => text),
        ['a', 'b', 'c'],
      );
      chat.act('earlier');
      assert.equal(line.ofType('get_history').length, 1);
    });
  });

  it('counts after a reload only what was not there before', () => {
    const line = greet(1);
    line.sayAll(privately(1, 'old'));
    chat.act('open', { key: '@2' });
    chat.act('open', { key: 'general' });
    line.sayAll(privately(2, 'newer'));
    reload();
    resume(1, privately(1, 'old'), privately(2, 'newer'), privately(3, 'newest'));
    assert.equal(state.conversations.get('@2').unread, 2);
    assert.equal(state.conversations.get('@2').entries.length, 3);
  });

  it('works where nothing can be remembered', () => {
    chat.stop();
    for (const refusing of [
      () => {
        throw new Error('refused');
      },
      () => ({
        getItem: () => null,
        setItem() {
          throw new Error('no room');
        },
      }),
      () => ({ getItem: () => 'no JSON', setItem() {} }),
    ]) {
      storage = { getItem: (key) => refusing().getItem(key), setItem: () => refusing().setItem() };
      open();
      const line = greet(1);
      chat.act('write', { text: 'hello' });
      breakLine();
      assert.equal(hello(), undefined);
      assert.deepEqual(contents(resume(1)), ['hello']);
      assert.equal(hello().resume_token, 'token-1');
      assert.equal(line.ofType('message').length, 1);
      chat.stop();
    }
  });
});
