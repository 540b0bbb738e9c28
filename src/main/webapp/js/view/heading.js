/** Which conversation is shown, who can read it, for how long, and the way back to the room. */
import { currentConversation } from '../store.js';
import { ROOM } from '../protocol.js';
import { isAway } from '../roster.js';
import { element, setText } from './dom.js';
import { icon } from './icons.js';

export function mountHeading(place, { i18n, onAction }) {
  const { t } = i18n;
  const back = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('private.back'),
      on: { click: () => onAction('open', { key: ROOM }) },
    },
    icon('back'),
  );
  const name = element('bdi');
  const title = element('h2', { class: 'heading-title' }, name);
  const lock = element('span', { class: 'heading-lock' }, icon('lock'));
  const subtitle = element('span');
  const note = element('p', { class: 'hint heading-note' }, t('room.not-kept'));
  place.append(
    back,
    element(
      'div',
      {},
      title,
      element('p', { class: 'hint heading-subtitle' }, lock, subtitle),
      note,
    ),
  );

  function describe({ personId }, state) {
    if (personId === null) return t('room.subtitle');
    return t(isAway(state, personId) ? 'private.away' : 'private.subtitle');
  }

  return (state) => {
    const conversation = currentConversation(state);
    const isPrivate = conversation.personId !== null;
    back.hidden = !isPrivate;
    lock.hidden = !isPrivate;
    note.hidden = state.isKept;
    setText(name, isPrivate ? conversation.name : t('room.name'));
    setText(subtitle, describe(conversation, state));
  };
}
