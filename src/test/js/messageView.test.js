import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createI18n } from './speaking.js';
import { initialState } from '../../main/webapp/js/store.js';
import { mountRoom } from '../../main/webapp/js/view/room.js';
import { fakeTimers, history, message, NEW_TAB, users, welcome } from './fakes.js';
import { openPage, withAttribute } from './fakePage.js';
import { after } from './states.js';

const begun = initialState({ ...NEW_TAB, name: 'Ada' });
const greeted = after(begun, welcome(1), users([1, 'Ada'], [2, 'Grace']), history());
const mine = (seq, content) => message(seq, content, { from: 1, name: 'Ada' });
const told = (type, seq, content) => ({
  type,
  seq,
  id: 100 + seq,
  timestamp: 1,
  room: 'general',
  content,
});
const thumb = (seq, by, on, count) =>
  told('reaction', seq, { message_id: 101, emoji: '👍', user_id: by, on, count });
const deleted = told('message_deleted', 9, { message_id: 101, deleted_at: 1_000 });

describe('a message', () => {
  let body;
  let asked;
  let update;
  let timers;

  beforeEach(() => {
    timers = fakeTimers();
    asked = [];
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    update = mountRoom(body, { i18n: createI18n(['en']), onAction, timers, now: timers.now });
    update(greeted);
  });

  const ofClass = (name) =>
    body.all((node) => node.getAttribute('class')?.split(' ').includes(name));
  const only = (name) => {
    const [found, ...more] = ofClass(name).filter(({ hidden }) => !hidden);
    assert.deepEqual(more, []);
    return found;
  };
  const tags = (node) =>
    node.children.map(({ tag, children }) => [tag, ...children.map(({ tag: t }) => t)]);
  const field = () => body.only(withAttribute('id', 'chat-composer'));

  it('is shown with its marks as elements, and never with those of its text', () => {
    update(after(greeted, message(1, '**a** <b>x</b>\n> q\n```\nc\n```\n[l](https://a.example)')));
    assert.deepEqual(tags(only('text')), [
      ['p', 'strong'],
      ['blockquote', 'p'],
      ['pre', 'code'],
      ['p', 'a'],
    ]);
    const [link] = body.all(({ tag }) => tag === 'a').filter((a) => a.getAttribute('target'));
    assert.equal(link.getAttribute('rel'), 'noopener noreferrer');
    assert.match(only('text').textContent, /<b>x<\/b>/);
  });

  it('says where a link goes that says something else', () => {
    update(after(greeted, message(1, '[bank.example](https://evil.example/)')));
    assert.equal(only('text').textContent, 'bank.example (evil.example)');
  });

  it('stands out for whom it names', () => {
    update(after(greeted, { ...message(1, 'hi @Ada'), mentions: [1] }, message(2, 'and @Grace')));
    assert.deepEqual(
      ofClass('to-me').map(({ textContent }) => textContent),
      ['@Ada'],
    );
    assert.equal(ofClass('for-me').length, 1);
    assert.equal(ofClass('mention').length, 1);
  });

  it('of ours names whom the server told, and until it has, who could be meant', () => {
    const marked = () => ofClass('mention').map(({ textContent }) => textContent);
    update(after(greeted, mine(1, '@Grace @room')));
    assert.deepEqual(marked(), []);
    update(after(greeted, { ...mine(1, '@Grace @room'), mentions: [2] }));
    assert.deepEqual(marked(), ['@Grace']);
    const item = { key: 'general', ref: 'r', text: '@Grace @room', at: 1_000 };
    update(after(greeted, { act: 'written', ...item }));
    assert.deepEqual(marked(), ['@Grace', '@room']);
  });

  it('shows who reacted how often, and a press joins or takes back', () => {
    const state = after(greeted, message(1, 'a'), thumb(2, 2, true, 1));
    update(state);
    assert.equal(only('reaction').getAttribute('aria-label'), 'thumbsup: 1 reaction');
    assert.equal(only('reaction').getAttribute('aria-pressed'), 'false');
    only('reaction').fire('click');
    update(after(state, thumb(3, 1, true, 2)));
    assert.equal(only('reaction').getAttribute('aria-pressed'), 'true');
    only('reaction').fire('click');
    assert.deepEqual(
      asked.map(([name, { on }]) => [name, on]),
      [
        ['react', true],
        ['react', false],
      ],
    );
    update(after(state, thumb(3, 1, true, 2), thumb(4, 1, false, 1), thumb(5, 2, false, 0)));
    assert.deepEqual(ofClass('reaction'), []);
  });

  it('leaves a note when it is deleted, and the focus in its place', () => {
    const state = after(greeted, mine(1, 'secret'), thumb(2, 2, true, 1));
    update(state);
    const tools = body.only(withAttribute('aria-haspopup', 'menu'));
    tools.focus();
    update(after(state, deleted));
    assert.equal(only('text').textContent, 'This message was deleted.');
    assert.deepEqual(ofClass('reaction'), []);
    assert.equal(document.activeElement, ofClass('message')[0]);
  });

  it('says that it was edited', () => {
    const edited = { message_id: 101, content: 'b', edited_at: 1_000 };
    update(after(greeted, message(1, 'a')));
    assert.equal(only('edited'), undefined);
    update(after(greeted, message(1, 'a'), told('message_edited', 2, edited)));
    assert.equal(only('text').textContent, 'b');
    assert.equal(only('edited').textContent, 'edited');
  });

  it('shows what it answers, as that is now', () => {
    const state = after(greeted, message(1, '**a**'), { ...mine(2, 'b'), reply_to: 101 });
    update(state);
    assert.equal(only('quote').textContent, 'Grace a');
    update(after(state, deleted));
    assert.equal(only('quote').textContent, 'Grace This message was deleted.');
    update(after(greeted, { ...mine(2, 'b'), reply_to: 77 }));
    assert.equal(ofClass('quote').at(-1).textContent, ' An earlier message');
  });

  it('shows what somebody did, whom it answers with who did it', () => {
    update(after(greeted, message(1, '/me **waves**'), { ...mine(2, 'b'), reply_to: 101 }));
    assert.equal(only('quote').textContent, ' Grace waves');
    assert.equal(only('action').textContent, 'Grace waves');
    const answering = after(greeted, mine(1, '/me waves'), {
      act: 'compose',
      composing: { kind: 'reply', id: 101 },
    });
    update(answering);
    assert.match(only('composing').textContent, /Ada waves/);
  });

  it('can be changed while there is time', () => {
    update(after({ ...greeted, editMs: 60_000 }, mine(1, 'a')));
    const offered = () => {
      body.only(withAttribute('aria-haspopup', 'menu')).fire('click');
      const items = body.all(withAttribute('class', 'menu-item'));
      return [...items, ...body.all(withAttribute('class', 'menu-item danger'))].map(
        ({ textContent }) => textContent,
      );
    };
    assert.deepEqual(offered(), ['Reply', 'Edit', 'Delete']);
    timers.pass(60_001);
    assert.deepEqual(offered(), ['Reply']);
    field().fire('keydown', { key: 'ArrowUp' });
    assert.deepEqual(asked, []);
  });

  it('of an image elsewhere asks before it is loaded', () => {
    const content = { url: 'https://images.example/cat.png', alt: 'A cat' };
    update(after(greeted, { ...message(1, content), type: 'image' }));
    const button = only('picture-button');
    assert.equal(button.getAttribute('aria-label'), 'A cat, images.example, Show the image');
    assert.deepEqual(
      button.all(({ tag }) => tag === 'img'),
      [],
    );
    assert.equal(only('text').textContent, 'A cat');
    const words = { message_id: 101, content: 'Two cats', edited_at: 1_000 };
    const image = { ...message(1, content), type: 'image' };
    update(after(greeted, image, told('message_edited', 2, words)));
    assert.match(button.getAttribute('aria-label'), /^Two cats, /);
    update(after(greeted, image, deleted));
    assert.deepEqual(ofClass('picture-button')[0].children, []);
    assert.equal(only('picture'), undefined);
  });

  it('is reached with the arrow keys, with all that can be chosen in it', () => {
    update(after(greeted, message(1, 'a'), thumb(2, 2, true, 1), mine(3, 'b')));
    const focus = (key) => {
      document.activeElement.fire('keydown', { key });
      return document.activeElement.getAttribute('class').split(' ').at(-1);
    };
    const [, last] = body.all(withAttribute('aria-haspopup', 'menu'));
    assert.equal(last.getAttribute('tabindex'), '0');
    last.focus();
    const keys = ['ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown'];
    assert.deepEqual(keys.map(focus), ['author', 'reaction', 'tool', 'tool', 'tool', 'tool']);
    assert.equal(document.activeElement, last);
  });

  it('is answered or changed in the composer, which keeps what was begun there', () => {
    const state = after(greeted, message(1, 'a'), mine(2, 'old'));
    update(state);
    const compose = (composing) => ({ act: 'compose', composing });
    field().value = 'begun';
    const replying = after(state, compose({ kind: 'reply', id: 101 }));
    update(replying);
    assert.match(only('composing').textContent, /Reply to Grace: a/);
    assert.equal(field().value, 'begun');
    const editing = after(replying, compose({ kind: 'edit', id: 102 }));
    update(editing);
    assert.equal(field().value, 'old');
    assert.equal(document.activeElement, field());
    field().value = 'new :tada:';
    body.only(withAttribute('class', 'composer')).fire('submit');
    assert.deepEqual(asked.at(-1), ['edit', { id: 102, text: 'new 🎉' }]);
    field().fire('keydown', { key: 'Escape' });
    assert.deepEqual(asked.at(-1), ['compose', { composing: null }]);
    update(after(editing, compose(null)));
    assert.equal(field().value, 'begun');
    assert.equal(only('composing'), undefined);
  });

  it('of ours that is the last is changed with the arrow key, if nothing is begun', () => {
    update(after(greeted, mine(1, 'a'), mine(2, 'b'), message(3, 'c')));
    field().value = 'x';
    field().fire('keydown', { key: 'ArrowUp' });
    assert.deepEqual(asked, []);
    field().value = '';
    field().fire('keydown', { key: 'ArrowUp' });
    assert.deepEqual(asked, [['compose', { composing: { kind: 'edit', id: 102 } }]]);
  });

  it('on its way is the last as well: it is changed once it is stored, if nothing else is begun', async () => {
    const written = { act: 'written', key: 'general', ref: 'r', text: 'b', at: 1 };
    const ack = { type: 'ack', timestamp: 1_001, ref: 'r', id: 102, seq: 2 };
    const sent = after(greeted, mine(1, 'a'), written);
    const stored = after(sent, ack);
    update(sent);
    field().fire('keydown', { key: 'ArrowUp' });
    assert.deepEqual(asked, []);
    update(stored);
    await Promise.resolve();
    assert.deepEqual(asked, [['compose', { composing: { kind: 'edit', id: 102 } }]]);
    update(sent);
    field().fire('keydown', { key: 'ArrowUp' });
    field().value = 'c';
    field().fire('input');
    asked = [];
    update(stored);
    await Promise.resolve();
    assert.deepEqual(asked, []);
  });

  it('on its way is not changed after all by who says so', async () => {
    const written = { act: 'written', key: 'general', ref: 'r', text: 'b', at: 1 };
    const sent = after(greeted, written);
    const stored = after(sent, { type: 'ack', timestamp: 1_001, ref: 'r', id: 102, seq: 2 });
    const forgets = async (forget) => {
      update(sent);
      field().fire('keydown', { key: 'ArrowUp' });
      forget();
      asked = [];
      update(stored);
      await Promise.resolve();
      return asked.length === 0;
    };
    assert.ok(await forgets(() => field().fire('keydown', { key: 'Escape' })));
    assert.ok(await forgets(() => field().fire('blur')));
    assert.ok(!(await forgets(() => {})));
  });
});
