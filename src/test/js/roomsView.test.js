import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createI18n } from './speaking.js';
import { initialState } from '../../main/webapp/js/store.js';
import { mountRoom } from '../../main/webapp/js/view/room.js';
import {
  fakeTimers,
  history,
  message,
  NEW_TAB,
  privately,
  rooms,
  users,
  welcome,
} from './fakes.js';
import { openPage, withAttribute } from './fakePage.js';
import { after } from './states.js';

const greeted = after(
  initialState({ ...NEW_TAB, name: 'Ada' }),
  welcome(1),
  users([1, 'Ada'], [2, 'Grace']),
  history(),
  rooms({ general: 2, random: 1, gaming: 1_200 }),
);
const inRandom = after(
  greeted,
  { act: 'join', room: 'random' },
  { ...users([1, 'Ada']), room: 'random' },
  { ...history(), room: 'random' },
);

describe('the page with several rooms', () => {
  let body;
  let asked;
  let update;

  beforeEach(() => {
    const timers = fakeTimers();
    asked = [];
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    const context = { i18n: createI18n(['en']), onAction, timers, now: timers.now };
    update = mountRoom(body, context);
  });

  const labelled = (by) => body.only(withAttribute('aria-labelledby', by));
  const buttons = (by) => labelled(by).all(({ tag }) => tag === 'button');
  const words = (by) => buttons(by).map(({ textContent }) => textContent);
  const called = (label) => body.all(withAttribute('aria-label', label));

  it('lists ours with what is unread, and then the others with how many are there', () => {
    update(after(inRandom, message(1, 'hi'), message(2, 'you')));
    assert.deepEqual(words('chat-rooms'), ['general2, 2 unread messages', 'random', 'gaming1,200']);
    const [general, random, gaming] = buttons('chat-rooms');
    assert.equal(random.getAttribute('aria-current'), 'true');
    assert.equal(gaming.getAttribute('aria-label'), 'Join gaming, where 1,200 people are');
    general.fire('click');
    gaming.fire('click');
    assert.deepEqual(asked, [
      ['open', { key: 'general' }],
      ['join', { room: 'gaming' }],
    ]);
  });

  it('shows who is in the open room, also beside a private conversation', () => {
    update(inRandom);
    assert.match(labelled('chat-people').textContent, /^Online in random 1Ada you$/);
    update(after(inRandom, { act: 'open', key: 'general' }));
    assert.match(labelled('chat-people').textContent, /^Online in general 2/);
    update(after(inRandom, privately(3, 'psst'), { act: 'open', key: '@2' }));
    assert.match(labelled('chat-people').textContent, /^Online in random 1/);
    assert.deepEqual(words('chat-private'), ['Grace']);
    called('Back to random')[0].fire('click');
    assert.deepEqual(asked, [['back', undefined]]);
  });

  it('has no list of private conversations while there is none', () => {
    update(inRandom);
    assert.equal(labelled('chat-private').hidden, true);
  });

  it('offers the way out of a room where there is another, and of no person', () => {
    update(inRandom);
    const [leave] = called('Leave random');
    assert.equal(leave.hidden, false);
    leave.fire('click');
    assert.deepEqual(asked, [['leave', undefined]]);
    update(after(inRandom, { act: 'openPrivate', person: { id: 2, name: 'Grace' } }));
    assert.equal(leave.hidden, true);
    update(greeted);
    assert.equal(leave.hidden, true);
  });
});
