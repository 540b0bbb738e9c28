import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { backoff } from '../../main/webapp/js/backoff.js';
import { createConnection } from '../../main/webapp/js/connection.js';
import { bytes, fakeTimers, fakeWebSocket, welcome } from './fakes.js';

describe('the connection', () => {
  let timers;
  let WebSocket;
  let states;
  let heard;
  let contents;
  let hellos;
  let replaced;
  let connection;

  beforeEach(() => {
    timers = fakeTimers();
    WebSocket = fakeWebSocket();
    states = [];
    heard = [];
    contents = [];
    hellos = 0;
    replaced = 0;
    connection = createConnection({
      url: 'ws://example.org/chat/ws',
      WebSocket,
      timers,
      random: () => 0.5,
      now: timers.now,
      isWatched: () => true,
      hello: () => ({ type: 'hello', number: ++hellos }),
      onReplaced: () => replaced++,
      onState: (state) => states.push(state),
      onMessage({ type, content }) {
        heard.push(type);
        contents.push(content);
      },
    });
    connection.start();
    WebSocket.last.accept();
  });

  const greet = () => WebSocket.last.say('welcome', welcome(1));
  const status = () => states.at(-1).status;

  it('speaks chat.v1 and begins each line with a hello', () => {
    assert.deepEqual(WebSocket.last.offered, ['chat.v1']);
    WebSocket.last.break();
    timers.pass(500);
    WebSocket.last.accept();
    assert.deepEqual(
      WebSocket.opened.map(({ sent }) => sent),
      [[{ type: 'hello', number: 1 }], [{ type: 'hello', number: 2 }]],
    );
  });

  it('says that it cannot talk to a server that does not speak it', () => {
    WebSocket.last.break();
    timers.pass(500);
    WebSocket.last.accept('');
    assert.deepEqual(states.at(-1), { status: 'stopped', code: 4002 });
    assert.deepEqual(WebSocket.last.sent, []);
    assert.equal(WebSocket.last.readyState, 3);
  });

  it('hears every line of a frame, and no empty one', () => {
    WebSocket.last.onmessage({ data: '{"type":"a"}\n\n{"type":"b"}\nno\n{"type":"c"}\n' });
    assert.deepEqual(heard, ['a', 'b', 'c']);
  });

  it('hears the same in binary frames, which it asks the browser for as bytes', () => {
    const { last } = WebSocket;
    assert.equal(last.binaryType, 'arraybuffer');
    const told = { type: 'message', content: '字 \u{1f44b} é' };
    last.onmessage({ data: bytes(`{"type":"a"}\n\n${JSON.stringify(told)}\nno\n`) });
    last.onmessage({ data: '{"type":"c"}' });
    assert.deepEqual(heard, ['a', 'message', 'c']);
    assert.equal(contents[1], told.content);
  });

  it('loses to bytes that are no text only what they are in', () => {
    const frame = new Uint8Array(bytes('{"type":"a"}\n{"type":"?"}\n{"type":"b"}'));
    frame[frame.indexOf('?'.charCodeAt())] = 0xff;
    WebSocket.last.onmessage({ data: frame.buffer });
    assert.deepEqual(heard, ['a', '\ufffd', 'b']);
  });

  it('takes a binary frame for a sign of life', () => {
    greet();
    for (let i = 0; i < 5; i++) {
      timers.pass(19_000);
      WebSocket.last.onmessage({ data: bytes('{"type":"message"}') });
    }
    assert.deepEqual(WebSocket.last.ofType('ping'), []);
    timers.pass(30_000);
    assert.equal(status(), 'waiting');
  });

  it('gives up a line on which nobody greets', () => {
    for (let i = 0; i < 3; i++) {
      timers.pass(4_900);
      WebSocket.last.say('pong');
    }
    assert.equal(status(), 'connecting');
    timers.pass(300);
    assert.equal(status(), 'waiting');
  });

  it('comes back as somebody new when another has its token', () => {
    greet();
    WebSocket.last.break(4000);
    assert.equal(replaced, 1);
    timers.pass(500);
    WebSocket.last.accept();
    assert.equal(WebSocket.last.ofType('hello')[0].number, 2);
  });

  it('comes back to a server that lets nobody in when that asks for it', () => {
    const content = { code: 'unavailable', retry_after_ms: 3_000 };
    WebSocket.last.say('error', { content });
    WebSocket.last.break(1013);
    assert.equal(states.at(-1).cause, 'unavailable');
    assert.equal(timers.next(), 3_500);
    timers.pass(3_500);
    WebSocket.last.break();
    assert.equal(states.at(-1).cause, 'lost');
  });

  it('is connected once it is greeted', () => {
    assert.equal(status(), 'connecting');
    greet();
    assert.equal(status(), 'connected');
  });

  it('comes back after a while, later each time, until it is greeted', () => {
    const waits = [];
    for (let i = 0; i < 7; i++) {
      WebSocket.last.break();
      waits.push(timers.next());
      timers.pass(timers.next());
    }
    assert.deepEqual(waits, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    WebSocket.last.accept();
    greet();
    WebSocket.last.break();
    assert.equal(timers.next(), 500);
  });

  it('says when it comes back', () => {
    WebSocket.last.break();
    const until = timers.now() + 500;
    assert.deepEqual(states.at(-1), { status: 'waiting', until, cause: 'lost' });
  });

  it('comes back when a server going away asked for it', () => {
    greet();
    WebSocket.last.say('going_away', { content: { retry_after_ms: 7_000 } });
    WebSocket.last.break(1001);
    assert.equal(timers.next(), 7_000);
  });

  for (const code of [1008, 1009, 4001, 4002, 4003]) {
    it(`does not come back by itself after ${code}, but when a person asks`, () => {
      greet();
      WebSocket.last.break(code);
      timers.pass(3_600_000);
      connection.wake();
      assert.deepEqual(states.at(-1), { status: 'stopped', code });
      assert.equal(WebSocket.opened.length, 1);
      connection.reconnect();
      assert.equal(WebSocket.opened.length, 2);
    });
  }

  it('comes back slowly to a full server, even if the machine wakes up', () => {
    WebSocket.last.break(1013);
    assert.equal(states.at(-1).cause, 'full');
    assert.equal(timers.next(), 20_000);
    connection.wake();
    assert.equal(WebSocket.opened.length, 1);
  });

  it('comes back at once when the machine is online again', () => {
    WebSocket.last.break();
    connection.wake();
    assert.equal(WebSocket.opened.length, 2);
    assert.equal(status(), 'connecting');
  });

  it('asks after a silence and is content with any answer', () => {
    greet();
    timers.pass(20_000);
    assert.deepEqual(WebSocket.last.ofType('ping'), [{ type: 'ping' }]);
    WebSocket.last.say('pong');
    timers.pass(19_000);
    assert.equal(status(), 'connected');
  });

  it('gives up a line that does not answer', () => {
    greet();
    timers.pass(30_000);
    assert.equal(status(), 'waiting');
    assert.equal(WebSocket.opened[0].readyState, 3);
  });

  it('gives up a line that never opens', () => {
    WebSocket.last.break();
    timers.pass(500);
    timers.pass(30_000);
    assert.equal(status(), 'waiting');
  });

  it('finds out soon whether the line survived a sleep', () => {
    greet();
    connection.wake();
    timers.pass(4_000);
    assert.equal(status(), 'waiting');
  });

  it('ignores what an abandoned line still says', () => {
    greet();
    const [old] = WebSocket.opened;
    timers.pass(30_500);
    old.onclose({ code: 1006 });
    assert.equal(status(), 'connecting');
  });

  it('ignores what is no envelope', () => {
    for (const data of ['', 'x', 'null', '[]', '{}', '{"type":1}'])
      WebSocket.last.onmessage({ data });
    assert.equal(status(), 'connecting');
  });

  it('sends only on an open line', () => {
    assert.equal(connection.send({ type: 'ping' }), true);
    WebSocket.last.break();
    assert.equal(connection.send({ type: 'ping' }), false);
  });

  it('is silent after its end', () => {
    greet();
    connection.stop();
    timers.pass(3_600_000);
    assert.equal(WebSocket.opened.length, 1);
  });
});

describe('the backoff', () => {
  it('spreads over the whole span', () => {
    assert.equal(
      backoff(3, 1006, () => 0),
      0,
    );
    assert.equal(
      backoff(3, 1006, () => 1),
      8_000,
    );
    assert.equal(
      backoff(1_000, 1006, () => 1),
      30_000,
    );
  });
});
