import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  closedBy,
  mayArchive,
  mayInvite,
  maySetTopic,
  roomInfo,
} from '../../main/webapp/js/facts.js';
import { joinedRooms } from '../../main/webapp/js/rooms.js';
import { seenEntries } from '../../main/webapp/js/ties.js';
import { history, message, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('a room', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    tab.rooms = { general: 1, random: 1 };
    line = tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), history()]);
  });

  const last = (type) => line.ofType(type).at(-1);
  const info = (room) => roomInfo(tab.state, room);
  const events = (room = 'general') =>
    tab.conversation(room).entries.map(({ event, text }) => event ?? text);
  const ours = () => joinedRooms(tab.state).map(({ key }) => key);

  const plan = { room: 'plans', topic: 'What to do', isPrivate: true, isAnnouncement: false };
  function create() {
    tab.act('dialog', { kind: 'create' });
    tab.act('createRoom', plan);
    const { ref } = last('create_room');
    const content = { name: 'plans', topic: 'What to do', private: true, announcement: false };
    line.say('room_created', { room: 'plans', ref, content: { ...content, owner_id: 1 } });
    line.say('room_joined', { room: 'plans' });
    line.sayAll({ ...users([1, 'User1']), room: 'plans' }, { ...history(), room: 'plans' });
  }

  it('that is made is open, with what is known of it, and the dialog is not', () => {
    create();
    const { room, topic, private: isPrivate, announcement } = last('create_room');
    assert.deepEqual(
      [room, topic, isPrivate, announcement],
      ['plans', plan.topic, true, undefined],
    );
    assert.deepEqual([tab.state.current, ours()], ['plans', ['general', 'plans']]);
    assert.equal(tab.state.dialog, null);
    const facts = { topic: plan.topic, isPrivate: true, isAnnouncement: false, ownerId: 1 };
    assert.deepEqual(info('plans'), { name: 'plans', online: 1, ...facts, mayWrite: true });
    assert.equal(line.ofType('join_room').length, 0);
  });

  it('that is joined by its name, and was not listed, is asked about', () => {
    tab.act('join', { room: 'news' });
    line.say('room_joined', { room: 'news', ref: last('join_room').ref });
    line.sayAll({ ...users([1, 'User1']), room: 'news' }, { ...history(), room: 'news' });
    const listed = { name: 'news', users_online: 1, announcement: true, may_write: false };
    line.say('rooms', { ref: last('get_rooms').ref, content: [listed] });
    assert.equal(closedBy(tab.state, info('news')), 'announcement');
    const count = line.ofType('get_rooms').length;
    tab.act('leave');
    line.say('room_left', { room: 'news', ref: last('leave_room').ref });
    tab.act('join', { room: 'news' });
    line.say('room_joined', { room: 'news', ref: last('join_room').ref });
    assert.equal(line.ofType('get_rooms').length, count);
  });

  it('that is not made leaves the dialog open, with the reason', () => {
    tab.act('dialog', { kind: 'create' });
    tab.act('createRoom', plan);
    tab.refuse(line, last('create_room'), 'room_exists');
    assert.equal(tab.state.dialog.failure.code, 'room_exists');
    tab.act('createRoom', plan);
    tab.timers.pass(10_000);
    assert.equal(tab.state.dialog.failure.code, 'unconfirmed');
    tab.WebSocket.last.break();
    tab.act('createRoom', plan);
    assert.equal(tab.state.dialog.failure.code, 'offline');
    assert.equal(tab.state.notice, null);
  });

  it('has a topic, which is told in it', () => {
    const by = { from_id: 2, from_name: 'Grace' };
    line.say('room_topic', { room: 'general', ...by, content: { topic: 'Films' } });
    line.say('room_topic', { room: 'general', ...by, content: { topic: '' } });
    assert.deepEqual(events(), ['topic', 'no_topic']);
    assert.equal(info('general').topic, '');
    tab.act('dialog', { kind: 'room', room: 'general' });
    tab.act('setTopic', { room: 'general', topic: 'Music' });
    line.say('room_topic', {
      room: 'general',
      ...by,
      ref: last('set_topic').ref,
      content: { topic: 'Music' },
    });
    assert.deepEqual([tab.state.dialog.done, tab.state.dialog.failure], ['setTopic', null]);
    assert.equal(info('general').topic, 'Music');
  });

  it('that is archived says so, and nobody can write there', () => {
    create();
    line.say('room_archived', { room: 'plans', content: { archived: true } });
    assert.equal(closedBy(tab.state, info('plans')), 'archived');
    line.say('room_archived', { room: 'plans', content: { archived: false } });
    assert.equal(closedBy(tab.state, info('plans')), null);
    assert.deepEqual(events('plans'), ['archived', 'reopened']);
  });

  it('lets its owner do what others may not', () => {
    create();
    const foreign = { ...info('plans'), ownerId: 2 };
    for (const may of [maySetTopic, mayInvite, mayArchive]) {
      assert.equal(may(tab.state, info('plans')), true, may.name);
      assert.equal(may(tab.state, foreign), false, may.name);
    }
    const own = info('general');
    assert.deepEqual(
      [maySetTopic, mayInvite, mayArchive].map((may) => Boolean(may(tab.state, own))),
      [true, false, false],
    );
    line.sayAll({
      ...users(),
      users_online: 1,
      content: [{ id: 1, name: 'User1', is_admin: true }],
    });
    assert.equal(mayArchive(tab.state, foreign), true);
  });

  it('for announcements is written in by few', () => {
    const room = { name: 'news', isAnnouncement: true, ownerId: 2 };
    assert.equal(closedBy(tab.state, room), 'announcement');
    assert.equal(closedBy(tab.state, { ...room, mayWrite: true }), null);
    assert.equal(closedBy(tab.state, { ...room, ownerId: 1 }), null);
  });

  it('that one is invited to is offered until one comes or says no', () => {
    const invite = (room) =>
      line.say('invited', { room, content: { room, by_id: 2, by_name: 'Grace', topic: 'Roses' } });
    invite('garden');
    invite('garden');
    assert.deepEqual(tab.state.invites, [{ room: 'garden', byName: 'Grace', topic: 'Roses' }]);
    tab.act('dismissInvite', { room: 'garden' });
    assert.deepEqual(tab.state.invites, []);
    invite('garden');
    line.say('rooms', { ref: last('get_rooms').ref, content: [] });
    tab.act('join', { room: 'garden' });
    line.say('room_joined', { room: 'garden', ref: last('join_room').ref });
    assert.deepEqual(tab.state.invites, []);
    assert.ok(line.ofType('get_rooms').length > 1);
  });

  it('lets people in and out, which is told in it', () => {
    create();
    const them = { user_id: 2, user_name: 'Grace' };
    line.say('member_added', { room: 'plans', content: { ...them, may_write: true } });
    line.say('member_removed', { room: 'plans', content: { user_id: 2 } });
    assert.deepEqual(events('plans'), ['invited', 'uninvited']);
  });

  it('in which few write tells who may and may not', () => {
    tab.act('join', { room: 'news' });
    line.say('room_joined', { room: 'news', ref: last('join_room').ref });
    line.sayAll({ ...users([1, 'User1'], [2, 'Grace']), room: 'news' });
    line.sayAll({ ...history(), room: 'news' });
    const news = { name: 'news', users_online: 2, announcement: true, may_write: false };
    line.say('rooms', { ref: last('get_rooms').ref, content: [news] });
    const asked = line.ofType('get_rooms').length;
    const grace = { user_id: 2, user_name: 'Grace', may_write: true };
    line.say('member_added', { room: 'news', content: grace });
    line.say('member_added', { room: 'news', content: { ...grace, may_write: false } });
    line.say('member_removed', { room: 'news', content: { user_id: 2 } });
    assert.deepEqual(events('news'), ['may_write', 'may_read', 'may_not_write']);
    assert.equal(line.ofType('get_rooms').length, asked);
    line.say('member_removed', { room: 'news', content: { user_id: 1 } });
    assert.equal(line.ofType('get_rooms').length, asked + 1);
  });

  it('that one is taken out of is gone, with the reason', () => {
    create();
    line.say('room_left', { room: 'plans' });
    assert.deepEqual([ours(), tab.state.current], [['general'], 'general']);
    assert.deepEqual(tab.state.notice, { code: 'removed', room: 'plans' });
  });

  describe('with somebody in it who is ignored', () => {
    const shown = () => seenEntries(tab.conversation(), tab.state.ignored).map(({ text }) => text);

    it('does not show what they say, nor count it', () => {
      tab.act('ignore', { id: 2, on: true });
      assert.deepEqual([last('ignore').to_id, last('ignore').on], [2, true]);
      line.say('ignored', { ref: last('ignore').ref, content: { user_ids: [2] } });
      tab.act('visible', { isVisible: false });
      line.sayAll(message(1, 'noise'), message(2, 'news', { from: 3, name: 'Bea' }));
      assert.deepEqual([shown(), tab.conversation().unread], [['news'], 1]);
      line.say('ignored', { content: { user_ids: [] } });
      assert.deepEqual([shown(), tab.conversation().unread], [['noise', 'news'], 2]);
    });
  });

  it('tells who said something that somebody read it', () => {
    tab.write('read this');
    tab.ack(line, last('message'), 1);
    const receipt = { message_id: 101, read_by: 2, read_by_name: 'Grace', read_at: 1_000 };
    line.say('message_read', { room: 'general', content: receipt });
    line.say('message_read', { room: 'general', content: receipt });
    assert.deepEqual(
      tab.entries()[0].readBy.map(({ name }) => name),
      ['Grace'],
    );
    line.sayAll(message(2, 'read that'));
    tab.act('receipt', { id: 102 });
    assert.equal(last('read').message_id, 102);
    assert.equal(tab.entries()[1].receipt, true);
    tab.timers.pass(15_000);
    assert.equal(tab.state.notice, null);
  });

  it('does not take a receipt for given that the server refuses, or that there is no line for', () => {
    line.sayAll(message(1, 'read that'));
    tab.act('receipt', { id: 101 });
    line.say('error', { ref: last('read').ref, content: { code: 'message_not_found' } });
    assert.deepEqual([tab.entries()[0].receipt, tab.state.notice.code], [false, 'message_not_found']);
    line.close(1006);
    tab.act('receipt', { id: 101 });
    assert.deepEqual([tab.entries()[0].receipt, tab.state.notice.code], [false, 'offline']);
  });
});
