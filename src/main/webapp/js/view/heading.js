/** Which conversation is shown, who can read it, for how long, and the ways out of it. */
import { roomInfo } from '../facts.js';
import { canLeave, isRoom } from '../rooms.js';
import { isAway } from '../roster.js';
import { currentConversation } from '../store.js';
import { createBell } from './bell.js';
import { element, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

export function mountHeading(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  const iconButton = (picture, onClick) =>
    element(
      'button',
      { type: 'button', class: 'icon-button', on: { click: onClick } },
      icon(picture),
    );
  let shown;
  const back = iconButton('back', () => onAction('back'));
  const leave = iconButton('leave', () => onAction('leave'));
  const date = iconButton('calendar', () => onAction('dialog', { kind: 'date' }));
  const about = iconButton('info', () => onAction('dialog', { kind: 'room', room: shown.key }));
  const ignore = element('button', {
    type: 'button',
    class: 'button small',
    on: { click: () => onAction('ignore', { id: shown.personId, on: false }) },
  });
  ignore.append(t('people.unignore'));
  const bell = createBell(context);
  const name = element('bdi');
  const title = element('h2', { class: 'heading-title' }, name);
  const lock = element('span', { class: 'heading-lock' }, icon('lock'));
  const subtitle = element('span', { class: 'heading-about', dir: 'auto' });
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
    ignore,
    date,
    bell,
    about,
    leave,
  );

  call(date, t('date.title'));

  const describeRoom = ({ topic, isPrivate }) =>
    topic || t(isPrivate ? 'room.private' : 'room.subtitle');

  function describe(conversation, state) {
    if (isRoom(conversation)) return describeRoom(roomInfo(state, conversation.key));
    if (state.ignored.has(conversation.personId)) return t('private.ignored');
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
    shown = conversation;
    lock.hidden = !isPrivate && !roomInfo(state, conversation.key).isPrivate;
    about.hidden = isPrivate;
    call(about, t('about.title', { name: conversation.name }));
    ignore.hidden = !isPrivate || !state.ignored.has(conversation.personId);
    leave.hidden = isPrivate || !canLeave(state);
    call(leave, t('room.leave', { name: conversation.name }));
    bell.show(state);
    note.hidden = state.isKept;
    setText(name, conversation.name);
    setText(subtitle, describe(conversation, state));
    setAttribute(subtitle, 'title', subtitle.textContent);
  };
}
