/** What who keeps order sees of the whole chat: numbers, people, rooms, bans, acts and settings. */
import { administers, keepsOrder } from '../moderation.js';
import { createSheet } from './sheet.js';
import { element, setAttribute } from './dom.js';
import { mountAdminActs, mountAdminBans, mountAdminRooms } from './adminLists.js';
import { mountAdminNumbers, mountAdminSettings } from './adminFigures.js';
import { mountAdminInvitations } from './adminInvitations.js';
import { mountAdminPeople } from './adminPeople.js';
import { createOutcome } from './fields.js';

/** Who may see it, by section. */
const SECTIONS = {
  numbers: [mountAdminNumbers, keepsOrder],
  people: [mountAdminPeople, keepsOrder],
  rooms: [mountAdminRooms, keepsOrder],
  invitations: [mountAdminInvitations, administers],
  bans: [mountAdminBans, keepsOrder],
  acts: [mountAdminActs, administers],
  settings: [mountAdminSettings, administers],
};

export function mountAdmin(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  const names = Object.keys(SECTIONS);
  let chosen = names[0];
  let latest;
  const buttons = names.map((name) =>
    element(
      'button',
      { type: 'button', class: 'button small', on: { click: () => choose(name) } },
      t(`admin.${name}`),
    ),
  );
  const places = names.map(() => element('section', { class: 'admin-section' }));
  const updates = names.map((name, index) => SECTIONS[name][0](places[index], context));
  const outcome = createOutcome(i18n);
  const bar = element('div', { class: 'admin-bar', role: 'group' }, ...buttons);
  setAttribute(bar, 'aria-label', t('admin.title'));
  const dialog = createSheet(
    context,
    { id: 'admin', title: t('admin.title') },
    bar,
    ...places,
    outcome.node,
  );
  place.append(dialog);

  function choose(name) {
    chosen = name;
    onAction('look', { section: name });
    if (latest) update(latest);
  }

  function update(state) {
    names.forEach((name, index) => {
      buttons[index].hidden = !SECTIONS[name][1](state);
      setAttribute(buttons[index], 'aria-pressed', String(name === chosen));
      places[index].hidden = name !== chosen;
      if (name === chosen) updates[index](state);
    });
    outcome.show(state.dialog);
  }

  return (state) => {
    const isOpen = state.dialog?.kind === 'admin' && keepsOrder(state);
    latest = isOpen ? state : undefined;
    const wasOpen = dialog.open;
    // What is asked for is drawn at once, and that must not ask again.
    dialog.show(isOpen);
    if (isOpen && !wasOpen) choose(state.dialog.section ?? names[0]);
    else if (isOpen) update(state);
  };
}
