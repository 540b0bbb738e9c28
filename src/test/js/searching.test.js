import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  excerpt,
  FILTERS,
  marked,
  partsOf,
  withFilter,
  wordsOf,
} from '../../main/webapp/js/searchQuery.js';
import { history, message, privately, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

describe('a query', () => {
  it('is words, words in a row, and filters', () => {
    assert.deepEqual(partsOf('two words "in a row" from:Grace in:"a b" HAS:image'), [
      { filter: null, text: 'two' },
      { filter: null, text: 'words' },
      { filter: null, text: 'in a row' },
      { filter: 'from', text: 'Grace' },
      { filter: 'in', text: 'a b' },
      { filter: 'has', text: 'image' },
    ]);
    assert.deepEqual(wordsOf('搜索 from:小明 "上周'), ['搜索', '上周']);
    assert.deepEqual(wordsOf('http://example.org ""'), ['http://example.org']);
  });

  it('takes a filter at its end, to be written on', () => {
    assert.equal(withFilter('', 'from:'), 'from:');
    assert.equal(withFilter('film  ', 'in:'), 'film in:');
    assert.equal(withFilter('film', FILTERS.at(-1)), 'film has:image ');
  });

  it('is shown in what was found, in any case', () => {
    const shown = (text, ...words) =>
      marked(text, words)
        .map((part) => (part.isFound ? `[${part.text}]` : part.text))
        .join('');
    assert.equal(shown('Films and a film', 'film'), '[Film]s and a [film]');
    assert.equal(shown('abcd', 'abc', 'bcd'), '[abc][d]');
    assert.equal(shown('讨论内容', '内容'), '讨论[内容]');
    assert.equal(shown('nothing'), 'nothing');
    assert.equal(shown('İstanbul film', 'film'), 'İstanbul film');
  });

  it('is in what is shown of a long message', () => {
    const text = `${'a '.repeat(300)}film ${'b '.repeat(300)}`;
    assert.match(excerpt(text, ['film']), /^….*film.*…$/);
    assert.match(excerpt(text, []), /^a a .*…$/);
    assert.equal(excerpt('short', ['film']), 'short');
  });
});

describe('somebody who searches', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    tab.rooms = { general: 1, random: 1 };
    line = tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), history()]);
    tab.act('dialog', { kind: 'search' });
  });

  const last = (type) => line.ofType(type).at(-1);
  const answer = (...content) =>
    line.say('search_results', { ref: last('search').ref, has_more: true, content });
  const found = () => tab.state.search.found.map(({ text, place }) => `${place}: ${text}`);

  it('finds in rooms and in private, and more of it', () => {
    tab.act('search', { query: 'film' });
    assert.deepEqual([last('search').query, last('search').before_id], ['film', undefined]);
    answer(message(9, 'a film'), { ...message(8, 'b'), room: 'random' }, privately(7, 'c'));
    assert.deepEqual(found(), ['general: a film', 'random: b', 'Grace: c']);
    tab.act('search', { query: 'film', beforeId: 107 });
    assert.equal(last('search').before_id, 107);
    answer(message(2, 'd'));
    assert.deepEqual(found(), ['general: a film', 'random: b', 'Grace: c', 'general: d']);
  });

  it('is shown the answer to what was asked last, and to nothing else', () => {
    tab.act('search', { query: 'one' });
    const first = last('search').ref;
    tab.act('search', { query: 'two' });
    line.say('search_results', { ref: first, content: [message(1, 'one')] });
    line.say('search_results', { content: [message(1, 'unasked')] });
    assert.equal(tab.state.search.isDone, false);
    answer(message(2, 'two'));
    assert.deepEqual(found(), ['general: two']);
  });

  it('is told why nothing is searched', () => {
    tab.act('search', { query: 'one' });
    tab.refuse(line, last('search'), 'unavailable');
    assert.equal(tab.state.search.failure.code, 'unavailable');
    tab.WebSocket.last.break();
    tab.act('search', { query: 'one' });
    assert.equal(tab.state.search.failure.code, 'offline');
    assert.equal(tab.state.notice, null);
  });

  it('goes back to a message of long ago', () => {
    line.sayAll({ ...history(message(300, 'new')), has_more: true, reset: true });
    line.say('rooms', { ref: last('get_rooms').ref, content: [] });
    tab.act('goTo', { key: 'general', seq: 101, personId: null, place: 'general' });
    assert.equal(tab.state.dialog, null);
    const page = (from) => {
      const content = Array.from({ length: 100 }, (_, i) => message(from + i, `${from + i}`));
      line.sayAll({ ...history(...content), has_more: true, ref: last('get_history').ref });
    };
    page(200);
    assert.equal(last('get_history').before_seq, 200);
    page(100);
    assert.equal(line.ofType('get_history').length, 2);
    assert.equal(tab.state.sought.seq, 101);
    assert.ok(tab.entries().some(({ seq }) => seq === 101));
  });

  it('comes into the room of what was found', () => {
    tab.act('goTo', { key: 'random', seq: 1, personId: null, place: 'random' });
    assert.equal(last('join_room').room, 'random');
    tab.act('goTo', { key: '@2', seq: 1, personId: 2, place: 'Grace' });
    assert.deepEqual([tab.state.current, tab.state.sought.key], ['@2', '@2']);
    tab.act('open', { key: 'general' });
    assert.equal(tab.state.sought, null);
  });
});
