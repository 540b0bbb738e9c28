import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { mayDelete, mayEdit } from '../../main/webapp/js/editWindow.js';
import { fakeTab } from './fakeTab.js';
import { history, message, users, welcome } from './fakes.js';

const MINUTE = 60_000;

describe('what one said', () => {
  const own = { own: true, at: 1_000_000 };
  const within = { editMs: MINUTE, aheadMs: 0, rosters: new Map() };
  const last = own.at + MINUTE - 1;

  it('can be changed for as long as the server says, by its clock', () => {
    assert.equal(mayEdit(within, own, last), true);
    assert.equal(mayEdit(within, own, last + 1), false);
    assert.equal(mayEdit({ ...within, aheadMs: 1 }, own, last), false);
    assert.equal(mayEdit({ ...within, aheadMs: -MINUTE }, own, last + MINUTE), true);
    assert.equal(mayEdit({ ...within, editMs: 0 }, own, Number.MAX_SAFE_INTEGER), true);
  });

  it('can be changed by nobody else, but deleted by an admin, at any time', () => {
    const others = { own: false, at: own.at };
    assert.equal(mayEdit(within, others, own.at), false);
    assert.equal(mayDelete(within, others, own.at), false);
    assert.equal(mayDelete(within, own, last + 1), false);
    const people = new Map([[1, { id: 1, is_admin: true }]]);
    const admin = { ...within, me: { id: 1 }, rosters: new Map([['general', { people }]]) };
    assert.equal(mayDelete(admin, others, last + 1), true);
    assert.equal(mayEdit(admin, others, own.at), false);
  });
});

describe('a change that comes too late', () => {
  let tab;
  let line;

  function greet(rest) {
    tab = fakeTab();
    line = tab.WebSocket.last;
    line.accept();
    const greeting = { ...welcome(1), ...rest };
    greeting.content.limits.edit_window_seconds = 60;
    const mine = message(1, 'mine', { from: 1 });
    line.sayAll(greeting, users([1, 'Ada']), history(mine));
  }

  beforeEach(() => greet());

  it('is not asked for, and what was written stays with its writer', () => {
    tab.act('compose', { composing: { kind: 'edit', id: 101 } });
    tab.timers.pass(MINUTE + 2);
    assert.equal(tab.act('edit', { id: 101, text: 'better' }), false);
    assert.equal(tab.state.notice.code, 'too_late_to_edit');
    assert.deepEqual(tab.conversation().composing, { kind: 'edit', id: 101 });
    tab.act('remove', { id: 101 });
    assert.equal(tab.state.notice.code, 'too_late_to_delete');
    assert.deepEqual([...line.ofType('edit'), ...line.ofType('delete')], []);
  });

  it('is asked for while there is time', () => {
    assert.equal(tab.act('edit', { id: 101, text: 'better' }), true);
    line.say('ack', { ref: line.ofType('edit')[0].ref, id: 102, seq: 2 });
    tab.act('remove', { id: 101 });
    assert.equal(line.ofType('delete').length, 1);
  });

  it('comes too late by the clock of the server, where that is another', () => {
    greet({ timestamp: 1_060 });
    assert.equal(tab.state.aheadMs, MINUTE);
    assert.equal(tab.act('edit', { id: 101, text: 'better' }), true);
    tab.timers.pass(1);
    assert.equal(tab.act('edit', { id: 101, text: 'better' }), false);
  });
});
