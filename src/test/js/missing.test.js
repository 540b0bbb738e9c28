import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { phaseOf } from '../../main/webapp/js/store.js';
import { history, message, privately } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('the chat', () => {
  let tab;

  beforeEach(() => (tab = fakeTab()));

  describe('reads what is missing', () => {
    const asked = (line) => line.ofType('get_history').at(-1);

    it('and is catching up until then', () => {
      const line = tab.greet(1, {}, [history(message(1, 'a'))]);
      assert.equal(phaseOf(tab.state), 'live');
      line.sayAll(message(4, 'd'), message(5, 'e'));
      assert.equal(phaseOf(tab.state), 'catching-up');
      const { room, after_seq: after, ref } = asked(line);
      assert.deepEqual([room, after], ['general', 1]);
      const missed = { ...history(message(2, 'b')), has_more: true, last_seq: 5, ref };
      line.sayAll(missed);
      assert.equal(asked(line).after_seq, 2);
      const rest = history(message(3, 'c'), message(4, 'd'), message(5, 'e'));
      line.sayAll({ ...rest, ref: asked(line).ref });
      assert.equal(phaseOf(tab.state), 'live');
      assert.equal(line.ofType('get_history').length, 2);
      assert.deepEqual(
        tab.entries().map(({ text }) => text),
        ['a', 'b', 'c', 'd', 'e'],
      );
    });

    it('or begins anew, and what somebody is answering stays', () => {
      tab.greet(1, {}, [history(message(1, 'question?'))]);
      const composing = { kind: 'reply', id: tab.entries()[0].id };
      tab.act('compose', { composing });
      tab.breakLine();
      tab.resume(1, { ...history(message(2_000, 'z')), has_more: true, reset: true });
      assert.deepEqual(tab.conversation().composing, composing);
    });

    it('once more when it is not answered', () => {
      const line = tab.greet(1, {}, [history(message(1, 'a'))]);
      line.sayAll(message(3, 'c'));
      tab.timers.pass(10_000);
      assert.equal(line.ofType('get_history').length, 2);
    });

    it('later when the server says so, and not at all when it refuses', () => {
      const line = tab.greet(1, {}, [history(message(1, 'a'))]);
      line.sayAll(message(3, 'c'));
      tab.refuse(line, asked(line), 'rate_limited', { retry_after_ms: 700 });
      tab.timers.pass(700);
      assert.equal(line.ofType('get_history').length, 2);
      tab.refuse(line, asked(line), 'room_not_found');
      assert.equal(phaseOf(tab.state), 'live');
      tab.timers.pass(10_000);
      assert.equal(line.ofType('get_history').length, 2);
    });

    it('and all anew when too much is', () => {
      tab.greet(1, {}, [history(message(1, 'a'))]);
      tab.write('mine');
      tab.breakLine();
      const anew = { ...history(message(2_000, 'z')), has_more: true, reset: true };
      const line = tab.resume(1, anew);
      assert.deepEqual(tab.statuses(), ['z stored', 'mine sending']);
      assert.equal(phaseOf(tab.state), 'live');
      tab.act('earlier');
      assert.equal(asked(line).before_seq, 2_000);
    });

    it('in a private conversation that is opened', () => {
      const line = tab.greet(1);
      tab.act('openPrivate', { person: { id: 2, name: 'Grace' } });
      assert.equal(asked(line).room, '@2');
      line.sayAll({ ...history(privately(7, 'psst')), room: '@2', ref: asked(line).ref });
      assert.equal(tab.conversation('@2').entries[0].text, 'psst');
    });

    it('from before, when somebody scrolls back, until the beginning', () => {
      const line = tab.greet(1, {}, [{ ...history(message(3, 'c')), has_more: true }]);
      tab.act('earlier');
      tab.act('earlier');
      assert.equal(line.ofType('get_history').length, 1);
      const older = history(message(1, 'a'), message(2, 'b'));
      line.sayAll({ ...older, last_seq: 3, ref: asked(line).ref });
      assert.deepEqual(
        tab.entries().map(({ text }) => text),
        ['a', 'b', 'c'],
      );
      tab.act('earlier');
      assert.equal(line.ofType('get_history').length, 1);
    });
  });
});
