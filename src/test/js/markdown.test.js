import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMarkdown, plainText } from '../../main/webapp/js/markdown/blocks.js';
import { isDeceptive } from '../../main/webapp/js/markdown/links.js';

const INLINE = { strong: '**', em: '*', del: '~~' };

/** The tree in one line: what is marked stands in brackets, so that nothing can be mistaken. */
function shape(node) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `[code ${node.text}]`;
    case 'link':
      return `[link ${node.label} ${node.href}]`;
    case 'mention':
      return `[mention ${node.id}]`;
    case 'list':
      return `[list ${node.start ?? '-'} ${node.items.map((item) => `(${all(item)})`).join('')}]`;
    case 'paragraph':
      return all(node.children);
    default:
      return `[${INLINE[node.kind] ?? node.kind} ${all(node.children)}]`;
  }
}
const all = (nodes) => nodes.map(shape).join('');
const shapes = (text, mentionAt) => parseMarkdown(text, mentionAt).map(shape);
const sameAs = (cases) => {
  for (const [text, ...expected] of cases) assert.deepEqual(shapes(text), expected, text);
};

describe('a message', () => {
  it('is text, if it has no marks', () => {
    for (const text of ['hello', 'a\nb', '<b>&amp;</b>', '1 < 2 > 1', '2 * 3 * 4', 'a_b_c', '你好'])
      assert.deepEqual(parseMarkdown(text), [
        { kind: 'paragraph', children: [{ kind: 'text', text }] },
      ]);
  });

  it('has bold, italic, struck out and code', () =>
    sameAs([
      [
        '**bold** *it* _it_ __b__ ~~gone~~ `co*de*`',
        '[** bold] [* it] [* it] [** b] [~~ gone] [code co*de*]',
      ],
      ['**你好**世界', '[** 你好]世界'],
      ['**a *b* c**', '[** a [* b] c]'],
      ['***both***', '[** [* both]]'],
      ['**a *b***', '[** a [* b]]'],
      ['``a ` b``', '[code a ` b]'],
      ['**a\nb**', '[** a\nb]'],
    ]));

  it('keeps a mark that has no partner', () =>
    sameAs([
      ['**a', '**a'],
      ['a ** b ** c', 'a ** b ** c'],
      ['`a', '`a'],
      ['2*3*4', '2*3*4'],
      ['snake_case_name', 'snake_case_name'],
      ['\\*a\\*', '*a*'],
      ['~a~', '~a~'],
      ['C:\\dir', 'C:\\dir'],
    ]));

  it('has paragraphs, quotes, lists and code', () =>
    sameAs([
      ['a\n\nb', 'a', 'b'],
      ['> a\n> *b*\nc', '[quote a\n[* b]]', 'c'],
      ['- a\n- b', '[list - (a)(b)]'],
      ['3. a\n4. b\n- c', '[list 3 (a)(b)]', '[list - (c)]'],
      ['- a\n  - b\n  - c\n- d', '[list - (a[list - (b)(c)])(d)]'],
      ['a:\n```js\nx < *y*\n\n  z\n```\nb', 'a:', '[code x < *y*\n\n  z]', 'b'],
      ['```\nno end', '```\nno end'],
      ['2026. was', '2026. was'],
      ['-a', '-a'],
    ]));

  it('links to the web alone', () =>
    sameAs([
      [
        'see https://a.example/x?y=1#z.',
        'see [link https://a.example/x?y=1#z https://a.example/x?y=1#z].',
      ],
      ['(https://a.example/w_(b))', '([link https://a.example/w_(b) https://a.example/w_(b)])'],
      ['看https://a.example这里', '看[link https://a.example https://a.example/]这里'],
      ['[here](https://a.example)', '[link here https://a.example/]'],
      ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
      ['[x](data:text/html,a)', '[x](data:text/html,a)'],
      ['[x](//a.example)', '[x](//a.example)'],
      ['https://user:pw@a.example/', 'https://user:pw@a.example/'],
      ['https://', 'https://'],
      ['xhttps://a.example', 'xhttps://a.example'],
      ['ftp://a.example', 'ftp://a.example'],
    ]));

  it('shows when a link goes elsewhere than it says', () => {
    assert.equal(isDeceptive('https://bank.example', 'https://evil.example/'), true);
    assert.equal(isDeceptive('bank.example', 'https://evil.example/'), true);
    assert.equal(isDeceptive('Bank.example/login', 'https://bank.example/'), false);
    assert.equal(isDeceptive('my bank', 'https://bank.example/'), false);
  });

  it('has mentions where somebody is meant', () => {
    const ada = (text, at) => (text.startsWith('@Ada', at) ? { text: '@Ada', id: 2 } : null);
    assert.deepEqual(shapes('**@Ada** `@Ada`', ada), ['[** [mention 2]] [code @Ada]']);
  });

  it('is told in one line', () => {
    assert.equal(plainText('> **a** `b`\n\n- c\n- [d](https://a.example)\ne'), 'a b c, d e');
  });

  it('of the greatest length is understood without delay, however it is made', () => {
    const pieces = ['*', '**a ', '_a', '`', '``` ', '[', '[a](', '>', '- ', '- a\n', '***a', '@'];
    for (const piece of [...pieces, 'http://a:b@', '**a* ', '*a**', '~~a ~~', '> - ', '```a\n'])
      for (const end of ['', '\n', 'x']) {
        const text = (piece + end).repeat(10_000).slice(0, 10_000);
        assert.ok(Array.isArray(parseMarkdown(text)), text.slice(0, 20));
      }
  });
});
