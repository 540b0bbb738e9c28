/** The tree of a message as DOM. What a link says and where it goes are both there to be seen. */
import { isDeceptive } from '../markdown/links.js';
import { marked } from '../searchQuery.js';
import { element } from './dom.js';

const INLINE = { strong: 'strong', em: 'em', del: 'del' };

const blocks = {
  paragraph: ({ children }, reader) => element('p', { dir: 'auto' }, ...inlines(children, reader)),
  quote: ({ children }, reader) => element('blockquote', {}, ...children.map((b) => block(b, reader))),
  code: ({ text }, reader) =>
    element('pre', { dir: 'ltr' }, element('code', {}, ...said(text, reader))),
  list: ({ start, items }, reader) =>
    element(
      start === null ? 'ul' : 'ol',
      { class: 'points', role: 'list', start: start > 1 && start },
      ...items.map((item) => element('li', {}, ...item.map((b) => block(b, reader)))),
    ),
};

/** A text, with what somebody looked for marked in it. */
const said = (text, { words }) =>
  words.length
    ? marked(text, words).map((part) =>
        part.isFound ? element('mark', {}, part.text) : part.text,
      )
    : [text];

const block = (node, reader) => blocks[node.kind](node, reader);

const inlines = (nodes, reader) => nodes.flatMap((node) => inline(node, reader));

function inline(node, reader) {
  switch (node.kind) {
    case 'text':
      return said(node.text, reader);
    case 'code':
      return element('code', {}, ...said(node.text, reader));
    case 'link':
      return link(node, reader);
    case 'mention': {
      const isMe = node.id === null || node.id === reader.myId;
      return element(
        'span',
        { class: isMe ? 'mention to-me' : 'mention' },
        element('bdi', {}, node.text),
      );
    }
    default:
      return element(INLINE[node.kind], {}, ...inlines(node.children, reader));
  }
}

function link({ label, href }, reader) {
  const attributes = { href, title: href, target: '_blank', rel: 'noopener noreferrer' };
  const anchor = element('a', attributes, ...said(label, reader));
  if (!isDeceptive(label, href)) return [anchor];
  return [anchor, element('span', { class: 'goes-to' }, ` (${new URL(href).host})`)];
}

/**
 * @param {import('../markdown/blocks.js').Block[]} tree
 * @param {{myId: number | undefined, words: readonly string[]}} reader whose mentions stand out, and
 *   what they looked for
 * @returns {Element[]}
 */
export const renderMarkup = (tree, reader) => tree.map((node) => block(node, reader));
