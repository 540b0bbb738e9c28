/** What a message says: its text with marks, links and mentions, or that it was deleted. */
import { isEmojiOnly } from '../emoji/emoji.js';
import { parseMarkdown } from '../markdown/blocks.js';
import { mentionFinder } from '../mentions.js';
import { actionIn } from '../slash.js';
import { element, setAttribute } from './dom.js';
import { icon } from './icons.js';
import { renderMarkup } from './markup.js';

/** Who is named in a message; in one of our own that the server has not told, who could be. */
function namedIn({ mentions, mentionsRoom, own }, people) {
  const isTold = !own || mentions !== undefined;
  const named = isTold ? people.filter(({ id }) => mentions?.includes(id)) : people;
  return mentionsRoom || !isTold ? [...named, { id: null, name: 'room' }] : named;
}

/** What somebody does begins with who they are. */
function withActor(nodes, name) {
  const actor = element('bdi', { class: 'actor' }, name ?? '');
  const [first] = nodes;
  if (first?.getAttribute('dir') === 'auto') {
    first.insertBefore(element('span', {}, actor, ' '), first.childNodes[0] ?? null);
    return nodes;
  }
  return [element('p', {}, actor), ...nodes];
}

export function createWords({ i18n, readers }) {
  const node = element('div', { class: 'text' });

  function contents(entry) {
    if (entry.deletedAt) return [element('p', {}, icon('bin'), i18n.t('message.deleted'))];
    const { people, myId } = readers();
    const finder = mentionFinder(namedIn(entry, people));
    const action = actionIn(entry.text);
    const reader = { myId, words: entry.lookedFor ?? [] };
    const nodes = renderMarkup(parseMarkdown(action ?? entry.text, finder), reader);
    return action === null ? nodes : withActor(nodes, entry.fromName);
  }

  node.show = (entry) => {
    const isLarge = !entry.image && !entry.deletedAt && isEmojiOnly(entry.text);
    const isAction = !entry.deletedAt && actionIn(entry.text) !== null;
    const classes = ['text', isLarge && 'large', entry.deletedAt && 'gone', isAction && 'action'];
    setAttribute(node, 'class', classes.filter(Boolean).join(' '));
    node.replaceChildren(...contents(entry));
    node.hidden = entry.text === '' && !entry.deletedAt;
  };
  return node;
}

/** Whether the reader is named in it. */
export const isForMe = ({ own, mentions, mentionsRoom }, myId) =>
  !own && (mentionsRoom === true || mentions?.includes(myId) === true);
