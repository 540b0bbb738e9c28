import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { fakeStorage, history, message, privately, welcome } from './fakes.js';
import { contents, fakeTab } from './fakeTab.js';

describe('the chat', () => {
  let tab;

  beforeEach(() => (tab = fakeTab()));

  describe('sends what was written', () => {
    it('without a line as soon as there is one, after the name', () => {
      tab.greet(1);
      tab.WebSocket.last.break();
      tab.act('chooseName', { name: 'Ada' });
      assert.equal(tab.write('hello'), true);
      assert.deepEqual(tab.statuses(), ['hello waiting']);
      tab.timers.pass(500);
      const line = tab.resume(1);
      assert.deepEqual(
        line.sent.map(({ type }) => type),
        ['hello', 'ping', 'set_name', 'message', 'get_rooms'],
      );
      assert.deepEqual(tab.statuses(), ['hello sending']);
    });

    it('again under the same ref on the next line, in its order, until it is stored', () => {
      const first = tab.greet(1);
      for (const text of ['one', 'two', 'three']) tab.write(text);
      tab.breakLine();
      assert.deepEqual(tab.statuses(), ['one waiting', 'two waiting', 'three waiting']);
      const line = tab.resume(1);
      tab.ack(line, line.ofType('message')[0], 1);
      tab.breakLine();
      const last = tab.resume(1);
      tab.ack(last, last.ofType('message')[0], 2);
      tab.ack(last, last.ofType('message')[1], 3);
      assert.deepEqual([first, line, last].map(contents), [
        ['one'],
        ['one', 'two'],
        ['two', 'three'],
      ]);
      assert.equal(line.ofType('message')[0].ref, first.ofType('message')[0].ref);
      assert.deepEqual(tab.statuses(), ['one stored', 'two stored', 'three stored']);
    });

    it('also after a reload', () => {
      tab.greet(1);
      tab.WebSocket.last.break();
      tab.write('one');
      tab.write('two');
      tab.reload();
      tab.act('visible', { isVisible: true });
      assert.deepEqual(tab.statuses(), ['one waiting', 'two waiting']);
      const line = tab.resume(1);
      tab.ack(line, line.ofType('message')[0], 1);
      tab.ack(line, line.ofType('message')[1], 2);
      assert.deepEqual(contents(line), ['one', 'two']);
      tab.reload();
      assert.deepEqual(contents(tab.resume(1)), []);
    });

    it('once to see, when its answer was lost with the line', () => {
      tab.greet(1);
      tab.write('mine');
      tab.breakLine();
      const mine = message(1, 'mine', { from: 1, name: 'User1' });
      const line = tab.resume(1, mine, message(2, 'theirs'));
      assert.deepEqual(tab.statuses(), ['mine stored', 'theirs stored']);
      tab.ack(line, line.ofType('message')[0], 1);
      assert.deepEqual(tab.statuses(), ['mine stored', 'theirs stored']);
    });

    it('also when an earlier one with the same words comes first', () => {
      tab.greet(1);
      tab.write('yes');
      tab.breakLine();
      const line = tab.resume(1, message(1, 'yes', { from: 1, name: 'User1' }));
      tab.ack(line, line.ofType('message')[0], 2);
      assert.deepEqual(tab.statuses(), ['yes stored', 'yes stored']);
    });

    for (const code of ['unavailable', 'rate_limited']) {
      it(`later, in its order, when the server says ${code}`, () => {
        const line = tab.greet(1);
        tab.write('one');
        tab.write('two');
        tab.refuse(line, line.ofType('message')[0], code, { retry_after_ms: 900 });
        assert.deepEqual(tab.statuses(), ['one waiting', 'two waiting']);
        tab.timers.pass(899);
        assert.deepEqual(contents(line), ['one']);
        tab.timers.pass(1);
        tab.ack(line, line.ofType('message')[1], 1);
        assert.deepEqual(contents(line), ['one', 'one', 'two']);
      });
    }

    it('and marks what the server refuses, offers it again, and goes on', () => {
      const line = tab.greet(1);
      tab.write('one');
      tab.write('two');
      const [{ ref }] = line.ofType('message');
      tab.refuse(line, { ref }, 'not_allowed');
      assert.deepEqual(tab.statuses(), ['one failed', 'two sending']);
      assert.equal(tab.state.notice, null);
      tab.ack(line, line.ofType('message')[1], 1);
      tab.reload();
      const next = tab.resume(1);
      assert.deepEqual(contents(next), []);
      assert.equal(tab.entries().at(-1).failure.code, 'not_allowed');
      tab.act('retry', { ref });
      tab.ack(next, { ref }, 2);
      assert.equal(tab.entries().at(-1).status, 'stored');
    });

    it('a few times when nothing is answered, and believes a late answer', () => {
      const line = tab.greet(1);
      tab.write('hello');
      tab.timers.pass(10_000);
      line.say('pong');
      tab.timers.pass(10_000);
      line.say('pong');
      tab.timers.pass(10_000);
      assert.deepEqual(contents(line), ['hello', 'hello', 'hello']);
      assert.equal(tab.entries()[0].failure.code, 'unconfirmed');
      tab.ack(line, line.ofType('message')[0], 1);
      assert.deepEqual(tab.statuses(), ['hello stored']);
    });

    it('but leaves a text that is too large with its writer', () => {
      tab.greet(1);
      assert.equal(tab.act('write', { text: '字'.repeat(4_000) }), false);
      assert.equal(tab.state.notice.code, 'message_too_large');
      assert.deepEqual(tab.entries(), []);
    });

    it('as large as the server takes it', () => {
      const line = tab.WebSocket.last;
      line.accept();
      const greeting = welcome(1);
      greeting.content.limits.message_bytes = 256;
      line.sayAll(greeting, history());
      assert.equal(tab.act('write', { text: 'x'.repeat(256) }), false);
      assert.equal(tab.act('write', { text: 'x'.repeat(150) }), true);
    });

    it('privately from a private conversation', () => {
      const line = tab.greet(1);
      tab.act('openPrivate', { person: { id: 2, name: 'Grace' } });
      tab.write('psst');
      const [{ to_id: to, content }] = line.ofType('private_message');
      assert.deepEqual([to, content], [2, 'psst']);
      assert.deepEqual(contents(line), []);
    });
  });

  describe('taken for somebody new', () => {
    it('does not send again what the server may have, but what it cannot have', () => {
      tab.greet(1);
      tab.timers.pass(100);
      tab.write('sent');
      tab.write('not sent');
      tab.breakLine();
      const line = tab.greet(2, {}, [history(message(1, 'sent', { from: 1, name: 'User1' }))]);
      assert.deepEqual(contents(line), ['not sent']);
      assert.deepEqual(tab.statuses(), ['sent stored', 'sent failed', 'not sent sending']);
      assert.equal(tab.entries()[1].failure.code, 'unconfirmed');
    });

    it('forgets what it knew as another', () => {
      tab.greet(1, {}, [history(message(1, 'before'))]).sayAll(privately(4, 'psst'));
      tab.breakLine();
      const line = tab.greet(1, {}, []);
      const [{ ref }] = line.ofType('get_history');
      line.sayAll({ ...history(message(1, 'after')), ref });
      assert.deepEqual(tab.statuses(), ['after stored']);
      assert.deepEqual([...tab.state.conversations.keys()], ['general']);
    });

    it('sends nothing private to who may have the same number on a server that keeps nothing', () => {
      tab.greet(1, { persistent: false });
      tab.WebSocket.last.break();
      tab.write('to all');
      tab.act('openPrivate', { person: { id: 2, name: 'Grace' } });
      tab.write('psst');
      tab.timers.pass(500);
      const line = tab.greet(1, { persistent: false });
      tab.ack(line, line.ofType('message')[0], 1);
      assert.deepEqual(contents(line), ['to all']);
      assert.deepEqual(line.ofType('private_message'), []);
    });
  });

  describe('in a tab that was duplicated', () => {
    it('leaves who it was to the other, and begins anew', () => {
      const line = tab.greet(1, {}, [history(message(1, 'before'))]);
      tab.timers.pass(100);
      tab.named(line, 'Ada');
      tab.write('mine');
      tab.breakLine(4000);
      tab.WebSocket.last.accept();
      assert.deepEqual(tab.hello(), { type: 'hello', frames: 'binary', rooms: { general: 0 } });
      tab.greet(2, {}, [history(message(1, 'before'))]);
      assert.equal(tab.state.notice.code, 'replaced');
      assert.equal(tab.state.naming.open, true);
      assert.deepEqual(contents(tab.WebSocket.last), []);
      assert.deepEqual(tab.statuses(), ['before stored', 'mine failed']);
      tab.breakLine();
      tab.WebSocket.last.accept();
      assert.equal(tab.hello().resume_token, 'token-2');
    });

    it('keeps who it is, if it came later, and the first does not come for it', () => {
      tab.greet(1);
      const { chat: first, storage: its } = tab;
      const [firstLine] = tab.WebSocket.opened;
      tab.storage = fakeStorage(its.getItem('chatroom'));
      tab.open();
      tab.resume(1);
      firstLine.break(4000);
      tab.timers.pass(500);
      tab.WebSocket.last.accept();
      assert.equal(tab.hello().resume_token, undefined);
      const token = (storage) => JSON.parse(storage.getItem('chatroom')).token;
      assert.deepEqual([its, tab.storage].map(token), ['', 'token-1']);
      first.stop();
    });
  });
});
