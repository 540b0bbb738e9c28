import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { history, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('who was invited', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), history()]);
    line.say('room_created', {
      room: 'plans',
      content: { name: 'plans', topic: '', private: true, announcement: true, owner_id: 1 },
    });
    line.sayAll({ ...users([1, 'User1']), room: 'plans' });
    line.sayAll({ ...history(), room: 'plans', ref: last('get_history').ref });
  });

  const asked = () => line.ofType('get_members');
  const last = (type) => line.ofType(type).at(-1);
  const shown = () =>
    [...tab.state.dialog.members.people.values()].map(
      ({ id, name, mayWrite, isOnline }) => `${id} ${name} ${mayWrite} ${isOnline}`,
    );
  const me = { user_id: 1, user_name: 'User1', may_write: true, is_owner: true, is_online: true };
  const bea = { user_id: 3, user_name: 'Bea', may_write: true };
  const tell = (to = line, ...people) => {
    const content = [me, ...people];
    const { ref } = to.ofType('get_members').at(-1);
    to.say('members', { room: 'plans', ref, members_count: content.length, content });
  };
  const open = (room = 'plans') => tab.act('dialog', { kind: 'room', room });

  it('is asked by the owner who looks at the room, once, and by nobody else', () => {
    open('general');
    assert.equal(asked().length, 0);
    open();
    assert.deepEqual(
      asked().map(({ room }) => room),
      ['plans'],
    );
    tell(line, bea);
    assert.deepEqual(shown(), ['3 Bea true false']);
    assert.equal(tab.state.dialog.members.count, 1);
    assert.equal(asked().length, 1);
    assert.equal(tab.state.asked, null);
  });

  it('follows what is told of it', () => {
    open();
    tell(line, bea);
    const grace = { user_id: 2, user_name: 'Grace', may_write: false };
    line.say('member_added', { room: 'plans', content: grace });
    line.say('member_added', { room: 'plans', content: { ...bea, may_write: false } });
    assert.deepEqual(shown(), ['3 Bea false false', '2 Grace false true']);
    line.say('member_removed', { room: 'plans', content: { user_id: 3 } });
    line.say('member_removed', { room: 'plans', content: { user_id: 4 } });
    assert.deepEqual([shown(), tab.state.dialog.members.count], [['2 Grace false true'], 1]);
    const lines = tab.conversation('plans').entries.map(({ event, name }) => `${event} ${name}`);
    assert.deepEqual(lines.at(-1), 'uninvited Bea');
  });

  it('is asked again on another line, for what was not told meanwhile', () => {
    open();
    tell(line, bea);
    tab.breakLine();
    const next = tab.resume(1);
    next.sayAll({ ...users([1, 'User1']), room: 'plans' }, { ...history(), room: 'plans' });
    const owned = { name: 'plans', private: true, announcement: true, owner_id: 1, last_seq: 0 };
    next.say('rooms', { ref: next.ofType('get_rooms').at(-1).ref, content: [owned] });
    tell(next);
    assert.deepEqual(shown(), []);
  });

  it('is not asked for ever if the server does not say, and the dialog says why', () => {
    open();
    tab.refuse(line, last('get_members'), 'not_allowed');
    assert.equal(tab.state.dialog.failure.code, 'not_allowed');
    assert.deepEqual([shown(), asked().length], [[], 1]);
  });

  it('is not shown in another dialog, if it comes late', () => {
    open();
    tab.act('closeDialog');
    tell(line, bea);
    assert.deepEqual([tab.state.dialog, tab.state.asked], [null, null]);
    open('general');
    assert.equal(tab.state.dialog.members, undefined);
  });

  it('is let write and stopped, in a private room without being taken out of it', () => {
    const about = { room: 'plans', id: 3, isPrivate: true };
    open();
    tab.act('letWrite', about);
    const { type, to_id: to, may_write: mayWrite } = last('invite');
    assert.deepEqual([type, to, mayWrite], ['invite', 3, true]);
    line.say('member_added', { room: 'plans', ref: last('invite').ref, content: bea });
    assert.equal(tab.state.dialog.done, 'letWrite');
    tab.act('stopWriting', about);
    assert.equal(last('invite').may_write, undefined);
    tab.act('stopWriting', { ...about, isPrivate: undefined });
    assert.deepEqual(last('uninvite').to_id, 3);
  });
});
