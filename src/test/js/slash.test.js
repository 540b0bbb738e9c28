import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { actionIn, addressed, parseCommand, roomNamed } from '../../main/webapp/js/slash.js';
import { suggestions, typedAt } from '../../main/webapp/js/completion.js';
import { history, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('a command', () => {
  it('is a slash and a word, in any case, and what comes after it', () => {
    assert.deepEqual(parseCommand('/NICK  Ada Lovelace '), {
      name: 'nick',
      words: 'Ada Lovelace ',
    });
    assert.deepEqual(parseCommand('/help'), { name: 'help', words: '' });
    assert.deepEqual(parseCommand('/topic\nnews\nof today'), {
      name: 'topic',
      words: 'news\nof today',
    });
  });

  it('is nothing else', () => {
    for (const text of ['hello', ' /nick Ada', 'a/b', '1/2'])
      assert.deepEqual(parseCommand(text), { name: 'say', text });
    assert.deepEqual(parseCommand('//etc/hosts'), { name: 'say', text: '/etc/hosts' });
  });

  it('that there is not is named, also what every object has', () => {
    for (const word of ['foo', 'constructor', '__proto__', 'etc/hosts', ''])
      assert.deepEqual(parseCommand(`/${word} bar`), { name: 'unknown', word });
  });

  it('needs what it is about', () => {
    for (const command of ['nick', 'me', 'join', 'msg'])
      assert.deepEqual(parseCommand(`/${command}  `), { name: 'incomplete', command });
  });

  it('that says what one does is a message, and shown as what one does', () => {
    assert.deepEqual(parseCommand('/me waves'), { name: 'say', text: '/me waves' });
    assert.deepEqual(parseCommand('/ME waves'), { name: 'say', text: '/me waves' });
    assert.equal(actionIn('/me waves\nback'), 'waves\nback');
    for (const text of ['/me', '/me ', '/mean', ' /me waves', 'waves'])
      assert.equal(actionIn(text), null);
  });

  it('is suggested while it is begun', () => {
    const offered = (text) => {
      const typed = typedAt(text, text.length);
      return typed?.kind === 'command'
        ? suggestions(typed, [], '').map(({ insert }) => insert)
        : [];
    };
    const all = ['nick', 'me', 'topic', 'join', 'part', 'msg', 'help'];
    assert.deepEqual(
      offered('/'),
      all.map((name) => `/${name} `),
    );
    assert.deepEqual(offered('/M'), ['/me ', '/msg ']);
    for (const text of ['', '//', '/me', '/me ', 'a /m', '/x']) assert.deepEqual(offered(text), []);
  });

  it('names rooms as people do', () => {
    assert.equal(roomNamed(' #General '), 'general');
    assert.equal(roomNamed('＃'), '#');
    assert.equal(roomNamed('读书会'), '读书会');
  });

  it('addresses the longest name that fits, in any case', () => {
    const people = ['Ann', 'Ann Lee', '小明'].map((name, id) => ({ id, name }));
    const to = (words) => [addressed(words, people).person?.name, addressed(words, people).text];
    assert.deepEqual(to('ann lee hello'), ['Ann Lee', 'hello']);
    assert.deepEqual(to('Ann hello'), ['Ann', 'hello']);
    assert.deepEqual(to('小明 你好'), ['小明', '你好']);
    assert.deepEqual(to('Ann'), ['Ann', '']);
    assert.deepEqual(to('Anna hello'), [undefined, '']);
  });
});

describe('somebody who writes a command', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    tab.rooms = { general: 2, random: 1 };
    line = tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), history()]);
  });

  const last = (type) => line.ofType(type).at(-1);

  it('takes a name, joins a room and leaves it', () => {
    assert.equal(tab.write('/nick Ada'), true);
    assert.equal(last('set_name').name, 'Ada');
    assert.equal(tab.write('/join #Random'), true);
    assert.equal(last('join_room').room, 'random');
    assert.equal(tab.write('/part'), true);
    assert.deepEqual([tab.state.current, last('leave_room')], ['general', undefined]);
    line.say('room_joined', { room: 'random', ref: last('join_room').ref });
    assert.equal(line.ofType('message').length, 0);
  });

  it('writes privately to who is meant, and to nobody else', () => {
    assert.equal(tab.write('/msg grace psst'), true);
    const { to_id: to, content } = last('private_message');
    assert.deepEqual([to, content, tab.state.current], [2, 'psst', '@2']);
    assert.equal(tab.write('/msg Nobody psst'), false);
    assert.equal(tab.state.notice.code, 'nobody_called');
  });

  it('says what the room is about, or is asked', () => {
    tab.write('/topic Films');
    assert.deepEqual([last('set_topic').room, last('set_topic').topic], ['general', 'Films']);
    tab.write('/topic');
    assert.deepEqual([tab.state.dialog.kind, tab.state.dialog.room], ['room', 'general']);
    tab.act('openPrivate', { person: { id: 2, name: 'Grace' } });
    assert.equal(tab.write('/topic Films'), false);
    assert.equal(tab.state.notice.code, 'no_room');
  });

  it('is shown those that there are, and told of one that there is not', () => {
    tab.write('/help');
    assert.equal(tab.state.dialog.kind, 'commands');
    assert.equal(tab.write('/halp me'), false);
    assert.deepEqual(tab.state.notice, { code: 'unknown_command', word: 'halp' });
    assert.equal(tab.write('/msg'), false);
    assert.equal(tab.state.notice.code, 'incomplete_msg');
    assert.deepEqual(line.ofType('message'), []);
  });

  it('says with two slashes what begins with one', () => {
    assert.equal(tab.write('//etc/hosts'), true);
    assert.equal(last('message').content, '/etc/hosts');
    assert.equal(tab.entries()[0].text, '/etc/hosts');
  });
});
