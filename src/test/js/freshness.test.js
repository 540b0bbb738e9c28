import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { history, moved, rooms, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

/** The random number of the fake tab is in the middle of what the waits spread over. */
const WAIT_MS = 30_000;
const cut = { ...users([1, 'User1'], [2, 'Grace']), users_online: 600 };

describe('the list of people', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.greet(1, {}, [cut, history()]);
  });

  const asked = () => line.ofType('get_users');

  /** Time goes by on a line on which people come and go each second. */
  function crowded(seconds) {
    for (let i = 0; i < seconds; i++) {
      tab.timers.pass(1_000);
      line.sayAll(moved(2, 1, 601 + i));
    }
  }

  it('is not asked for again while nobody comes or goes', () => {
    for (let i = 0; i < 20; i++) {
      tab.timers.pass(15_000);
      line.say('pong');
    }
    assert.deepEqual(asked(), []);
  });

  it('is asked for again some time after that, not at once', () => {
    line.sayAll(moved(2, 1, 601));
    tab.timers.pass(15_000);
    line.say('pong');
    tab.timers.pass(14_999);
    assert.deepEqual(asked(), []);
    tab.timers.pass(1);
    assert.deepEqual(asked(), [{ type: 'get_users', room: 'general' }]);
  });

  it('is asked for no more often however many come and go', () => {
    for (let i = 1; i <= 5; i++) {
      crowded(WAIT_MS / 1_000 + 1);
      assert.equal(asked().length, i);
      line.sayAll({ ...cut, users_online: 601 });
    }
  });

  it('is asked for again when there is no answer', () => {
    crowded(2 * (WAIT_MS / 1_000) + 2);
    assert.equal(asked().length, 2);
  });

  it('is not asked for again when a fresh one came by itself', () => {
    line.sayAll(moved(2, 1, 601));
    tab.timers.pass(10_000);
    line.sayAll(users([1, 'User1']));
    tab.timers.pass(15_000);
    line.say('pong');
    tab.timers.pass(10_000);
    assert.deepEqual(asked(), []);
  });

  it('is asked for only when somebody looks at it, and then at once if it is old', () => {
    tab.act('width', { isNarrow: true });
    crowded(100);
    assert.deepEqual(asked(), []);
    tab.act('drawer', { open: true });
    assert.equal(asked().length, 1);
    tab.act('visible', { isVisible: false });
    line.sayAll({ ...cut });
    crowded(100);
    assert.equal(asked().length, 1);
    tab.act('visible', { isVisible: true });
    assert.equal(asked().length, 2);
  });

  it('is not asked for without a line, nor on the next one, which brings its own', () => {
    crowded(20);
    tab.breakLine();
    tab.timers.pass(10_000);
    line = tab.resume(1, cut);
    tab.timers.pass(19_000);
    line.say('pong');
    tab.timers.pass(19_000);
    assert.deepEqual(asked(), []);
  });

  it('is forgotten with the tab', () => {
    line.sayAll(moved(2, 1, 601));
    tab.chat.stop();
    tab.timers.pass(1_000_000);
    assert.deepEqual(asked(), []);
  });
});

describe('the list of rooms', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.greet(1);
  });

  const asked = () => line.ofType('get_rooms');
  const answer = () => line.sayAll({ ...rooms({ general: 1, plans: 1 }), ref: asked().at(-1).ref });

  it('is asked for again soon after the server says that it is another', () => {
    line.say('rooms_changed');
    assert.equal(asked().length, 1);
    tab.timers.pass(999);
    assert.equal(asked().length, 1);
    tab.timers.pass(1);
    assert.equal(asked().length, 2);
    answer();
    tab.timers.pass(10_000);
    assert.equal(asked().length, 2);
    assert.deepEqual(
      tab.state.rooms.map(({ name }) => name),
      ['general', 'plans'],
    );
  });

  it('is asked for once for what changes until then, and again for what changes after', () => {
    line.say('rooms_changed');
    line.say('rooms_changed');
    tab.timers.pass(1_000);
    line.say('rooms_changed');
    answer();
    tab.timers.pass(1_000);
    assert.equal(asked().length, 3);
    answer();
    tab.timers.pass(10_000);
    assert.equal(asked().length, 3);
  });

  it('waits for somebody to look at it', () => {
    tab.act('visible', { isVisible: false });
    line.say('rooms_changed');
    tab.timers.pass(10_000);
    assert.equal(asked().length, 1);
    tab.act('visible', { isVisible: true });
    assert.equal(asked().length, 2);
  });
});
