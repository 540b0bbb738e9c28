/** How the server is, and what it was set to. */
import { administers } from '../moderation.js';
import { element, setText } from './dom.js';

/** By what `stats` calls them. */
const NUMBERS = ['users_online', 'connections', 'max_clients', 'messages_stored'];

const row = (name, ...values) =>
  element('div', { class: 'admin-row' }, element('dt', {}, name), ...values);

export function mountAdminNumbers(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('dl', { class: 'admin-list' });
  const lock = element('button', {
    type: 'button',
    class: 'button',
    on: { click: () => onAction('lockdown', { on: !isOn }) },
  });
  const hint = element('p', { class: 'hint' }, t('lockdown.hint'));
  place.append(list, hint, lock);
  let isOn = false;
  let shown;
  return (state) => {
    const { stats } = state.dialog;
    isOn = state.isLockedDown;
    setText(lock, t(isOn ? 'lockdown.end' : 'lockdown.begin'));
    lock.hidden = !administers(state);
    hint.hidden = lock.hidden;
    if (!stats || stats === shown) return;
    shown = stats;
    const minutes = Math.floor(stats.uptime_seconds / 60);
    list.replaceChildren(
      ...NUMBERS.map((name) => row(t(`admin.${name}`), element('dd', {}, i18n.number(stats[name])))),
      row(t('admin.uptime'), element('dd', {}, t('admin.minutes', { n: minutes }))),
      row(t('admin.server_time'), element('dd', {}, stats.server_time)),
    );
  };
}

export function mountAdminSettings(place, { i18n }) {
  const { t } = i18n;
  const list = element('dl', { class: 'admin-list' });
  place.append(element('p', { class: 'hint' }, t('admin.settings-hint')), list);
  let shown;
  return ({ dialog: { settings } }) => {
    if (!settings || settings === shown) return;
    shown = settings;
    list.replaceChildren(
      ...settings.map(({ key, value, source }) =>
        row(
          element('code', {}, key),
          element('dd', {}, value || '—'),
          element('dd', { class: 'hint' }, source === 'default' ? t('admin.default') : source),
        ),
      ),
    );
  };
}
