/** What a message says: its text with marks, links and mentions, or that it was deleted. */
import { isEmojiOnly } from '../emoji/emoji.js';
import { parseMarkdown } from '../markdown/blocks.js';
import { mentionFinder } from '../mentions.js';
import { element, setAttribute } from './dom.js';
import { icon } from './icons.js';
import { renderMarkup } from './markup.js';

/** Who is named in a message; in one of our own that the server has not told, who could be. */
function namedIn({ mentions, mentionsRoom, own }, people) {
  const named = own ? people : people.filter(({ id }) => mentions?.includes(id));
  return own || mentionsRoom ? [...named, { id: null, name: 'room' }] : named;
}

export function createWords({ i18n, readers }) {
  const node = element('div', { class: 'text' });

  function contents(entry) {
    if (entry.deletedAt) return [element('p', {}, icon('bin'), i18n.t('message.deleted'))];
    const { people, myId } = readers();
    const finder = mentionFinder(namedIn(entry, people));
    return renderMarkup(parseMarkdown(entry.text, finder), myId);
  }

  node.show = (entry) => {
    const isLarge = !entry.image && !entry.deletedAt && isEmojiOnly(entry.text);
    const classes = ['text', isLarge && 'large', entry.deletedAt && 'gone'];
    setAttribute(node, 'class', classes.filter(Boolean).join(' '));
    node.replaceChildren(...contents(entry));
    node.hidden = entry.text === '' && !entry.deletedAt;
  };
  return node;
}

/** Whether the reader is named in it. */
export const isForMe = ({ own, mentions, mentionsRoom }, myId) =>
  !own && (mentionsRoom === true || mentions?.includes(myId) === true);
