/** The tree of a message as DOM. What a link says and where it goes are both there to be seen. */
import { isDeceptive } from '../markdown/links.js';
import { element } from './dom.js';

const INLINE = { strong: 'strong', em: 'em', del: 'del' };

const blocks = {
  paragraph: ({ children }, myId) => element('p', { dir: 'auto' }, ...inlines(children, myId)),
  quote: ({ children }, myId) => element('blockquote', {}, ...children.map((b) => block(b, myId))),
  code: ({ text }) => element('pre', { dir: 'ltr' }, element('code', {}, text)),
  list: ({ start, items }, myId) =>
    element(
      start === null ? 'ul' : 'ol',
      { class: 'points', role: 'list', start: start > 1 && start },
      ...items.map((item) => element('li', {}, ...item.map((b) => block(b, myId)))),
    ),
};

const block = (node, myId) => blocks[node.kind](node, myId);

const inlines = (nodes, myId) => nodes.flatMap((node) => inline(node, myId));

function inline(node, myId) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return element('code', {}, node.text);
    case 'link':
      return link(node);
    case 'mention': {
      const isMe = node.id === null || node.id === myId;
      return element(
        'span',
        { class: isMe ? 'mention to-me' : 'mention' },
        element('bdi', {}, node.text),
      );
    }
    default:
      return element(INLINE[node.kind], {}, ...inlines(node.children, myId));
  }
}

function link({ label, href }) {
  const attributes = { href, title: href, target: '_blank', rel: 'noopener noreferrer' };
  const anchor = element('a', attributes, label);
  if (!isDeceptive(label, href)) return [anchor];
  return [anchor, element('span', { class: 'goes-to' }, ` (${new URL(href).host})`)];
}

/**
 * @param {import('../markdown/blocks.js').Block[]} tree
 * @param {number | undefined} myId whose mentions stand out
 * @returns {Element[]}
 */
export const renderMarkup = (tree, myId) => tree.map((node) => block(node, myId));
