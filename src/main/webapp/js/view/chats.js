/** The private conversations one has begun, or was drawn into. */
import { isMuted } from '../preferences.js';
import { isRoom } from '../rooms.js';
import { isAway } from '../roster.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { createBadge, showBadge } from './badge.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';

export function mountChats(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('ul', { class: 'side-list', role: 'list' });
  const nav = element(
    'nav',
    { 'aria-labelledby': 'chat-private' },
    element('h2', { id: 'chat-private' }, t('chats.title')),
    list,
  );
  place.append(nav);

  function create({ conversation: { key } }) {
    const avatar = createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const badge = createBadge();
    const spoken = element('span', { class: 'visually-hidden' });
    const button = element(
      'button',
      { type: 'button', class: 'side-item', on: { click: () => onAction('open', { key }) } },
      avatar,
      name,
      badge,
      spoken,
    );
    const row = element('li', {}, button);
    row.show = ({ conversation, isCurrent, isHere, isIgnored, isQuiet }) => {
      const { name: shown } = conversation;
      const unread = isQuiet ? 0 : conversation.unread;
      setAttribute(button, 'data-muted', isQuiet ? '' : null);
      setAttribute(row, 'data-ignored', isIgnored ? '' : null);
      setText(name, shown);
      updateAvatar(avatar, shown);
      setAttribute(button, 'aria-current', isCurrent ? 'true' : null);
      setAttribute(button, 'data-offline', isHere ? null : '');
      setAttribute(button, 'data-unread', unread ? '' : null);
      showBadge(badge, unread);
      const news = unread ? `, ${t('unread', { n: unread })}` : '';
      setText(spoken, isQuiet ? `, ${t('rooms.muted')}` : news);
    };
    return row;
  }

  function draw(state) {
    const chats = [...state.conversations.values()].filter((one) => !isRoom(one));
    nav.hidden = chats.length === 0;
    const items = chats.map((conversation) => ({
      conversation,
      isCurrent: conversation.key === state.current,
      isHere: !isAway(state, conversation.personId),
      isIgnored: state.ignored.has(conversation.personId),
      isQuiet: isMuted(state, conversation.key),
    }));
    reconcile(list, items, {
      key: ({ conversation }) => conversation.key,
      create,
      update: (row, item) => row.show(item),
    });
  }

  return whenChanged(
    (state) => {
      const { conversations, current, rosters, ignored, preferences } = state;
      return [conversations, current, rosters, ignored, preferences];
    },
    draw,
  );
}
