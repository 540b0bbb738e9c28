/** The way to anywhere by a few letters: rooms, private conversations and people. */
import { destinations, findDestinations } from '../destinations.js';
import { createAvatar, tintOf, updateAvatar } from './avatar.js';
import { createBadge, showBadge, unreadWords } from './badge.js';
import { createSheet } from './sheet.js';
import { element, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export function mountSwitcher(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let latest;
  let offered = [];
  let chosen = 0;

  const field = element('input', {
    id: 'switch-to',
    type: 'text',
    dir: 'auto',
    maxlength: '100',
    autocomplete: 'off',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    'aria-controls': 'switch-list',
    'aria-label': t('switch.label'),
    placeholder: t('switch.placeholder'),
    on: { input: look, keydown },
  });
  const list = element('ul', { id: 'switch-list', role: 'listbox', 'aria-label': t('switch.title') });
  const told = element('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const dialog = createSheet(
    context,
    { id: 'switch', title: t('switch.title') },
    field,
    list,
    told,
    element('p', { class: 'hint' }, t('switch.hint')),
  );
  place.append(dialog);

  function pictureOf({ kind, name }) {
    if (kind === 'search') return element('span', { class: 'avatar' }, icon('search'));
    if (kind === 'room' || kind === 'other')
      return element('span', { class: `avatar room tint-${tintOf(`#${name}`)}` }, icon('room'));
    const avatar = createAvatar();
    updateAvatar(avatar, name);
    return avatar;
  }

  function option(way, index) {
    const { kind, name, unread = 0, mentions = 0 } = way;
    const badge = createBadge();
    showBadge(badge, unread, mentions);
    const news = unread ? `, ${unreadWords(i18n, unread, mentions)}` : '';
    const take = (event) => {
      // Before the field loses the focus.
      event.preventDefault();
      go(way);
    };
    return element(
      'li',
      { id: `switch-${index}`, class: 'switch-item', role: 'option', on: { click: take } },
      pictureOf(way),
      element('bdi', { class: 'side-name' }, kind === 'search' ? t('switch.search', { name }) : name),
      element('span', { class: 'hint' }, kind === 'search' ? '' : t(`switch.${kind}`)),
      badge,
      element('span', { class: 'visually-hidden' }, news),
    );
  }

  function look() {
    const query = field.value.trim();
    const found = findDestinations(destinations(latest), query, latest.current);
    offered = query ? [...found, { kind: 'search', name: query }] : found;
    chosen = 0;
    list.replaceChildren(...offered.map(option));
    setText(told, t('switch.count', { n: found.length }));
    mark();
  }

  function mark() {
    [...list.children].forEach((node, index) => {
      setAttribute(node, 'aria-selected', String(index === chosen));
      if (index === chosen) node.scrollIntoView({ block: 'nearest' });
    });
    setAttribute(field, 'aria-activedescendant', offered.length ? `switch-${chosen}` : null);
  }

  function keydown(event) {
    const step = STEPS[event.key];
    if (isKey(event, 'Enter')) {
      event.preventDefault();
      if (offered[chosen]) go(offered[chosen]);
    } else if (step && offered.length) {
      event.preventDefault();
      chosen = (chosen + step + offered.length) % offered.length;
      mark();
    }
  }

  const ways = {
    room: ({ key }) => onAction('open', { key }),
    chat: ({ key }) => onAction('open', { key }),
    other: ({ key }) => onAction('join', { room: key }),
    person: ({ personId: id, name }) => onAction('openPrivate', { person: { id, name } }),
    search({ name }) {
      onAction('search', { query: name });
      onAction('dialog', { kind: 'search' });
    },
  };

  /** Closed first: where one goes takes the focus. */
  function go(way) {
    onAction('closeDialog');
    ways[way.kind](way);
  }

  return (state) => {
    latest = state;
    const isOpen = state.dialog?.kind === 'switch';
    const isNew = isOpen && !dialog.open;
    if (isNew) {
      field.value = '';
      look();
    }
    dialog.show(isOpen);
    if (isNew) field.focus();
  };
}
