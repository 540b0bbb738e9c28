import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createI18n, wordsIn } from './speaking.js';
import { socketUrl, STOP_CODES } from '../../main/webapp/js/protocol.js';
import { describeFailure } from '../../main/webapp/js/view/failure.js';
import { rowsOf } from '../../main/webapp/js/view/rows.js';

const [de, en, zh] = ['de', 'en', 'zh'].map(wordsIn);

describe('the words', () => {
  it('exist in every language', () => {
    for (const texts of [de, zh]) assert.deepEqual(Object.keys(texts), Object.keys(en));
    for (const code of STOP_CODES) assert.ok(Object.hasOwn(en, `stopped.${code}`), `${code}`);
  });

  it('name the same things in every language', () => {
    const names = (text) => (text.other ?? text).match(/\{\w+\}/g)?.sort() ?? [];
    for (const key of Object.keys(en)) {
      for (const texts of [de, zh]) assert.deepEqual(names(texts[key]), names(en[key]), key);
    }
  });

  it('are in the first language that the reader wants and we have', () => {
    assert.equal(createI18n(['fr', 'zh-CN', 'en']).lang, 'zh-Hans');
    assert.equal(createI18n(['en-GB', 'zh']).lang, 'en');
    assert.equal(createI18n(['fr']).lang, 'en');
  });

  it('and the dates among them are in the same script, and those of the region else', () => {
    const shown = (tag) => {
      const { day, clock, moment } = createI18n([tag]);
      return [day, clock, moment].map((format) => format(Date.UTC(2026, 10, 22, 13)));
    };
    for (const tag of ['zh-TW', 'zh-HK', 'zh-Hant']) {
      assert.deepEqual(shown(tag), shown('zh-Hans'), tag);
    }
    assert.notDeepEqual(shown('en-GB'), shown('en-US'));
  });

  it('count', () => {
    const { t } = createI18n(['en']);
    assert.equal(t('unread', { n: 1 }), '1 unread message');
    assert.equal(t('unread', { n: 1200 }), '1,200 unread messages');
  });

  it('keep the names in them apart', () => {
    const parts = createI18n(['en']).parts('line.renamed', { name: '{newName}', newName: 'B' });
    assert.deepEqual(
      parts.filter(({ isValue }) => isValue).map(({ text }) => text),
      ['{newName}', 'B'],
    );
  });

  it('say what an error means and when to try again', () => {
    const i18n = createI18n(['en']);
    assert.equal(
      describeFailure(i18n, { code: 'rate_limited', message: 'Too many', retry_after_ms: 1_200 }),
      'You are sending too fast. Try again in 2 seconds.',
    );
    assert.equal(describeFailure(i18n, { code: 'new', message: 'As told' }), 'As told');
  });
});

describe('the address of the socket', () => {
  it('follows the page', () => {
    assert.equal(socketUrl('http://a.example/'), 'ws://a.example/ws');
    assert.equal(
      socketUrl('https://a.example:8443/some/context/'),
      'wss://a.example:8443/some/context/ws',
    );
    assert.equal(socketUrl('http://a.example/chat/index.html?x#y'), 'ws://a.example/chat/ws');
  });
});

describe('the rows', () => {
  const at = (key, minutes, rest = {}) => ({
    key,
    kind: 'message',
    at: minutes * 60_000,
    fromId: 1,
    fromName: 'Ada',
    ...rest,
  });
  const dayOf = (time) => `day ${Math.floor(time / 86_400_000)}`;
  const shape = (entries) =>
    rowsOf(entries, dayOf).map(({ kind, key, continues }) =>
      kind === 'day' ? 'day' : [key, continues],
    );

  it('begin each day with its name and join what one person said in a few minutes', () => {
    assert.deepEqual(shape([at('a', 1), at('b', 3), at('c', 9), at('d', 1441)]), [
      'day',
      ['a', false],
      ['b', true],
      ['c', false],
      'day',
      ['d', false],
    ]);
  });

  it('do not join what different people said, or across a line of the system', () => {
    const line = { key: 's', kind: 'system', at: 60_000 };
    assert.deepEqual(shape([at('a', 1), at('b', 1, { fromId: 2 }), line, at('c', 1)]), [
      'day',
      ['a', false],
      ['b', false],
      ['s', false],
      ['c', false],
    ]);
  });
});
