/** The rooms: ours, with what is unread in them, and below them the others, to come into. */
import { joinedRooms, otherRooms } from '../rooms.js';
import { tintOf } from './avatar.js';
import { createBadge, showBadge } from './badge.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

export function mountRooms(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('ul', { class: 'side-list', role: 'list' });
  place.append(
    element(
      'nav',
      { 'aria-labelledby': 'chat-rooms' },
      element('h2', { id: 'chat-rooms' }, t('rooms.title')),
      list,
    ),
  );

  function createOurs({ key }) {
    const badge = createBadge();
    const spoken = element('span', { class: 'visually-hidden' });
    const button = element(
      'button',
      { type: 'button', class: 'side-item', on: { click: () => onAction('open', { key }) } },
      element('span', { class: `avatar room tint-${tintOf(`#${key}`)}` }, icon('room')),
      element('bdi', { class: 'side-name' }, key),
      badge,
      spoken,
    );
    const row = element('li', {}, button);
    row.show = ({ unread, isCurrent }) => {
      setAttribute(button, 'aria-current', isCurrent ? 'true' : null);
      setAttribute(button, 'data-unread', unread ? '' : null);
      showBadge(badge, unread);
      setText(spoken, unread ? `, ${t('unread', { n: unread })}` : '');
    };
    return row;
  }

  function createOther({ name }) {
    const count = element('span', { class: 'side-count' });
    const button = element(
      'button',
      {
        type: 'button',
        class: 'side-item other',
        on: { click: () => onAction('join', { room: name }) },
      },
      element('span', { class: 'avatar room' }, icon('plus')),
      element('bdi', { class: 'side-name' }, name),
      count,
    );
    const row = element('li', {}, button);
    row.show = ({ online }) => {
      setText(count, i18n.number(online));
      setAttribute(button, 'aria-label', t('rooms.join', { name, n: online }));
      setAttribute(button, 'title', t('rooms.join', { name, n: online }));
    };
    return row;
  }

  function draw(state) {
    const ours = joinedRooms(state).map(({ key, unread }) => {
      return { key, unread, isOurs: true, isCurrent: key === state.current };
    });
    const others = otherRooms(state).map((room) => ({ ...room, key: `join ${room.name}` }));
    reconcile(list, [...ours, ...others], {
      key: ({ key }) => key,
      create: (item) => (item.isOurs ? createOurs(item) : createOther(item)),
      update: (row, item) => row.show(item),
    });
  }

  return whenChanged((state) => [state.conversations, state.current, state.rooms], draw);
}
