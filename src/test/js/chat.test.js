import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createChat } from '../../main/webapp/js/chat.js';
import { createSession } from '../../main/webapp/js/session.js';
import { fakeTimers, fakeWebSocket, history, users, welcome } from './fakes.js';

describe('the chat', () => {
  let timers;
  let WebSocket;
  let stored;
  let chat;
  let state;

  beforeEach(() => {
    timers = fakeTimers();
    WebSocket = fakeWebSocket();
    stored = new Map();
    open();
  });

  function open() {
    const storage = {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => stored.set(key, value),
    };
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

  function greet(id, server = {}) {
    const line = WebSocket.last;
    line.accept();
    line.say('welcome', welcome(id, server));
    line.say('users', users([id, `User${id}`]));
    line.say('history', history());
    return line;
  }

  function named(line, name) {
    line.say('name_changed', { content: { old_name: state.me.name, new_name: name } });
  }

  function refuseName(line, code) {
    line.say('error', { content: { code, ref: line.ofType('set_name').at(-1).ref } });
  }

  const names = (line) => line.ofType('set_name').map(({ name }) => name);

  function comeBack(id) {
    WebSocket.last.break();
    timers.pass(500);
    return greet(id);
  }

  const own = () => state.conversations.get('general').entries;

  it('asks for the chosen name again after a reconnect and after a reload', () => {
    const line = greet(1);
    chat.act('chooseName', { name: 'Ada' });
    named(line, 'Ada');
    assert.deepEqual(names(comeBack(2)), ['Ada']);
    chat.stop();
    open();
    assert.deepEqual(names(greet(3)), ['Ada']);
  });

  it('does not remember a name that was refused', () => {
    const line = greet(1);
    chat.act('chooseName', { name: 'Grace' });
    refuseName(line, 'name_taken');
    assert.deepEqual(names(comeBack(2)), []);
  });

  it('forgets a name that was chosen without a line and cannot be used', () => {
    chat.act('chooseName', { name: 'x'.repeat(21) });
    refuseName(greet(1), 'invalid_name');
    assert.equal(state.naming.failure.code, 'invalid_name');
    assert.deepEqual(names(comeBack(2)), []);
    assert.equal(state.naming.asked, 'x'.repeat(21));
  });

  it('keeps its name when another that it asks for cannot be used', () => {
    const line = greet(1);
    chat.act('chooseName', { name: 'Ada' });
    named(line, 'Ada');
    chat.act('chooseName', { name: '' });
    refuseName(line, 'invalid_name');
    assert.deepEqual(names(comeBack(2)), ['Ada']);
  });

  it('takes its name back when the server notices that the old line is dead', () => {
    named(greet(1), 'Ada');
    const line = comeBack(2);
    refuseName(line, 'name_taken');
    assert.equal(state.naming.failure.code, 'name_taken');
    line.say('leave', { content: { user_id: 1, user_name: 'Ada', users_online: 1 } });
    assert.equal(line.ofType('set_name').length, 2);
  });

  it('sends what was written without a line as soon as there is one, after the name', () => {
    greet(1);
    WebSocket.last.break();
    chat.act('chooseName', { name: 'Ada' });
    assert.equal(chat.act('write', { text: 'hello' }), true);
    assert.equal(own()[0].status, 'waiting');
    timers.pass(500);
    const line = greet(2);
    assert.deepEqual(
      line.sent.map(({ type }) => type),
      ['set_name', 'message'],
    );
    assert.equal(own()[0].status, 'sending');
  });

  it('does not send again by itself what may have arrived', () => {
    greet(1);
    chat.act('write', { text: 'hello' });
    const line = comeBack(2);
    assert.deepEqual(line.ofType('message'), []);
    assert.deepEqual(
      own().map(({ status, failure }) => [status, failure.code]),
      [['failed', 'unconfirmed']],
    );
    chat.act('retry', { ref: own()[0].ref });
    assert.deepEqual(
      line.ofType('message').map(({ content }) => content),
      ['hello'],
    );
  });

  it('marks a message that the server refuses, and offers it again', () => {
    const line = greet(1);
    chat.act('write', { text: 'hello' });
    const [{ ref }] = line.ofType('message');
    line.say('error', { content: { code: 'rate_limited', retry_after_ms: 900, ref } });
    assert.equal(own()[0].failure.code, 'rate_limited');
    assert.equal(state.notice, null);
    chat.act('retry', { ref });
    line.say('ack', { ref, id: 9, seq: 1 });
    assert.equal(own()[0].status, 'stored');
  });

  it('marks a message that is not confirmed in time, and believes a late answer', () => {
    const line = greet(1);
    chat.act('write', { text: 'hello' });
    timers.pass(15_000);
    assert.equal(own()[0].failure.code, 'unconfirmed');
    line.say('ack', { ref: own()[0].ref, id: 9, seq: 1 });
    assert.equal(own()[0].status, 'stored');
  });

  it('leaves a text that is too large with its writer', () => {
    greet(1);
    assert.equal(chat.act('write', { text: '字'.repeat(4_000) }), false);
    assert.equal(state.notice.code, 'message_too_large');
    assert.deepEqual(own(), []);
  });

  it('sends privately from a private conversation', () => {
    const line = greet(1);
    chat.act('openPrivate', { person: { id: 2, name: 'Grace' } });
    chat.act('write', { text: 'psst' });
    const [{ to_id: to, content }] = line.ofType('private_message');
    assert.deepEqual([to, content], [2, 'psst']);
    assert.deepEqual(line.ofType('message'), []);
  });

  it('sends nothing private to who has the same number on a server begun anew', () => {
    greet(1);
    WebSocket.last.break();
    chat.act('write', { text: 'to all' });
    chat.act('openPrivate', { person: { id: 2, name: 'Grace' } });
    chat.act('write', { text: 'psst' });
    timers.pass(500);
    const line = greet(1, { startedAt: 950 });
    assert.deepEqual(
      line.sent.map(({ content }) => content),
      ['to all'],
    );
  });

  it('works where nothing can be remembered', () => {
    const session = createSession(() => {
      throw new Error('refused');
    });
    session.rememberName('Ada');
    assert.equal(session.recall().name, 'Ada');
  });
});
