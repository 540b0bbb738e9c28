/** What the next that is written is for: an answer to a message, or the change of one. */
import { currentConversation, messageOf } from '../store.js';
import { element, setText } from './dom.js';
import { icon } from './icons.js';
import { authorOf, inOneLine } from './quote.js';

export function mountComposing(place, { i18n, onAction }) {
  const { t } = i18n;
  const title = element('strong');
  const words = element('span', { class: 'composing-words', dir: 'auto' });
  const cancel = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('composing.cancel'),
      title: t('composing.cancel'),
      on: { click: () => onAction('compose', { composing: null }) },
    },
    icon('close'),
  );
  const node = element(
    'div',
    { class: 'composing', id: 'chat-composing' },
    icon('reply'),
    element('p', { class: 'composing-line' }, title, ' ', words),
    cancel,
  );
  place.append(node);

  function describe(kind, entry) {
    if (kind === 'edit') return t('composing.edit');
    return t('composing.reply', { name: entry ? authorOf(entry, i18n) : '' });
  }

  return (state) => {
    const { composing } = currentConversation(state);
    node.hidden = composing === null;
    if (node.hidden) return;
    const entry = messageOf(state, composing.id);
    node.firstElementChild.replaceWith(icon(composing.kind === 'edit' ? 'pencil' : 'reply'));
    setText(title, describe(composing.kind, entry));
    setText(words, entry ? inOneLine(entry, i18n) : '');
  };
}
