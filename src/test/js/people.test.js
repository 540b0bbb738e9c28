import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayNameAll } from '../../main/webapp/js/readers.js';
import { isAway, isCut, openRoster } from '../../main/webapp/js/roster.js';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { history, message, moved, NEW_TAB, presence, privately, users, welcome } from './fakes.js';
import { after } from './states.js';

const begun = [welcome(1), users([1, 'User1'], [2, 'Grace']), history()];
const from = (...steps) => after(initialState(NEW_TAB), ...begun, ...steps);
const texts = (state, key = 'general') =>
  state.conversations.get(key).entries.map(({ text, event }) => text ?? event);
const names = (state) => [...openRoster(state).people.values()].map(({ name }) => name);
const online = (state) => openRoster(state).online;
const renamed = (id, name, newName) => ({
  type: 'user_renamed',
  timestamp: 1_000,
  content: { user_id: id, old_name: name, new_name: newName },
});
const cut = { ...users([1, 'User1'], [2, 'Grace']), users_online: 10_012 };

describe('people', () => {
  it('follow join, leave and rename', () => {
    const state = from(presence('join', 3, 'User3', 3), renamed(3, 'User3', 'Ada'));
    assert.deepEqual(names(state), ['User1', 'Grace', 'Ada']);
    assert.equal(online(state), 3);
    const left = after(state, presence('leave', 2, 'Grace', 2));
    assert.deepEqual(names(left), ['User1', 'Ada']);
    assert.equal(online(left), 2);
    assert.deepEqual(texts(left), ['join', 'renamed', 'leave']);
  });

  it('are all named at once in a small room, in a large one by its owner or an admin', () => {
    const among = (count) => ({ ...users([1, 'User1'], [2, 'Grace']), users_online: count });
    assert.equal(mayNameAll(from(among(50))), true);
    const large = from(among(51));
    assert.equal(mayNameAll(large), false);
    const ownedBy = (ownerId) => ({ ...large, rooms: [{ name: 'general', online: 51, ownerId }] });
    assert.equal(mayNameAll(ownedBy(1)), true);
    assert.equal(mayNameAll(ownedBy(2)), false);
    const admin = { id: 1, name: 'User1', is_admin: true };
    assert.equal(mayNameAll(from({ ...among(51), content: [admin] })), true);
    const person = { id: 2, name: 'Grace' };
    assert.equal(mayNameAll(act(from(), { act: 'openPrivate', person })), false);
  });

  it('are announced once', () => {
    const state = from(presence('join', 2, 'Grace', 2), presence('leave', 9, 'Ghost', 2));
    assert.deepEqual(texts(state), []);
  });

  it('keep their private conversation under their new name', () => {
    const state = from(privately(5, 'psst'), renamed(2, 'Grace', 'Hopper'));
    assert.equal(state.conversations.get('@2').name, 'Hopper');
    assert.deepEqual(texts(state, '@2'), ['psst', 'renamed']);
  });

  it('are listed anew when the server lists them unasked', () => {
    const state = from(cut, moved(3, 1, 10_014), users([1, 'User1'], [9, 'Bea']));
    assert.deepEqual(names(state), ['User1', 'Bea']);
    assert.deepEqual([online(state), openRoster(state).isStale], [2, false]);
    assert.deepEqual(texts(state), []);
  });
});

describe('people in a crowd', () => {
  it('are as many as the server says, though it lists fewer', () => {
    const state = from(cut);
    assert.deepEqual([names(state).length, online(state)], [2, 10_012]);
    assert.equal(isCut(openRoster(state)), true);
    assert.equal(isCut(openRoster(from())), false);
  });

  it('come and go in numbers, without a line for each', () => {
    const state = from(cut, moved(200, 3, 10_209), moved(0, 9, 10_200));
    assert.equal(online(state), 10_200);
    assert.deepEqual(names(state), ['User1', 'Grace']);
    assert.equal(openRoster(state).isStale, true);
    assert.deepEqual(texts(state), []);
  });

  it('who are not listed are not called away, and are not listed by a new name', () => {
    const state = from(cut, renamed(77, 'Bea', 'Beatrice'));
    assert.equal(isAway(state, 77), false);
    assert.equal(isAway(from(), 77), true);
    assert.deepEqual(names(state), ['User1', 'Grace']);
    assert.deepEqual(texts(state), ['renamed']);
  });

  it('can be written to from what they said, by the name they have now', () => {
    const said = message(1, 'hi', { from: 77, name: 'Bea' });
    const choose = { act: 'openPrivate', person: { id: 77, name: 'Bea' } };
    const state = from(cut, said, choose);
    assert.equal(state.current, '@77');
    assert.equal(state.conversations.get('@77').name, 'Bea');
    const other = from({ act: 'openPrivate', person: { id: 2, name: 'Hopper' } });
    assert.equal(other.conversations.get('@2').name, 'Grace');
  });
});
