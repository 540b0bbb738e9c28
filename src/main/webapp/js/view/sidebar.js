/** The conversations one can go to, and the people one can begin one with. */
import { ROOM } from '../protocol.js';
import { isAway } from '../roster.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { createBadge, showBadge } from './badge.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { mountPeople } from './people.js';

export function mountSidebar(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  const conversations = element('ul', { class: 'side-list', role: 'list' });
  place.append(
    element(
      'nav',
      { 'aria-labelledby': 'chat-conversations' },
      element('h2', { id: 'chat-conversations' }, t('conversations.title')),
      conversations,
    ),
  );

  function createConversation({ key }) {
    const row = element('li');
    const mark =
      key === ROOM ? element('span', { class: 'avatar room' }, icon('bubble')) : createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const badge = createBadge();
    const spoken = element('span', { class: 'visually-hidden' });
    const open = () => onAction('open', { key });
    const button = element(
      'button',
      { type: 'button', class: 'side-item', on: { click: open } },
      mark,
      name,
      badge,
      spoken,
    );
    row.append(button);
    row.show = ({ conversation, isCurrent, isOnline }) => {
      const shown = key === ROOM ? t('room.name') : conversation.name;
      setText(name, shown);
      if (key !== ROOM) updateAvatar(mark, shown);
      setAttribute(button, 'aria-current', isCurrent ? 'true' : null);
      setAttribute(button, 'data-offline', isOnline ? null : '');
      showBadge(badge, conversation.unread);
      setText(spoken, conversation.unread ? `, ${t('unread', { n: conversation.unread })}` : '');
    };
    return row;
  }

  const update = (row, item) => row.show(item);

  function drawConversations(state) {
    const items = [...state.conversations.values()].map((conversation) => ({
      key: conversation.key,
      conversation,
      isCurrent: conversation.key === state.current,
      isOnline: conversation.personId === null || !isAway(state, conversation.personId),
    }));
    reconcile(conversations, items, {
      key: (item) => item.key,
      create: createConversation,
      update,
    });
  }

  const updates = [
    whenChanged((state) => [state.conversations, state.current, state.rosters], drawConversations),
    mountPeople(place, context),
  ];
  return (state) => updates.forEach((draw) => draw(state));
}
