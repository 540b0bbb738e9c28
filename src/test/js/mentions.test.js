import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseMarkdown } from '../../main/webapp/js/markdown/blocks.js';
import { mentionFinder } from '../../main/webapp/js/mentions.js';

/** The server's test has the same table, and the same people. */
const CASES = JSON.parse(readFileSync(new URL('../resources/mentions.json', import.meta.url)));
const PEOPLE =
  'Ada,Ann,Ann Lee,Bob,Grace Hopper,Zoë,小明,小明明,さくら,サクラ,민수,Нина,محمد,สมชาย,😀,❤,' +
  'Room Service,Room,User12,room';

const find = mentionFinder(PEOPLE.split(',').map((name) => ({ id: name, name })));

function* mentionsIn(node) {
  if (node.kind === 'mention') yield node;
  for (const inner of [node.children, node.items].flat(2)) if (inner) yield* mentionsIn(inner);
}

const mentions = (text) => parseMarkdown(text, find).flatMap((block) => [...mentionsIn(block)]);

describe('those are shown as named whom the server names', () => {
  for (const { why, text, named } of CASES)
    it(why, () => {
      const found = new Set(mentions(text).map(({ id }) => id));
      assert.deepEqual([...found].sort(), [...named].sort(), text);
    });
});

describe('a mention', () => {
  it('is shown as it was written', () => {
    const written = mentions('@ＡＤＡ, @Ann　Lee, @小明你好').map(({ text }) => text);
    assert.deepEqual(written, ['@ＡＤＡ', '@Ann　Lee', '@小明']);
  });

  it('takes no longer than the text', () => {
    const many = Array.from({ length: 2_000 }, (_, id) => ({ id, name: `Name ${id}` }));
    const finder = mentionFinder(many);
    const text = '@a '.repeat(3_400);
    const start = performance.now();
    for (let at = 0; at < text.length; at += 3) finder(text, at);
    assert.ok(performance.now() - start < 1_000);
  });
});
