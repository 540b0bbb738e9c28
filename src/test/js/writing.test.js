import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { newConversation } from '../../main/webapp/js/conversation.js';
import { createI18n } from './speaking.js';
import { roomLeft } from '../../main/webapp/js/length.js';
import { bytesOf, request } from '../../main/webapp/js/protocol.js';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { makeGrowing } from '../../main/webapp/js/view/growing.js';
import { mountDrop } from '../../main/webapp/js/view/drop.js';
import { mountRoom } from '../../main/webapp/js/view/room.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTimers, history, message, NEW_TAB, users, welcome } from './fakes.js';
import { fakeTab } from './fakeTab.js';
import { after } from './states.js';

const MOST = 10_240;

describe('the room that is left in a message', () => {
  const general = newConversation('general', 'general');
  const left = (text, conversation = general) => roomLeft(conversation, text, MOST);

  it('is of no interest before a tenth of it', () => {
    for (const text of ['', 'hello', 'x'.repeat(9_000)]) assert.equal(left(text), null);
    assert.ok(left('x'.repeat(9_300)) > 0);
  });

  for (const [what, letter] of [
    ['Latin letters', 'x'],
    ['Chinese ones', '语'],
    ['emoji', '🎉'],
    ['line ends, which JSON writes as two', '\n'],
  ])
    it(`is that of so many more ${what}, and not of one more`, () => {
      const text = letter.repeat(Math.floor(9_500 / (bytesOf(letter) - 2)));
      const more = left(text);
      const fits = (n) =>
        bytesOf(request.message('general', text + letter.repeat(n), 'xxxxxxxx-0000')) <= MOST;
      assert.deepEqual([fits(more), fits(more + 1)], [true, false]);
      assert.equal(left(text + letter.repeat(more + 3)), -3);
    });

  it('is less where the message says to whom it is, what it answers, or what it changes', () => {
    const text = 'x'.repeat(10_000);
    const reply = { ...general, composing: { kind: 'reply', id: 123_456 } };
    assert.ok(left(text, reply) < left(text));
    assert.notEqual(left(text, newConversation('@7', 'Grace', 7)), left(text));
    const edit = { ...general, composing: { kind: 'edit', id: 123_456 } };
    assert.equal(
      left(text, edit),
      MOST - bytesOf(request.edit(123_456, text, 'xxxxxxxx-0000')),
    );
  });
});

describe('the composer', () => {
  const greeted = after(
    initialState({ ...NEW_TAB, name: 'Ada' }),
    welcome(1),
    users([1, 'Ada'], [2, 'Grace']),
    history(),
  );
  let body;
  let timers;
  let asked;
  let update;

  beforeEach(() => {
    timers = fakeTimers();
    asked = [];
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    update = mountRoom(body, { i18n: createI18n(['en']), onAction, timers, now: timers.now });
    update(greeted);
  });

  const field = () => body.only(withAttribute('id', 'chat-composer'));
  const form = () => body.only(withAttribute('class', 'composer'));
  const send = () => body.only(withAttribute('aria-label', 'Send'));
  const count = () => body.only(withAttribute('class', 'letters')).children;

  function write(text) {
    field().value = text;
    field().fire('input');
  }

  it('counts near the end of a message, for the ear only when the writer pauses', () => {
    write('x'.repeat(9_500));
    const [seen, heard] = count();
    assert.match(seen.textContent, /^Room for \d+ more letters$/);
    assert.equal(heard.textContent, '');
    write('x'.repeat(9_501));
    timers.pass(800);
    assert.equal(heard.textContent, seen.textContent);
    write('hello');
    assert.equal(seen.textContent, '');
  });

  it('does not send what is too long, says so and keeps it', () => {
    write('x'.repeat(10_400));
    const [seen] = count();
    assert.match(seen.textContent, /^Too long by \d+ letters$/);
    assert.equal(send().getAttribute('aria-disabled'), 'true');
    asked.length = 0;
    form().fire('submit');
    assert.deepEqual(asked, [['notice', { notice: { code: 'message_too_large' } }]]);
    assert.equal(field().value.length, 10_400);
    write('short enough');
    assert.equal(send().getAttribute('aria-disabled'), null);
    form().fire('submit');
    assert.deepEqual(asked.at(-1), ['write', { text: 'short enough' }]);
  });

  it('is empty for who comes after somebody who signed out', () => {
    update({ ...greeted, account: { role: 'member' } });
    write('a secret');
    update(act({ ...greeted, account: { role: 'member' } }, { act: 'signedOut' }));
    assert.equal(field().value, '');
  });

  it('offers to give up a message that was not sent', () => {
    const written = { act: 'written', ref: 'r1', key: 'general', text: 'lost', at: 1 };
    const state = after(greeted, written, { act: 'failed', ref: 'r1', failure: { code: 'muted' } });
    update(state);
    const discard = body.only((node) => node.tag === 'button' && node.textContent === 'Discard');
    assert.equal(discard.hidden, false);
    discard.fire('click');
    assert.deepEqual(asked.at(-1), ['discard', { ref: 'r1' }]);
  });

  it('leaves the arrow with Alt, and the arrows of a text, to what they are for', () => {
    update(after(greeted, message(1, 'mine', { from: 1, name: 'Ada' })));
    field().fire('keydown', { key: 'ArrowUp', altKey: true });
    assert.equal(asked.filter(([name]) => name === 'compose').length, 0);
    field().selectionStart = 4;
    write('@Gra');
    const list = body.only(withAttribute('id', 'chat-suggestions'));
    assert.equal(list.hidden, false);
    field().fire('keydown', { key: 'ArrowLeft' });
    assert.equal(list.hidden, true);
  });

  it('grows with its text where the browser does not do that by itself', () => {
    const grow = makeGrowing(field());
    field().scrollHeight = 80;
    grow();
    assert.equal(field().style.height, '80px');
  });
});

describe('what is held over the page', () => {
  it('is told where it can be dropped, until it is dropped or taken away', () => {
    const place = openPage();
    const dropped = [];
    mountDrop(place, createI18n(['en']), (_, what) => dropped.push(what));
    const node = place.only(withAttribute('class', 'drop'));
    const dataTransfer = { types: ['Files'] };
    place.fire('dragenter', { dataTransfer: { types: ['text/plain'] } });
    assert.equal(node.hidden, true);
    for (const part of ['dragenter', 'dragenter', 'dragleave']) place.fire(part, { dataTransfer });
    assert.equal(node.hidden, false);
    place.fire('dragleave', { dataTransfer });
    assert.equal(node.hidden, true);
    place.fire('dragenter', { dataTransfer });
    place.fire('drop', { dataTransfer });
    assert.equal(node.hidden, true);
    assert.deepEqual(dropped, [dataTransfer]);
  });
});

describe('what is written without a line', () => {
  it('is there after a reload, and is sent, once, when there is one', () => {
    const tab = fakeTab();
    tab.greet(1);
    tab.WebSocket.last.break();
    tab.write('one');
    tab.write('two');
    tab.reload();
    assert.deepEqual(tab.statuses(), ['one waiting', 'two waiting']);
    const line = tab.resume(1);
    tab.ack(line, line.ofType('message')[0], 1);
    tab.ack(line, line.ofType('message')[1], 2);
    assert.deepEqual(
      line.ofType('message').map(({ content }) => content),
      ['one', 'two'],
    );
    assert.deepEqual(tab.statuses(), ['one stored', 'two stored']);
  });

  it('and was not sent can be given up, also for after a reload', () => {
    const tab = fakeTab();
    const line = tab.greet(1);
    tab.write('no');
    tab.refuse(line, line.ofType('message')[0], 'not_allowed');
    assert.deepEqual(tab.statuses(), ['no failed']);
    tab.act('discard', { ref: tab.entries()[0].ref });
    assert.deepEqual(tab.statuses(), []);
    tab.reload();
    assert.deepEqual(tab.statuses(), []);
  });

  it('answers or changes the same message after a reload', () => {
    const tab = fakeTab();
    tab.greet(1, {}, [history(message(1, 'mine', { from: 1, name: 'User1' }))]);
    tab.act('compose', { composing: { kind: 'edit', id: 101 } });
    tab.reload();
    assert.deepEqual(tab.conversation().composing, { kind: 'edit', id: 101 });
  });
});
