import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { history, message, NEW_TAB, privately, users, welcome } from './fakes.js';
import { fakeTab } from './fakeTab.js';
import { after } from './states.js';

const event = (type, seq, content, room = 'general') => {
  return {
    type,
    timestamp: 1_000,
    id: 100 + seq,
    seq,
    room,
    from_id: 2,
    from_name: 'Grace',
    content,
  };
};
const edited = (seq, of, content) =>
  event('message_edited', seq, { message_id: 100 + of, content, edited_at: seq });
const deleted = (seq, of) =>
  event('message_deleted', seq, { message_id: 100 + of, deleted_at: seq });
const reaction = (seq, of, emoji, count, { by = 2, on = true } = {}) =>
  event('reaction', seq, { message_id: 100 + of, emoji, user_id: by, on, count });

const begun = [
  { act: 'connection', connection: { status: 'connected' } },
  welcome(1),
  users([1, 'User1'], [2, 'Grace']),
  history(),
];
const from = (...steps) => after(initialState(NEW_TAB), ...begun, ...steps);
const entries = (state, key = 'general') => state.conversations.get(key).entries;
const reactions = ({ reactions: all }) =>
  all.filter(({ count }) => count).map(({ emoji, count, mine }) => [emoji, count, mine]);

describe('a message that is stored', () => {
  it('is edited, and says so', () => {
    const [entry] = entries(from(message(1, 'a'), edited(2, 1, 'b')));
    assert.deepEqual([entry.text, entry.editedAt], ['b', 2]);
  });

  it('is deleted, and leaves nothing but its place', () => {
    const state = from(message(1, 'a'), reaction(2, 1, '👍', 1), deleted(3, 1), edited(4, 1, 'b'));
    const [{ text, deletedAt, seq, reactions: left }] = entries(state);
    assert.deepEqual([text, deletedAt, seq, left], ['', 3, 1, []]);
  });

  it('has reactions, ours among them', () => {
    const both = [reaction(2, 1, '👍', 1), reaction(3, 1, '👍', 2, { by: 1 })];
    const state = from(message(1, 'a'), ...both, reaction(4, 1, '🎉', 1));
    assert.deepEqual(reactions(entries(state)[0]), [
      ['👍', 2, true],
      ['🎉', 1, false],
    ]);
    const back = reaction(5, 1, '👍', 1, { by: 1, on: false });
    assert.deepEqual(reactions(entries(after(state, back))[0])[0], ['👍', 1, false]);
  });

  it('is in the same state in whatever order its changes come, and told twice', () => {
    const all = [
      message(1, 'a'),
      edited(2, 1, 'b'),
      reaction(3, 1, '👍', 1, { by: 1 }),
      edited(4, 1, 'c'),
      reaction(5, 1, '👍', 2),
    ];
    const orders = [all, [...all].reverse(), [all[4], all[0], all[3], all[1], all[2]]];
    for (const order of orders) {
      const [entry] = entries(from(...order, ...all));
      assert.deepEqual([entry.text, entry.editedAt], ['c', 4]);
      assert.deepEqual(reactions(entry), [['👍', 2, true]]);
    }
  });

  it('is as the history tells it, which knows what happened up to its end', () => {
    const told = {
      ...message(1, 'b'),
      edited_at: 2,
      reactions: [{ emoji: '👍', count: 3, mine: true }],
    };
    const snapshot = { ...history(told), last_seq: 5 };
    const late = [reaction(3, 1, '👍', 1), edited(2, 1, 'late')];
    for (const steps of [
      [snapshot, ...late],
      [...late, snapshot],
      [message(1, 'a'), ...late, snapshot],
    ]) {
      const [entry] = entries(from(...steps));
      assert.equal(entry.text, 'b');
      assert.deepEqual(reactions(entry), [['👍', 3, true]]);
    }
  });

  it('is forgotten rather than shown as it no longer is', () => {
    const known = from(message(1, 'a'), message(2, 'b'));
    const newest = { ...history(message(2, 'b'), message(4, 'd')), has_more: true };
    assert.deepEqual(
      entries(after(known, newest)).map(({ text }) => text),
      ['b', 'd'],
    );
    const nothingElse = { ...history(message(2, 'b'), message(3, 'c')), has_more: true };
    assert.deepEqual(
      entries(after(known, nothingElse)).map(({ text }) => text),
      ['a', 'b', 'c'],
    );
  });

  it('can be an image, also a private one', () => {
    const content = { url: 'https://a.example/x.png', alt: 'A cat' };
    const [entry] = entries(from({ ...message(1, content), type: 'image' }));
    assert.deepEqual([entry.image.url, entry.text], [content.url, 'A cat']);
    const state = from({ ...privately(1, content), type: 'image' });
    assert.equal(entries(state, '@2')[0].image.url, content.url);
    assert.equal(state.lastPrivate.name, 'Grace');
  });

  it('can have been an image that is deleted', () => {
    const [entry] = entries(from({ ...message(1, ''), type: 'image', deleted_at: 5 }));
    assert.deepEqual([entry.image, entry.text, entry.deletedAt], [undefined, '', 5]);
  });

  it('says what it answers and whom it names', () => {
    const [entry] = entries(from({ ...message(1, '@User1'), reply_to: 90, mentions: [1] }));
    assert.deepEqual([entry.replyTo, entry.mentions], [90, [1]]);
  });
});

describe('a change that somebody asks for', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.greet(1, {}, [history(message(1, 'mine', { from: 1 }))]);
  });

  it('shows when the server tells it, and is asked for once', () => {
    tab.act('edit', { id: 101, text: 'better' });
    const [asked] = line.ofType('edit');
    assert.deepEqual([asked.message_id, asked.content], [101, 'better']);
    assert.equal(tab.entries()[0].text, 'mine');
    line.sayAll(edited(2, 1, 'better'), { type: 'ack', ref: asked.ref, id: 102, seq: 2 });
    tab.breakLine();
    assert.deepEqual(tab.resume(1).ofType('edit'), []);
    assert.equal(tab.entries()[0].text, 'better');
  });

  it('is asked for again on the next line, under the same name', () => {
    tab.act('react', { id: 101, emoji: '👍', on: true });
    tab.act('remove', { id: 101 });
    tab.breakLine();
    const next = tab.resume(1);
    assert.equal(next.ofType('react')[0].ref, line.ofType('react')[0].ref);
    next.say('ack', { ref: next.ofType('react')[0].ref, id: 102, seq: 2 });
    assert.equal(next.ofType('delete')[0].message_id, 101);
  });

  it('is a notice when it is refused, and what was written is offered again', () => {
    tab.act('edit', { id: 101, text: 'better' });
    tab.refuse(line, line.ofType('edit')[0], 'not_allowed');
    assert.equal(tab.state.notice.code, 'not_allowed');
    assert.deepEqual(tab.conversation().composing, { kind: 'edit', id: 101, text: 'better' });
    tab.act('remove', { id: 101 });
    assert.equal(line.ofType('delete').length, 1);
  });

  it('is not asked for as somebody else', () => {
    tab.breakLine();
    tab.act('remove', { id: 101 });
    assert.deepEqual(tab.greet(2).ofType('delete'), []);
  });

  it('that is too large stays with its writer', () => {
    assert.equal(tab.act('edit', { id: 101, text: '字'.repeat(4_000) }), false);
    assert.equal(tab.state.notice.code, 'message_too_large');
  });

  it('is an answer when it is a message of its own', () => {
    tab.act('compose', { composing: { kind: 'reply', id: 101 } });
    tab.write('yes');
    assert.equal(line.ofType('message')[0].reply_to, 101);
    tab.act('write', { text: 'A cat', image: { url: 'uploads/1' } });
    tab.ack(line, line.ofType('message')[0], 2);
    const [{ type, ref, ...image }] = line.ofType('image');
    assert.deepEqual(image, { room: 'general', url: 'uploads/1', alt: 'A cat' });
    tab.reload();
    assert.equal(tab.entries().at(-1).image.url, 'uploads/1');
  });
});
