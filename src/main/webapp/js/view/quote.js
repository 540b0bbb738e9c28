/** What a message answers, in a line above it; choosing it goes there. */
import { plainText } from '../markdown/blocks.js';
import { actionIn } from '../slash.js';
import { element, setText } from './dom.js';
import { icon } from './icons.js';

const LONGEST = 140;

/** A message in one line. */
export function inOneLine({ text, image, deletedAt, fromName }, { t }) {
  if (deletedAt) return t('message.deleted');
  const action = actionIn(text);
  const said = action === null ? text : `${fromName ?? ''} ${action}`;
  const words = plainText(said.slice(0, 2 * LONGEST));
  const line = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return image ? [t('image.label'), line].filter(Boolean).join(': ') : line;
}

export const authorOf = ({ own, fromName }, { t }) => (own ? t('message.you') : fromName);

export function createQuote({ i18n, goTo, seek }) {
  const author = element('bdi', { class: 'quote-author' });
  const words = element('span', { class: 'quote-words', dir: 'auto' });
  const node = element(
    'button',
    {
      type: 'button',
      class: 'quote',
      tabindex: '-1',
      on: { click: () => goTo(({ id }) => id === shown.id) || seek(shown.id) },
    },
    icon('reply'),
    author,
    ' ',
    words,
  );
  let shown;

  /** @param {import('../conversation.js').Entry | undefined} entry undefined: not loaded */
  node.show = ({ replyTo, deletedAt }, entry) => {
    node.hidden = Boolean(deletedAt);
    shown = { id: replyTo };
    const isAction = entry && !entry.deletedAt && actionIn(entry.text) !== null;
    // What somebody does begins with who they are.
    setText(author, entry && !isAction ? authorOf(entry, i18n) : '');
    setText(words, entry ? inOneLine(entry, i18n) : i18n.t('quote.unknown'));
  };
  return node;
}
