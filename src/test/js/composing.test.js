import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WORDS as CHINESE } from '../../main/webapp/i18n/emoji.zh.js';
import { WORDS as GERMAN } from '../../main/webapp/i18n/emoji.de.js';
import { complete, suggestions, typedAt } from '../../main/webapp/js/completion.js';
import {
  findEmoji,
  GROUPS,
  isEmojiOnly,
  nameOf,
  QUICK,
  withEmoji,
} from '../../main/webapp/js/emoji/emoji.js';
import { fetchLaterTexts } from '../../main/webapp/js/i18n.js';

const all = GROUPS.flatMap(({ emoji }) => emoji);

describe('the emoji', () => {
  it('are each one character to a person, listed once, and have a code of their own', () => {
    for (const { char, code } of all) {
      assert.equal([...new Intl.Segmenter().segment(char)].length, 1, char);
      assert.match(char, /^\p{RGI_Emoji}$/v, char);
      assert.match(code, /^[a-z0-9_]+$/, char);
    }
    for (const part of ['char', 'code'])
      assert.equal(new Set(all.map((emoji) => emoji[part])).size, all.length);
    for (const char of QUICK) assert.ok(nameOf(char), char);
  });

  it('are found by their code and by words of the language and of English, the closest first', async () => {
    const finder = async (language) => {
      const { 'emoji.words': words } = await fetchLaterTexts([language]);
      return (query) => findEmoji(query, words).map(({ char }) => char);
    };
    const found = await finder('zh');
    assert.equal(found('heart')[0], '❤️');
    assert.equal(found('thumbsup')[0], '👍');
    assert.equal(found('红包')[0], '🧧');
    assert.ok(found('smil').includes('😊'));
    assert.ok(found('Mind blown').includes('🤯'));
    assert.deepEqual(found('no such thing'), []);
    assert.equal(found('').length, all.length);
    const german = await finder('de');
    assert.equal(german('herz')[0], '❤️');
    assert.equal(german('lol')[0], '😂');
    assert.equal(german('Gute Reise')[0], undefined);
    assert.equal(german('reise')[0], '✈️');
    assert.deepEqual(german('红包'), []);
    assert.equal((await finder('en'))('lol')[0], '😂');
  });

  it('have words in German and Chinese, each of them', () => {
    for (const lines of [GERMAN, CHINESE]) {
      const named = new Set(lines.split('\n').map((line) => line.split(' ')[0]));
      for (const { char } of all) assert.ok(named.has(char), char);
    }
  });

  it('take the place of their codes, but not in code or in words', () => {
    for (const [text, expected] of [
      ['hi :wave: :+1:', 'hi 👋 👍'],
      [':smile::smile:', '😄:smile:'],
      ['`:wave:` ```\n:wave:\n```', '`:wave:` ```\n:wave:\n```'],
      ['a:wave:b 10:30:45 :unknown: ::', 'a:wave:b 10:30:45 :unknown: ::'],
      ['好:wave:', '好👋'],
    ])
      assert.equal(withEmoji(text), expected);
  });

  it('are large where there is nothing else, and only a few', () => {
    for (const text of ['👍', '❤️', '👩‍💻 🎉', '🇨🇳', '👍🏽', '1️⃣'])
      assert.equal(isEmojiOnly(text), true, text);
    for (const text of ['', 'a', '👍 a', '👍👍👍👍', '1', '#', '你好'])
      assert.equal(isEmojiOnly(text), false, text);
  });
});

describe('what is typed', () => {
  const typed = (text) => {
    const found = typedAt(text, text.length);
    return found && [found.kind, found.query, found.from];
  };

  it('can be completed where a name or a code begins', () => {
    assert.deepEqual(typed('hi @Gr'), ['mention', 'Gr', 3]);
    assert.deepEqual(typed('@'), ['mention', '', 0]);
    assert.deepEqual(typed('@Ada L'), ['mention', 'Ada L', 0]);
    assert.deepEqual(typed('你好@王'), ['mention', '王', 2]);
    assert.deepEqual(typed('so :smi'), ['emoji', 'smi', 3]);
    assert.deepEqual(typed('(:笑脸'), ['emoji', '笑脸', 1]);
    for (const text of [
      '',
      'a@b',
      'me@example.org',
      ':s',
      'a:smile',
      '10:30',
      '@ ',
      '::sm',
      '@a\n',
    ])
      assert.equal(typed(text), null, text);
    assert.equal(typedAt('hi @Grace', 3), null);
  });

  it('is completed with who is there, those first whose name begins so', () => {
    const people = [
      { id: 1, name: 'Ada Grey' },
      { id: 2, name: 'Grace' },
      { id: 3, name: 'Bob' },
    ];
    const labels = (query) =>
      suggestions({ kind: 'mention', query }, people, 'everyone').map(({ label }) => label);
    assert.deepEqual(labels('gr'), ['Grace', 'Ada Grey']);
    assert.deepEqual(labels('ro'), ['@room']);
    assert.deepEqual(labels('ａｄ'), ['Ada Grey']);
    assert.equal(labels('').length, 4);
    assert.deepEqual(labels('zz'), []);
    assert.deepEqual(suggestions({ kind: 'mention', query: 'ro' }, people, null), []);
  });

  it('gives way to what is chosen, and the caret stands behind it', () => {
    const typedHere = typedAt('hi @gr there', 6);
    assert.deepEqual(complete('hi @gr there', 6, typedHere, { insert: '@Grace ' }), {
      text: 'hi @Grace there',
      caret: 10,
    });
    const [smile] = suggestions(typedAt(':smile', 6), [], '', '');
    assert.deepEqual(complete(':smile', 6, { from: 0 }, smile), { text: '😄', caret: 2 });
  });
});
