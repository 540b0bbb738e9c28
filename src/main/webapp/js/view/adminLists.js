/** The rooms that there are, who is banned or muted, and what was done by right. */
import { element, reconcile, setText } from './dom.js';

export const line = (...children) => element('li', { class: 'admin-row' }, ...children);

export function createList(place, none) {
  const list = element('ul', { class: 'admin-list', role: 'list' });
  const nothing = element('p', { class: 'hint' }, none);
  place.append(nothing, list);
  return (items, key, create, update = () => {}) => {
    nothing.hidden = items.length > 0;
    reconcile(list, items, { key, create, update });
  };
}

export function mountAdminRooms(place, { i18n, onAction }) {
  const { t } = i18n;
  const show = createList(place, t('admin.no-rooms'));

  function create({ name }) {
    const about = () => onAction('dialog', { kind: 'room', room: name, from: 'rooms' });
    const words = element('span', { class: 'hint' });
    const label = t('about.title', { name });
    const row = line(
      element('bdi', { class: 'admin-name' }, `#${name}`),
      words,
      element(
        'button',
        { type: 'button', class: 'button small', 'aria-label': label, on: { click: about } },
        t('admin.about'),
      ),
    );
    row.words = words;
    return row;
  }

  const kinds = ({ isPrivate, isAnnouncement, isArchived }) =>
    [
      isPrivate && t('rooms.private'),
      isAnnouncement && t('rooms.announcement'),
      isArchived && t('rooms.archived'),
    ].filter(Boolean);

  return ({ rooms }) =>
    show(
      rooms,
      ({ name }) => name,
      create,
      (row, room) =>
        setText(row.words, [t('admin.here', { n: room.online ?? 0 }), ...kinds(room)].join(' · ')),
    );
}

export function mountAdminBans(place, { i18n, onAction }) {
  const { t } = i18n;
  const show = createList(place, t('admin.no-bans'));

  function create(entry) {
    const { kind, user_id: id, user_name: name, addresses, until, reason, by_name: by } = entry;
    const end = until ? t('admin.until', { time: i18n.moment(until * 1000) }) : t('admin.for-good');
    const lift = () => onAction(kind === 'ban' ? 'unban' : 'unmute', { id });
    const button = element(
      'button',
      { type: 'button', class: 'button small', on: { click: lift } },
      t(`admin.lift-${kind}`),
    );
    return line(
      element('bdi', { class: 'admin-name' }, name),
      element(
        'span',
        { class: 'hint' },
        [t(`admin.${kind}`), end, addresses, reason, t('admin.by', { name: by })]
          .filter(Boolean)
          .join(' · '),
      ),
      button,
    );
  }

  return ({ dialog: { restraints } }) => {
    if (restraints) show(restraints, ({ kind, user_id: id, since }) => `${kind}-${id}-${since}`, create);
  };
}

export function mountAdminActs(place, { i18n, onAction }) {
  const { t } = i18n;
  const show = createList(place, t('admin.no-acts'));
  let before;
  const more = element(
    'button',
    { type: 'button', class: 'button', on: { click: () => onAction('moreActs', { before }) } },
    t('admin.more'),
  );
  place.append(more);

  function create({ number, at, kind, actor_name: actor, target_name: target, room, detail }) {
    const about = [target, room && `#${room}`, detail].filter(Boolean).join(' · ');
    return line(
      element('span', { class: 'admin-name' }, `${number}. `, element('code', {}, kind)),
      element('bdi', {}, actor),
      element('span', { class: 'hint' }, about),
      element('span', { class: 'hint' }, i18n.moment(at * 1000)),
    );
  }

  return ({ dialog: { acts, hasMoreActs } }) => {
    more.hidden = !hasMoreActs;
    if (!acts) return;
    before = acts.at(-1)?.number;
    show(acts, ({ number }) => `act-${number}`, create);
  };
}
