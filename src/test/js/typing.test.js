import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { writers } from '../../main/webapp/js/typing.js';
import { history, privately, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('who is writing', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), history()]);
  });

  const told = () => line.ofType('typing').map((said) => [said.room ?? said.to_id, said.is_typing]);
  const wrote = (text) => tab.act('wrote', { text });
  const hear = (isTyping, { room = 'general', id = 2, name = 'Grace' } = {}) =>
    line.say('typing', { room, content: { user_id: id, user_name: name, is_typing: isTyping } });
  const shown = () => writers(tab.state);

  it('is told to the others, now and then, and that it ended', () => {
    wrote('H');
    wrote('He');
    tab.timers.pass(3_999);
    wrote('Hel');
    assert.deepEqual(told(), [['general', true]]);
    tab.timers.pass(1);
    wrote('Hell');
    wrote('');
    wrote('');
    assert.deepEqual(told(), [
      ['general', true],
      ['general', true],
      ['general', false],
    ]);
  });

  it('is not told of what is sent, which tells it, nor of commands', () => {
    wrote('Hello');
    tab.write('Hello');
    wrote('');
    wrote('/nick Ada');
    assert.deepEqual(told(), [['general', true]]);
    tab.timers.pass(4_000);
    wrote('/me waves');
    assert.equal(told().length, 2);
  });

  it('is told when the server takes it of who stopped and begins again at once', () => {
    wrote('Hel');
    wrote('');
    wrote('Hello');
    assert.deepEqual(told(), [
      ['general', true],
      ['general', false],
    ]);
    tab.timers.pass(3_999);
    assert.equal(told().length, 2);
    tab.timers.pass(1);
    assert.deepEqual(told().at(-1), ['general', true]);
  });

  it('is not told any more of who begins again and sends it, or gives it up', () => {
    wrote('Hel');
    wrote('');
    wrote('Hello');
    tab.write('Hello');
    tab.timers.pass(5_000);
    wrote('x');
    wrote('');
    wrote('y');
    wrote('');
    tab.timers.pass(5_000);
    assert.deepEqual(
      told().map(([, on]) => on),
      [true, false, true, false],
    );
  });

  it('ends where one was when one goes on elsewhere, and is told to one person in private', () => {
    wrote('Hello');
    tab.act('openPrivate', { person: { id: 2, name: 'Grace' } });
    wrote('psst');
    assert.deepEqual(told(), [
      ['general', true],
      ['general', false],
      [2, true],
    ]);
  });

  it('is not told where the server does not tell it, until there is another line', () => {
    wrote('H');
    tab.refuse(line, line.ofType('typing')[0], 'unsupported');
    tab.timers.pass(5_000);
    wrote('He');
    assert.equal(told().length, 1);
    assert.equal(tab.state.notice, null);
    tab.breakLine();
    line = tab.resume(1);
    wrote('Hel');
    assert.deepEqual(told(), [['general', true]]);
  });

  it('is heard of others, in its room, until it ends', () => {
    hear(true);
    hear(true, { id: 3, name: 'Bea' });
    hear(true, { room: '@2' });
    assert.deepEqual(shown(), ['Grace', 'Bea']);
    hear(false);
    assert.deepEqual(shown(), ['Bea']);
    line.sayAll(privately(1, 'psst'));
    tab.act('open', { key: '@2' });
    assert.deepEqual(shown(), ['Grace']);
  });

  it('ends by itself when nothing more is heard', () => {
    hear(true);
    tab.timers.pass(7_000);
    line.say('pong');
    hear(true);
    tab.timers.pass(7_000);
    assert.deepEqual(shown(), ['Grace']);
    tab.timers.pass(1_000);
    assert.deepEqual(shown(), []);
  });

  it('is not shown of who is ignored', () => {
    hear(true);
    line.say('ignored', { content: { user_ids: [2] } });
    assert.deepEqual(shown(), []);
  });
});
