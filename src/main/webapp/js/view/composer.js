/** Where one writes. Each conversation keeps its own unfinished text, so none goes astray. */
import { closedBy, roomInfo } from '../facts.js';
import { isRoom } from '../rooms.js';
import { currentConversation } from '../store.js';
import { element, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';

export function mountComposer(place, { i18n, onAction }) {
  const { t } = i18n;
  /** @type {Map<string, string>} by the conversation's key */
  const drafts = new Map();
  let current = '';

  const label = element('label', { for: 'chat-composer', class: 'visually-hidden' });
  const field = element('textarea', {
    id: 'chat-composer',
    rows: '1',
    dir: 'auto',
    enterkeyhint: 'send',
    'aria-describedby': 'chat-composer-hint',
    on: { keydown, input: () => onAction('wrote', { text: field.value }) },
  });
  const form = element(
    'form',
    { class: 'composer', on: { submit } },
    label,
    field,
    element(
      'button',
      { class: 'button primary send', 'aria-label': t('composer.send') },
      icon('send'),
    ),
  );
  const hint = element('p', { id: 'chat-composer-hint', class: 'hint' }, t('composer.hint'));
  const closed = element('p', { class: 'composer-closed' });
  place.append(form, hint, closed);

  function keydown(event) {
    if (!isKey(event, 'Enter') || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  }

  function submit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (text && onAction('write', { text })) field.value = '';
    field.focus();
  }

  function change(key) {
    drafts.set(current, field.value);
    field.value = drafts.get(key) ?? '';
    if (current) field.focus();
    current = key;
  }

  return (state) => {
    const { key, name, personId } = currentConversation(state);
    if (key !== current) change(key);
    const words = t(personId === null ? 'composer.room' : 'composer.private', { name });
    setText(label, words);
    setAttribute(field, 'placeholder', words);
    const reason = isRoom({ personId }) ? closedBy(state, roomInfo(state, key)) : null;
    form.hidden = reason !== null;
    hint.hidden = reason !== null;
    closed.hidden = reason === null;
    setText(closed, reason ? t(`composer.${reason}`) : '');
  };
}
