import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { history, message, privately, welcome } from './fakes.js';
import { contents, fakeTab } from './fakeTab.js';

describe('the chat', () => {
  let tab;

  beforeEach(() => (tab = fakeTab()));

  const names = (line) => line.ofType('set_name').map(({ name }) => name);

  describe('says hello', () => {
    it('and asks for everything, being new', () => {
      tab.greet(1);
      assert.deepEqual(tab.hello(), { type: 'hello', frames: 'binary', rooms: { general: 0 } });
    });

    it('with its token and the last that it knows of each room, after a cut', () => {
      tab.greet(1, {}, [history(message(1, 'a'), message(2, 'b'))]).sayAll(privately(4, 'psst'));
      tab.breakLine();
      tab.WebSocket.last.accept();
      const { rooms, resume_token: token } = tab.hello();
      assert.deepEqual([rooms, token], [{ general: 2, '@2': 4 }, 'token-1']);
    });

    it('with its token and for the newest hundred again, after a reload', () => {
      tab.greet(1, {}, [{ ...history(message(250, 'a')), has_more: true }]);
      tab.reload();
      tab.WebSocket.last.accept();
      const { rooms, resume_token: token } = tab.hello();
      assert.deepEqual([rooms, token], [{ general: 150 }, 'token-1']);
    });

    it('with the name that was chosen, and does not ask for it again when it is refused', () => {
      tab.act('chooseName', { name: 'Ada' });
      const line = tab.WebSocket.last;
      line.accept();
      assert.equal(tab.hello().name, 'Ada');
      line.say('error', { content: { code: 'name_taken' } });
      line.sayAll(welcome(1), history());
      assert.deepEqual(names(line), []);
      assert.equal(tab.state.naming.failure.code, 'name_taken');
      assert.equal(tab.state.naming.open, true);
      assert.equal(tab.state.notice, null);
    });
  });

  describe('has a name', () => {
    it('that it asks for when the greeting does not give it', () => {
      tab.named(tab.greet(1), 'Ada');
      tab.breakLine();
      assert.deepEqual(names(tab.greet(2)), ['Ada']);
    });

    it('that is not remembered when it was refused', () => {
      const line = tab.greet(1);
      tab.act('chooseName', { name: 'Grace' });
      tab.refuse(line, line.ofType('set_name')[0], 'name_taken');
      tab.breakLine();
      tab.WebSocket.last.accept();
      assert.equal(tab.hello().name, undefined);
    });

    it('but forgets one that was chosen without a line and cannot be used', () => {
      tab.act('chooseName', { name: 'x'.repeat(21) });
      tab.WebSocket.last.accept();
      tab.WebSocket.last.say('error', { content: { code: 'invalid_name' } });
      assert.equal(tab.state.naming.failure.code, 'invalid_name');
      tab.breakLine();
      tab.WebSocket.last.accept();
      assert.equal(tab.hello().name, undefined);
    });

    it('and keeps it when another that it asks for cannot be used', () => {
      const line = tab.greet(1);
      tab.named(line, 'Ada');
      tab.act('chooseName', { name: '' });
      tab.refuse(line, line.ofType('set_name')[0], 'invalid_name');
      tab.breakLine();
      tab.WebSocket.last.accept();
      assert.equal(tab.hello().name, 'Ada');
    });

    it('and takes it back when the server notices that the old line is dead', () => {
      tab.named(tab.greet(1), 'Ada');
      tab.breakLine();
      const line = tab.greet(2);
      tab.refuse(line, line.ofType('set_name')[0], 'name_taken');
      assert.equal(tab.state.naming.failure.code, 'name_taken');
      line.say('leave', { content: { user_id: 1, user_name: 'Ada', users_online: 1 } });
      assert.equal(line.ofType('set_name').length, 2);
    });
  });

  it('counts after a reload only what was not there before', () => {
    const line = tab.greet(1);
    line.sayAll(privately(1, 'old'));
    tab.act('open', { key: '@2' });
    tab.act('open', { key: 'general' });
    line.sayAll(privately(2, 'newer'));
    tab.reload();
    tab.resume(1, privately(1, 'old'), privately(2, 'newer'), privately(3, 'newest'));
    assert.equal(tab.conversation('@2').unread, 2);
    assert.equal(tab.conversation('@2').entries.length, 3);
  });

  it('works where nothing can be remembered', () => {
    tab.chat.stop();
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
      tab.storage = {
        getItem: (key) => refusing().getItem(key),
        setItem: () => refusing().setItem(),
      };
      tab.open();
      const line = tab.greet(1);
      tab.write('hello');
      tab.breakLine();
      assert.equal(tab.hello(), undefined);
      assert.deepEqual(contents(tab.resume(1)), ['hello']);
      assert.equal(tab.hello().resume_token, 'token-1');
      assert.equal(line.ofType('message').length, 1);
      tab.chat.stop();
    }
  });
});
