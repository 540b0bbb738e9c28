/** Which conversation is shown, who can read it, for how long, and the ways out of it. */
import { canLeave, isRoom } from '../rooms.js';
import { isAway } from '../roster.js';
import { currentConversation } from '../store.js';
import { element, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

export function mountHeading(place, { i18n, onAction }) {
  const { t } = i18n;
  const wayOut = (action, picture) =>
    element(
      'button',
      { type: 'button', class: 'icon-button', on: { click: () => onAction(action) } },
      icon(picture),
    );
  const back = wayOut('back', 'back');
  const leave = wayOut('leave', 'leave');
  const name = element('bdi');
  const title = element('h2', { class: 'heading-title' }, name);
  const lock = element('span', { class: 'heading-lock' }, icon('lock'));
  const subtitle = element('span');
  const note = element('p', { class: 'hint heading-note' }, t('room.not-kept'));
  place.append(
    back,
    element(
      'div',
      { class: 'heading-words' },
      title,
      element('p', { class: 'hint heading-subtitle' }, lock, subtitle),
      note,
    ),
    leave,
  );

  function describe(conversation, state) {
    if (isRoom(conversation)) return t('room.subtitle');
    return t(isAway(state, conversation.personId) ? 'private.away' : 'private.subtitle');
  }

  function call(button, words) {
    setAttribute(button, 'aria-label', words);
    setAttribute(button, 'title', words);
  }

  return (state) => {
    const conversation = currentConversation(state);
    const isPrivate = !isRoom(conversation);
    back.hidden = !isPrivate;
    call(back, t('private.back', { name: state.room }));
    lock.hidden = !isPrivate;
    leave.hidden = isPrivate || !canLeave(state);
    call(leave, t('room.leave', { name: conversation.name }));
    note.hidden = state.isKept;
    setText(name, conversation.name);
    setText(subtitle, describe(conversation, state));
  };
}
