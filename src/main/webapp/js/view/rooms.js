/** The rooms: ours, with what is unread in them, and below them the others, to come into. */
import { roomInfo } from '../facts.js';
import { isMuted } from '../preferences.js';
import { joinedRooms, otherRooms } from '../rooms.js';
import { tintOf } from './avatar.js';
import { createBadge, showBadge, unreadWords } from './badge.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { createMarks, marksWords } from './roomMarks.js';

export function mountRooms(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('ul', { class: 'side-list', role: 'list' });
  place.append(
    element(
      'div',
      {},
      element(
        'div',
        { class: 'side-head' },
        element('h2', { id: 'chat-rooms' }, t('rooms.title')),
        createButton(),
      ),
      element('nav', { 'aria-labelledby': 'chat-rooms' }, list),
    ),
  );

  function createButton() {
    const words = t('create.title');
    const on = { click: () => onAction('dialog', { kind: 'create' }) };
    const attributes = { class: 'icon-button small', 'aria-label': words, title: words };
    return element('button', { type: 'button', ...attributes, on }, icon('plus'));
  }

  function createOurs({ key }) {
    const badge = createBadge();
    const spoken = element('span', { class: 'visually-hidden' });
    const marks = createMarks(i18n);
    const button = element(
      'button',
      { type: 'button', class: 'side-item', on: { click: () => onAction('open', { key }) } },
      element('span', { class: `avatar room tint-${tintOf(`#${key}`)}` }, icon('room')),
      element('bdi', { class: 'side-name' }, key),
      marks.node,
      badge,
      spoken,
    );
    const row = element('li', {}, button);
    row.show = ({ isCurrent, info, isQuiet, ...told }) => {
      const { unread, mentions } = isQuiet ? { unread: 0, mentions: 0 } : told;
      marks.show(info);
      setAttribute(button, 'data-muted', isQuiet ? '' : null);
      setAttribute(button, 'aria-current', isCurrent ? 'true' : null);
      setAttribute(button, 'data-unread', unread ? '' : null);
      showBadge(badge, unread, mentions);
      const news = unread ? `, ${unreadWords(i18n, unread, mentions)}` : '';
      setText(spoken, isQuiet ? `, ${t('rooms.muted')}` : news);
    };
    return row;
  }

  function createOther({ name }) {
    const count = element('span', { class: 'side-count' });
    const marks = createMarks(i18n);
    const button = element(
      'button',
      {
        type: 'button',
        class: 'side-item other',
        on: { click: () => onAction('join', { room: name }) },
      },
      element('span', { class: 'avatar room' }, icon('plus')),
      element('bdi', { class: 'side-name' }, name),
      marks.node,
      count,
    );
    const row = element('li', {}, button);
    row.show = (info) => {
      const { online, topic } = info;
      const words = t('rooms.join', { name, n: online });
      marks.show(info);
      setText(count, i18n.number(online));
      setAttribute(
        button,
        'aria-label',
        [words, marksWords(i18n, info)].filter(Boolean).join(', '),
      );
      setAttribute(button, 'title', topic ? `${words}: ${topic}` : words);
    };
    return row;
  }

  function draw(state) {
    const ours = joinedRooms(state).map(({ key, unread, mentions }) => {
      const info = roomInfo(state, key);
      const news = { unread, mentions, isQuiet: isMuted(state, key) };
      return { key, ...news, info, isOurs: true, isCurrent: key === state.current };
    });
    const others = otherRooms(state).map((room) => ({ ...room, key: `join ${room.name}` }));
    reconcile(list, [...ours, ...others], {
      key: ({ key }) => key,
      create: (item) => (item.isOurs ? createOurs(item) : createOther(item)),
      update: (row, item) => row.show(item),
    });
  }

  return whenChanged((state) => [state.conversations, state.current, state.rooms, state.preferences], draw);
}
