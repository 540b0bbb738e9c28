/**
 * A message as a tree: paragraphs, quotes, lists and code, and in them what `inline.js` finds.
 * Nothing in a text is markup of the page; what is none of this is text as it was written.
 *
 * @typedef {{kind: 'paragraph', children: import('./inline.js').Inline[]}
 *   | {kind: 'quote', children: Block[]}
 *   | {kind: 'list', start: number | null, items: Block[][]}
 *   | {kind: 'code', text: string}} Block
 */
import { parseInline } from './inline.js';

const MAX_DEPTH = 4;

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*[\w+#.-]*\s*$/;
const ONE_LINE_FENCE = /^```([^`]+)```\s*$/;
const QUOTE = /^ {0,3}(?:>|＞) ?/;
const ITEM = /^ {0,3}(?:([-*+])|(\d{1,3})[.)])\s+(?=\S)/;
const INDENT = /^(?: {1,4}|\t)/;

/**
 * @param {string} text
 * @param {Parameters<typeof parseInline>[1]} [mentionAt]
 * @returns {Block[]}
 */
export const parseMarkdown = (text, mentionAt) =>
  blocksOf(text.replace(/\r\n?/g, '\n').split('\n'), mentionAt, 0);

function blocksOf(lines, mentionAt, depth) {
  const blocks = [];
  let paragraph = [];
  let at = 0;

  function endParagraph() {
    if (paragraph.length)
      blocks.push({ kind: 'paragraph', children: parseInline(paragraph.join('\n'), mentionAt) });
    paragraph = [];
  }

  while (at < lines.length) {
    const found = blockAt(lines, at, mentionAt, depth);
    if (found) {
      endParagraph();
      blocks.push(found.block);
      at = found.end;
    } else if (lines[at].trim() === '') {
      endParagraph();
      at++;
    } else paragraph.push(lines[at++]);
  }
  endParagraph();
  return blocks;
}

function blockAt(lines, at, mentionAt, depth) {
  const line = lines[at];
  if (FENCE.test(line)) return codeAt(lines, at);
  const oneLine = ONE_LINE_FENCE.exec(line);
  if (oneLine) return { block: { kind: 'code', text: oneLine[1].trim() }, end: at + 1 };
  if (depth >= MAX_DEPTH) return null;
  if (QUOTE.test(line)) return quoteAt(lines, at, mentionAt, depth);
  return ITEM.test(line) ? listAt(lines, at, mentionAt, depth) : null;
}

/** Code that has no end is no code: somebody wrote of the mark. */
function codeAt(lines, at) {
  const [, mark] = FENCE.exec(lines[at]);
  const closes = (line) =>
    line.trim().length >= mark.length && !line.trim().replaceAll(mark[0], '');
  const end = lines.findIndex((line, index) => index > at && closes(line));
  if (end < 0) return null;
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end: end + 1 };
}

function quoteAt(lines, at, mentionAt, depth) {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end])) end++;
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: { kind: 'quote', children: blocksOf(inside, mentionAt, depth + 1) }, end };
}

function listAt(lines, at, mentionAt, depth) {
  const [, , number] = ITEM.exec(lines[at]);
  const isOrdered = number !== undefined;
  const belongs = (line) => (ITEM.exec(line)?.[2] !== undefined) === isOrdered;
  const items = [];
  let end = at;
  while (end < lines.length && ITEM.test(lines[end]) && belongs(lines[end])) {
    const inside = [lines[end].replace(ITEM, '')];
    for (end++; end < lines.length && INDENT.test(lines[end]) && lines[end].trim(); end++)
      inside.push(lines[end].replace(INDENT, ''));
    items.push(blocksOf(inside, mentionAt, depth + 1));
  }
  return { block: { kind: 'list', start: isOrdered ? Number(number) : null, items }, end };
}

/** The words alone, in one line: for a quote, or to be read out. */
export const plainText = (text) => blocksOf(text.split('\n'), undefined, 0).map(wordsOf).join(' ');

function wordsOf(node) {
  if (node.items) return node.items.flat().map(wordsOf).join(', ');
  if (node.children) return node.children.map(wordsOf).join('').replaceAll('\n', ' ');
  return node.kind === 'link' ? node.label : node.text.replaceAll('\n', ' ');
}
