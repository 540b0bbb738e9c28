import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_MESSAGES } from '../../main/webapp/js/conversation.js';
import { isBehind } from '../../main/webapp/js/reach.js';
import { receive } from '../../main/webapp/js/receive.js';
import { openRoster } from '../../main/webapp/js/roster.js';
import { initialState } from '../../main/webapp/js/store.js';
import { unreadTotal } from '../../main/webapp/js/totals.js';
import { history, message, NEW_TAB, privately, users, welcome } from './fakes.js';
import { after } from './states.js';

const connected = { act: 'connection', connection: { status: 'connected' } };
const begun = [connected, welcome(1), users([1, 'User1'], [2, 'Grace']), history()];
const from = (...steps) => after(initialState(NEW_TAB), ...begun, ...steps);
const entries = (state, key = 'general') => state.conversations.get(key).entries;
const texts = (state, key) => entries(state, key).map(({ text, event }) => text ?? event);
const write = (text, ref, key = 'general') => [
  { act: 'written', key, ref, text, at: 1_000_000 },
  { act: 'sending', ref },
];
const ack = (ref, seq) => ({ type: 'ack', timestamp: 1_001, ref, id: 100 + seq, seq });

describe('messages', () => {
  it('are shown once, in the order of the room, however they arrive', () => {
    const [a, b, c] = [message(1, 'a'), message(2, 'b'), message(3, 'c')];
    assert.deepEqual(texts(from(a, b, c)), ['a', 'b', 'c']);
    assert.deepEqual(texts(from(c, a, b, a, history(a, b, c))), ['a', 'b', 'c']);
  });

  it('of our own are shown at once and stored when the server says so', () => {
    const sent = from(...write('hello', 'r1'));
    assert.equal(entries(sent)[0].status, 'sending');
    const stored = after(sent, ack('r1', 1));
    assert.deepEqual(
      entries(stored).map(({ key, id, status, own }) => ({ key, id, status, own })),
      [{ key: 'r1', id: 101, status: 'stored', own: true }],
    );
    assert.equal(after(stored, ack('r1', 1)), stored);
  });

  it('of our own take the place in the room that the server gave them', () => {
    const state = from(...write('mine', 'r1'), message(1, 'a'), message(3, 'c'), ack('r1', 2));
    assert.deepEqual(texts(state), ['a', 'mine', 'c']);
  });

  it('that failed stay where they were, and move when they are stored after all', () => {
    const failed = from(
      ...write('mine', 'r1'),
      { act: 'failed', ref: 'r1', failure: { code: 'rate_limited' } },
      message(1, 'a'),
    );
    assert.deepEqual(texts(failed), ['mine', 'a']);
    assert.deepEqual(texts(after(failed, { act: 'waiting', ref: 'r1' }, ack('r1', 2))), [
      'a',
      'mine',
    ]);
  });

  it('whose answer was lost with the line are recognised when they come', () => {
    const own = message(1, 'mine', { from: 1, name: 'User1' });
    const state = from(...write('mine', 'r1'), { act: 'waiting', ref: 'r1' }, own);
    assert.deepEqual(
      entries(state).map(({ text, id, status, own: isOwn }) => [text, id, status, isOwn]),
      [['mine', 101, 'stored', true]],
    );
  });

  it('that were never sent are not taken for an earlier one with the same words', () => {
    const state = from(
      { act: 'written', key: 'general', ref: 'r1', text: 'mine', at: 1 },
      message(1, 'mine', { from: 1 }),
    );
    assert.deepEqual(texts(state), ['mine', 'mine']);
  });

  it('of a kind that is not shown yet leave no hole', () => {
    const state = from(message(1, 'a'), { ...message(2, {}), type: 'image' }, message(3, 'c'));
    assert.deepEqual(texts(state), ['a', 'c']);
    assert.equal(isBehind(state.conversations.get('general').reach), false);
  });

  it('are bounded, and the oldest go first', () => {
    const many = Array.from({ length: MAX_MESSAGES + 5 }, (_, i) => message(i + 1, `${i + 1}`));
    const shown = texts(from(...many));
    assert.equal(shown.length, MAX_MESSAGES);
    assert.equal(shown[0], '6');
  });
});

describe('private messages', () => {
  it('open a conversation, unread until it is shown', () => {
    const state = from(privately(5, 'psst'), privately(6, 'hey'));
    assert.deepEqual(texts(state, '@2'), ['psst', 'hey']);
    assert.equal(unreadTotal(state), 2);
    assert.equal(state.lastPrivate.name, 'Grace');
    assert.equal(unreadTotal(after(state, { act: 'open', key: '@2' })), 0);
  });

  it('of our own are shown once, whether the echo or the ack comes first', () => {
    const open = { act: 'openPrivate', person: { id: 2, name: 'Grace' } };
    const echo = {
      ...privately(5, 'psst', { from: 1, name: 'User1' }),
      type: 'private_message_sent',
      to_id: 2,
      to_name: 'Grace',
    };
    const sent = from(open, ...write('psst', 'r1', '@2'));
    for (const order of [
      [echo, ack('r1', 5)],
      [ack('r1', 5), echo],
    ]) {
      const shown = entries(after(sent, ...order), '@2');
      assert.deepEqual(
        shown.map(({ key, status }) => [key, status]),
        [['r1', 'stored']],
      );
    }
  });

  it('from many strangers do not fill the memory', () => {
    const many = Array.from({ length: 80 }, (_, i) => privately(i, 'hi', { from: 10 + i }));
    assert.equal(from(...many).conversations.size, 51);
  });
});

describe('our name', () => {
  const error = (content) => ({ type: 'error', timestamp: 1_000, content });

  it('is what the server says it is', () => {
    const state = from(
      { act: 'nameAsked', name: 'Ada', ref: 'n1' },
      { type: 'name_changed', timestamp: 1, content: { old_name: 'User1', new_name: 'Ada' } },
    );
    assert.equal(state.me.name, 'Ada');
    assert.equal(openRoster(state).people.get(1).name, 'Ada');
    assert.equal(state.naming.open, false);
  });

  it('is refused beside its field', () => {
    const refused = error({ code: 'name_taken', ref: 'n1' });
    const { naming, notice } = from({ act: 'nameAsked', name: 'Grace', ref: 'n1' }, refused);
    assert.equal(naming.failure.code, 'name_taken');
    assert.equal(naming.open, true);
    assert.equal(notice, null);
  });

  it('is not refused by what the server says about something else', () => {
    const { naming, notice } = from(
      { act: 'nameAsked', name: 'Ada', ref: 'n2' },
      error({ code: 'name_taken', ref: 'n1' }),
      error({ code: 'muted' }),
    );
    assert.equal(naming.failure, null);
    assert.equal(notice.code, 'muted');
  });
});

describe('errors', () => {
  it('that belong to no message are a notice', () => {
    const state = from({ type: 'error', timestamp: 1, content: { code: 'rate_limited' } });
    assert.equal(state.notice.code, 'rate_limited');
  });

  it('of unknown types of message are none', () => {
    const state = from();
    for (const type of ['unheard_of', 'constructor', '__proto__']) {
      assert.equal(receive(state, { type, timestamp: 1 }), state);
    }
  });
});
