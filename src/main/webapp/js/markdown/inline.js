/**
 * What is inside a line: bold, italic, struck out, code, links and mentions, as a tree. A mark that
 * has no partner is text. The time it takes grows with the length of the text, whatever is in it.
 *
 * @typedef {{kind: 'text' | 'code', text: string}
 *   | {kind: 'strong' | 'em' | 'del', children: Inline[]}
 *   | {kind: 'link', label: string, href: string}
 *   | {kind: 'mention', text: string, id: number | null}} Inline
 */
import { bareLink, labelledLink } from './links.js';

const MAX_DEPTH = 6;

const MARKS = [
  { mark: '***', kind: 'strong', inner: 'em', isWord: true },
  { mark: '**', kind: 'strong' },
  { mark: '__', kind: 'strong', isWord: true },
  { mark: '~~', kind: 'del' },
  { mark: '*', kind: 'em', isWord: true },
  { mark: '_', kind: 'em', isWord: true },
];

const ESCAPABLE = /[\\`*_~[\]()>#+\-.!@:|]/;

/** `snake_case` and `2*3*4` are no marks; in Chinese, no space need stand before one. */
const LATIN = /[A-Za-z0-9]/;

/**
 * @param {string} text
 * @param {(text: string, at: number) => {text: string, id: number | null} | null} mentionAt
 * @returns {Inline[]}
 */
export function parseInline(text, mentionAt = () => null, depth = 0) {
  const nodes = [];
  const unclosed = new Set();
  let plain = '';
  let at = 0;

  function add(node, end) {
    if (plain) nodes.push({ kind: 'text', text: plain });
    plain = '';
    nodes.push(node);
    at = end;
  }

  while (at < text.length) {
    const found = nodeAt(text, at, { mentionAt, unclosed, depth });
    if (found) add(found.node, found.end);
    else if (text[at] === '\\' && ESCAPABLE.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
    } else plain += text[at++];
  }
  if (plain) nodes.push({ kind: 'text', text: plain });
  return nodes;
}

function nodeAt(text, at, context) {
  switch (text[at]) {
    case '`':
      return codeAt(text, at, context);
    case '[':
      return link(labelledLink(text, at));
    case 'h':
    case 'H':
      return LATIN.test(text[at - 1] ?? '') ? null : link(bareLink(text, at));
    case '@':
      return mention(context.mentionAt(text, at), at);
    case '*':
    case '_':
    case '~':
      return markedAt(text, at, context);
    default:
      return null;
  }
}

const link = (found) =>
  found && { node: { kind: 'link', label: found.label, href: found.href }, end: found.end };

const mention = (found, at) =>
  found && { node: { kind: 'mention', ...found }, end: at + found.text.length };

function codeAt(text, at, { unclosed }) {
  const mark = /^`+/.exec(text.slice(at, at + 20))[0];
  if (unclosed.has(mark)) return null;
  let end = text.indexOf(mark, at + mark.length);
  while (end >= 0 && text[end + mark.length] === '`') {
    while (text[end] === '`') end++;
    end = text.indexOf(mark, end);
  }
  if (end < 0) {
    unclosed.add(mark);
    return null;
  }
  const inside = text.slice(at + mark.length, end);
  const code = /^ .*[^ ].* $/s.test(inside) ? inside.slice(1, -1) : inside;
  return code && { node: { kind: 'code', text: code }, end: end + mark.length };
}

function markedAt(text, at, { mentionAt, unclosed, depth }) {
  if (depth >= MAX_DEPTH) return null;
  const style = MARKS.find(({ mark }) => text.startsWith(mark, at));
  if (!style || unclosed.has(style.mark) || !canOpen(text, at, style)) return null;
  const from = at + style.mark.length;
  const to = closing(text, from, style);
  if (to < 0) {
    unclosed.add(style.mark);
    return null;
  }
  const inside = parseInline(text.slice(from, to), mentionAt, depth + 1);
  const children = style.inner ? [{ kind: style.inner, children: inside }] : inside;
  return { node: { kind: style.kind, children }, end: to + style.mark.length };
}

const isSpace = (char) => char === undefined || /\s/.test(char);

function canOpen(text, at, { mark, isWord }) {
  if (isSpace(text[at + mark.length]) || text[at + mark.length] === mark[0]) return false;
  return !isWord || !LATIN.test(text[at - 1] ?? '');
}

/** Where the mark is closed: at the end of a word, and not by a longer mark. */
function closing(text, from, { mark, isWord }) {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at)) {
    let end = at;
    while (text[end] === mark[0]) end++;
    const isClosing = at > from && !isSpace(text[at - 1]) && text[at - 1] !== '\\';
    const isWhole = end - at === mark.length || (mark.length === 2 && end - at === 3);
    if (isClosing && isWhole && (!isWord || !LATIN.test(text[end] ?? ''))) return end - mark.length;
    at = end;
  }
  return -1;
}
