import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { fragmentOf, placeIn } from '../../main/webapp/js/address.js';
import { history, message, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('the address of a message', () => {
  it('names its room and its place there, whatever the room is called', () => {
    assert.equal(fragmentOf({ key: 'general', seq: 7 }), '#general/7');
    assert.equal(fragmentOf({ key: '@12', seq: 7 }), '#@12/7');
    for (const key of ['general', '@12', 'a/b', '100 %', '中文', 'a#b'])
      assert.deepEqual(placeIn(fragmentOf({ key, seq: 7 })), { key, seq: 7 });
  });

  it('may name a room alone, and is none if it cannot be read', () => {
    assert.deepEqual(placeIn('#random'), { key: 'random', seq: undefined });
    for (const none of ['', '#', '#/7', '#%E0%A4%A/7', '#a/b', '#a/-1', `#a/${'9'.repeat(30)}`])
      assert.equal(placeIn(none), null);
  });
});

describe('somebody who follows a link', () => {
  let tab;

  beforeEach(() => (tab = fakeTab()));

  const greet = () =>
    tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), history(message(1, 'a'), message(2, 'b'))]);

  it('comes to the message, also if the line is not there yet', () => {
    tab.act('visit', { key: 'general', seq: 2 });
    assert.equal(tab.state.notice, null);
    greet();
    assert.deepEqual(tab.state.sought, { key: 'general', seq: 2, words: undefined });
    assert.equal(tab.state.notice, null);
  });

  it('comes into the room first, and to a person', () => {
    const line = greet();
    tab.act('visit', { key: 'random', seq: 5 });
    assert.equal(line.ofType('join_room').at(-1).room, 'random');
    tab.act('visit', { key: '@2', seq: 1 });
    assert.deepEqual([tab.state.current, tab.conversation('@2').name], ['@2', 'Grace']);
    tab.act('visit', { key: 'general' });
    assert.deepEqual([tab.state.current, tab.state.sought], ['general', null]);
  });

  it('is told of a room that there is not, and of a message that there is not', () => {
    const line = greet();
    tab.act('visit', { key: 'nowhere', seq: 5 });
    tab.refuse(line, line.ofType('join_room').at(-1), 'room_not_found');
    assert.deepEqual([tab.state.current, tab.state.notice.code], ['general', 'room_not_found']);
    tab.act('visit', { key: 'general', seq: 9 });
    assert.equal(tab.state.notice.code, 'not_there');
    tab.act('visit', { key: '@nobody', seq: 9 });
    assert.deepEqual([tab.state.current, tab.state.notice.code], ['general', 'not_there']);
  });

  it('to a room that there is not stays where they are, be it a room or a person', () => {
    const line = greet();
    tab.act('join', { room: 'random' });
    line.say('room_joined', { room: 'random', ref: line.ofType('join_room').at(-1).ref });
    line.sayAll({ ...users([1, 'User1']), room: 'random' }, { ...history(), room: 'random' });
    const rooms = ['general', 'random'].map((name) => ({ name, users_online: 1 }));
    line.say('rooms', { ref: line.ofType('get_rooms').at(-1).ref, content: rooms });
    const meet = (key) => {
      tab.act('visit', { key });
      assert.equal(tab.state.current, key);
      const { ref } = line.ofType('get_history').at(-1) ?? {};
      if (ref) line.sayAll({ ...history(), room: key, ref });
      tab.act('visit', { key: 'nowhere', seq: 5 });
      tab.refuse(line, line.ofType('join_room').at(-1), 'room_not_found');
      return [tab.state.current, tab.state.room];
    };
    assert.deepEqual(meet('random'), ['random', 'random']);
    assert.deepEqual(meet('@2'), ['@2', 'random']);
  });
});
