import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createConnection } from '../../main/webapp/js/connection.js';
import { createI18n } from './speaking.js';
import { initialState } from '../../main/webapp/js/store.js';
import { mountRoom } from '../../main/webapp/js/view/room.js';
import {
  fakeTimers,
  fakeWebSocket,
  history,
  message,
  NEW_TAB,
  privately,
  users,
  welcome,
} from './fakes.js';
import { openPage, withAttribute } from './fakePage.js';
import { after } from './states.js';

const begun = initialState({ ...NEW_TAB, name: 'Ada' });
const greeted = after(begun, welcome(1), users([1, 'User1'], [2, 'Grace'], [3, 'Ada']), history());

describe('the page', () => {
  let i18n;
  let timers;
  let body;
  let asked;
  let update;

  beforeEach(() => open());

  function open() {
    i18n = createI18n(['en']);
    timers = fakeTimers();
    asked = [];
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    update = mountRoom(body, { i18n, onAction, timers, now: timers.now });
    update(begun);
  }

  const inFoot = (role) =>
    body.only(withAttribute('class', 'foot')).only(withAttribute('role', role));
  const banner = () => body.only(withAttribute('class', 'banner')).textContent;
  const authors = () =>
    body.all((node) => node.tag === 'button' && node.getAttribute('class') === 'author');
  const byId = (id) => body.only(withAttribute('id', id));

  for (const composing of [{ isComposing: true }, { isComposing: false, keyCode: 229 }]) {
    it(`leaves the keys of a composition to it, told as ${JSON.stringify(composing)}`, () => {
      byId('chat-composer').fire('keydown', { key: 'Enter', ...composing });
      byId('chat-name').fire('keydown', { key: 'Escape', ...composing });
      assert.deepEqual(asked, []);
      assert.equal(body.only(withAttribute('class', 'composer')).submits, 0);
    });
  }

  it('obeys the same keys outside of one', () => {
    byId('chat-composer').fire('keydown', { key: 'Enter', keyCode: 13 });
    assert.equal(body.only(withAttribute('class', 'composer')).submits, 1);
    byId('chat-composer').fire('keydown', { key: 'Escape', keyCode: 27 });
    assert.deepEqual(asked, [['back', undefined]]);
  });

  it('draws only what a message changes', () => {
    update(greeted);
    const drawn = [];
    i18n.collator = { compare: () => drawn.push('people') };
    i18n.day = () => `${drawn.push('log')}`;
    update(after(greeted, { act: 'notice', notice: { code: 'muted' } }));
    assert.deepEqual(drawn, []);
    update(after(greeted, message(1, 'hello')));
    assert.deepEqual(new Set(drawn), new Set(['log']));
  });

  it('shows who comes and what one is called', () => {
    const names = () =>
      body
        .only((node) => node.getAttribute('aria-labelledby') === 'chat-people')
        .all(withAttribute('class', 'side-name'))
        .map(({ textContent }) => textContent);
    update(greeted);
    assert.deepEqual(names(), ['Ada', 'Grace', 'User1']);
    const content = { user_id: 4, user_name: 'Bea', users_online: 9 };
    update(after(greeted, { type: 'join', timestamp: 1_000, content }));
    assert.deepEqual(names(), ['Ada', 'Bea', 'Grace', 'User1']);
    assert.match(byId('chat-sidebar').textContent, /9Showing 4 of 9\./);
  });

  it('says how much of a cut list is shown', () => {
    const people = () => body.only(withAttribute('aria-labelledby', 'chat-people'));
    update(after(greeted, { ...users([1, 'User1'], [2, 'Grace']), users_online: 10_012 }));
    assert.match(people().textContent, /10,012Showing 2 of 10,012\./);
    update(after(greeted, users([1, 'User1'], [2, 'Grace'])));
    assert.doesNotMatch(people().textContent, /Showing/);
  });

  it('offers to write to who said something, also to who is in no list', () => {
    const said = message(1, 'hello', { from: 77, name: 'Bea' });
    update(after(greeted, said, message(2, 'mine', { from: 1, name: 'User1' })));
    const author = authors()[0];
    assert.equal(author.getAttribute('title'), 'Write privately to Bea');
    author.fire('click');
    assert.deepEqual(asked, [['openPrivate', { person: { id: 77, name: 'Bea' } }]]);
    assert.equal(authors().length, 1);
    update(after(greeted, privately(3, 'psst'), { act: 'open', key: '@2' }));
    assert.deepEqual(authors(), []);
  });

  it('makes one stop of all who said something, and the arrow keys go from one to the next', () => {
    const by = (from) => message(from, `${from}`, { from, name: `User${from}` });
    update(after(greeted, by(2), by(3), by(4)));
    const stops = () => authors().map((author) => author.getAttribute('tabindex'));
    assert.deepEqual(stops(), ['-1', '-1', '0']);
    for (const [key, at] of [
      ['ArrowUp', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 0],
      ['ArrowDown', 1],
    ]) {
      const from = authors().find((author) => author.getAttribute('tabindex') === '0');
      from.fire('keydown', { key });
      assert.equal(authors()[at].getAttribute('tabindex'), '0');
      assert.equal(stops().filter((stop) => stop === '0').length, 1);
    }
    assert.equal(document.activeElement, authors()[1]);
    update(after(greeted, by(2), by(3), by(4), by(5)));
    assert.deepEqual(stops(), ['-1', '0', '-1', '-1']);
  });

  it('has only messages read out, not who comes and goes', () => {
    const content = { user_id: 4, user_name: 'Bea', users_online: 4 };
    update(after(greeted, { type: 'join', timestamp: 1_000, content }, message(1, 'hello')));
    const log = body.only(withAttribute('role', 'log'));
    const rows = log.all(({ tag }) => tag === 'li');
    assert.deepEqual(
      rows.map((row) => [row.getAttribute('class'), row.getAttribute('aria-live')]),
      [
        ['day', 'off'],
        ['system', 'off'],
        ['message', null],
      ],
    );
  });

  it('does not read out what was said before all that was there', () => {
    const newest = { ...history(message(3, 'c')), has_more: true };
    const state = after({ ...begun, me: { id: 1, name: 'Ada' } }, newest);
    update(state);
    const question = { kind: 'earlier', room: 'general', ref: 'q' };
    const answer = { ...history(message(1, 'a'), message(2, 'b')), ref: 'q' };
    update(after(state, { act: 'asked', question }, answer, message(4, 'd')));
    const rows = body.only(withAttribute('role', 'log')).all(withAttribute('class', 'message'));
    const continued = body.all(withAttribute('class', 'message continues'));
    assert.deepEqual(
      [...rows, ...continued].map((row) => [
        row.only(withAttribute('class', 'text')).textContent,
        row.getAttribute('aria-live'),
      ]),
      [
        ['a', 'off'],
        ['b', 'off'],
        ['c', null],
        ['d', null],
      ],
    );
  });

  it('offers what is older until the beginning, and says that that is reached', () => {
    const top = () => {
      const [button, words] = body.only(withAttribute('class', 'log-top')).children;
      return [button.hidden ? '' : button.textContent, words.hidden ? '' : words.textContent];
    };
    const newest = { ...history(message(3, 'c')), has_more: true };
    const state = after(begun, newest);
    update(state);
    assert.deepEqual(top(), ['Earlier messages', '']);
    body.only(withAttribute('class', 'log-top')).children[0].fire('click');
    assert.deepEqual(asked, [['earlier', undefined]]);
    const asking = after(
      state,
      { act: 'earlier' },
      { act: 'asked', question: { kind: 'earlier', room: 'general', ref: 'q' } },
    );
    update(asking);
    assert.deepEqual(top(), ['Loading earlier messages…', '']);
    update(after(asking, { ...history(message(2, 'b')), ref: 'q' }));
    assert.deepEqual(top(), ['', 'This is the beginning.']);
  });

  it('says how it is with the line, and how much of ours waits', () => {
    const status = () => [
      body.only(withAttribute('class', 'status-text')).textContent,
      body.only(withAttribute('class', 'status-unsent')).textContent,
    ];
    const said = () =>
      body.only(withAttribute('class', 'top')).only(withAttribute('role', 'status'));
    const connected = { act: 'connection', connection: { status: 'connected' } };
    const write = (ref) => ({ act: 'written', key: 'general', ref, text: 'mine', at: 1 });
    assert.deepEqual(status(), ['Connecting…', '']);
    const catching = after(greeted, connected);
    update(catching);
    assert.deepEqual(status(), ['Catching up…', '']);
    const live = after(
      catching,
      { act: 'asked', question: { kind: 'greeting', ref: 'q' } },
      { type: 'pong', ref: 'q' },
    );
    update(after(live, write('r1')));
    assert.deepEqual(status(), ['Live', '1 waiting']);
    assert.equal(said().textContent, 'Live.');
    const connection = { status: 'waiting', until: timers.now() + 7_000, cause: 'lost' };
    update(after(live, write('r1'), write('r2'), { act: 'connection', connection }));
    assert.deepEqual(status(), ['Offline', '2 waiting']);
    assert.equal(said().textContent, 'Offline. The connection was lost. 2 waiting');
  });

  it('says where nothing is kept', () => {
    const note = () => body.only(withAttribute('class', 'hint heading-note')).hidden;
    update(after(begun, welcome(1)));
    assert.equal(note(), true);
    update(after(begun, welcome(1, { persistent: false })));
    assert.equal(note(), false);
  });

  it('says a second time what is said in the same words, as a change of its own', () => {
    const news = inFoot('status');
    const first = after(greeted, privately(5, 'psst'));
    update(first);
    assert.equal(news.textContent, 'New private message from Grace');
    update(after(first, privately(6, 'hey')));
    assert.equal(news.textContent, '');
    timers.pass(1_000);
    assert.equal(news.textContent, 'New private message from Grace');
  });

  it('says an error again when it happens again', () => {
    const alert = inFoot('alert');
    const tooLarge = () => ({ act: 'notice', notice: { code: 'message_too_large' } });
    update(after(greeted, tooLarge()));
    const words = alert.textContent;
    update(after(greeted, tooLarge()));
    assert.deepEqual([words === '', alert.textContent], [false, '']);
    timers.pass(1_000);
    assert.equal(alert.textContent, words);
    update(greeted);
    assert.equal(alert.textContent, '');
  });

  it('does not call lost what was never there', () => {
    const connection = { status: 'waiting', until: timers.now() + 7_000, cause: 'lost' };
    update(after(begun, { act: 'connection', connection }));
    assert.match(banner(), /^The connection could not be made\. /);
    update(after(greeted, { act: 'connection', connection }));
    assert.match(banner(), /^The connection was lost\. /);
  });

  it('counts down to the return that a server going away asks for', () => {
    const line = fakeWebSocket();
    let state = greeted;
    const connection = createConnection({
      url: 'ws://example.org/ws',
      WebSocket: line,
      timers,
      random: () => 0.5,
      now: timers.now,
      isWatched: () => true,
      hello: () => ({}),
      onReplaced: () => {},
      onState: (next) => (state = after(state, { act: 'connection', connection: next })),
      onMessage: () => {},
    });
    connection.start();
    line.last.say('going_away', { content: { retry_after_ms: 7_000 } });
    line.last.break(1001);
    update(state);
    assert.match(banner(), /Trying again in 7 seconds\./);
    timers.pass(2_500);
    update(state);
    assert.match(banner(), /Trying again in 5 seconds\./);
  });

  for (const [isNarrow, role] of [
    [true, 'dialog'],
    [false, 'complementary'],
  ]) {
    it(`calls the open drawer ${role} on a ${isNarrow ? 'narrow' : 'wide'} screen`, () => {
      const begunThere = after(begun, { act: 'width', isNarrow });
      const sidebar = byId('chat-sidebar');
      const outside = () => sidebar.parent.children.filter(({ inert }) => inert).length;
      const described = () =>
        ['role', 'aria-modal', 'aria-label'].map((name) => sidebar.getAttribute(name));
      update(after(begunThere, { act: 'drawer', open: true }));
      assert.deepEqual(described(), [role, isNarrow ? 'true' : null, 'Rooms and people']);
      assert.equal(outside(), isNarrow ? 3 : 0);
      update(begun);
      assert.deepEqual(described(), ['complementary', null, 'Rooms and people']);
      assert.equal(outside(), 0);
    });
  }
});
