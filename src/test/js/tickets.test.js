import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { createConnection } from '../../main/webapp/js/connection.js';
import { createForeign } from '../../main/webapp/js/foreign.js';
import { fakeTimers, fakeWebSocket } from './fakes.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the element in a page of another origin', () => {
  let timers;
  let WebSocket;
  let states;
  let asked;
  let answer;
  let login;
  let connection;

  const gives = (ticket) => ({ ok: true, status: 200, json: async () => ({ ticket }) });

  beforeEach(() => {
    timers = fakeTimers();
    WebSocket = fakeWebSocket();
    states = [];
    asked = [];
    answer = async () => gives('a b');
    login = createForeign({
      tickets: '/portal/ticket',
      fetch: (...request) => {
        asked.push(request);
        return answer();
      },
    });
    connection = createConnection({
      url: 'ws://example.org/chat/ws',
      ticket: login.ticket,
      WebSocket,
      timers,
      random: () => 0.5,
      now: timers.now,
      hello: () => ({ type: 'hello' }),
      onReplaced() {},
      onState: (state) => states.push(state),
      onMessage() {},
    });
  });

  const status = () => states.at(-1).status;

  it('shows a new ticket on each line', async () => {
    connection.start();
    assert.equal(WebSocket.opened.length, 0);
    await settled();
    assert.equal(WebSocket.last.url, 'ws://example.org/chat/ws?ticket=a%20b');
    assert.deepEqual(WebSocket.last.offered, ['chat.v1']);
    WebSocket.last.accept();
    WebSocket.last.break();
    answer = async () => gives('next');
    timers.pass(500);
    await settled();
    assert.equal(WebSocket.last.url, 'ws://example.org/chat/ws?ticket=next');
    assert.deepEqual(
      asked.map(([address, { cache }]) => [address, cache]),
      [
        ['/portal/ticket', 'no-store'],
        ['/portal/ticket', 'no-store'],
      ],
    );
  });

  it('tries again where there is no ticket now, and knows when there will be none', async () => {
    answer = async () => ({ ok: false, status: 503 });
    connection.start();
    await settled();
    assert.equal(status(), 'waiting');
    assert.equal(await login.isOver(), false);
    answer = () => Promise.reject(new TypeError('offline'));
    timers.pass(60_000);
    await settled();
    assert.equal(status(), 'waiting');
    answer = async () => ({ ok: false, status: 401 });
    timers.pass(60_000);
    await settled();
    assert.equal(await login.isOver(), true);
    assert.equal(WebSocket.opened.length, 0);
  });

  it('opens nothing when it was taken out while it asked', async () => {
    connection.start();
    connection.stop();
    await settled();
    assert.equal(WebSocket.opened.length, 0);
  });

  it('gives a ticket up that does not come', async () => {
    answer = () => new Promise(() => {});
    connection.start();
    await settled();
    timers.pass(120_000);
    assert.ok(asked.length > 1);
  });

  it('needs no ticket where everybody is a guest', () => {
    assert.equal(createForeign({ tickets: null }).ticket, undefined);
  });
});
