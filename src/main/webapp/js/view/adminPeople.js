/** Who has an account, found by name, and what can be done about them. */
import { administers } from '../moderation.js';
import { createList, line } from './adminLists.js';
import { element, setText } from './dom.js';
import { createField } from './fields.js';

export function mountAdminPeople(place, { i18n, onAction }) {
  const { t } = i18n;
  let mayList = false;
  let last;
  const name = createField({ id: 'admin-person', label: t('admin.person'), spellcheck: 'false' });
  const hint = element('p', { class: 'hint' });
  const submit = element('button', { class: 'button' });
  const form = element(
    'form',
    { novalidate: '', on: { submit: seek } },
    name.node,
    hint,
    element('div', { class: 'sheet-foot' }, submit),
  );
  const more = element(
    'button',
    { type: 'button', class: 'button', on: { click: () => onAction('people', { after: last }) } },
    t('admin.more-people'),
  );
  const everybody = element('div');
  const show = createList(everybody, t('admin.no-people'));
  everybody.append(more);
  place.append(form, everybody);

  /** Who may not see the list finds somebody by the whole name. */
  function seek(event) {
    event.preventDefault();
    const wanted = name.input.value.trim();
    if (mayList) onAction('people', { name: wanted });
    else if (wanted) moderate({ name: wanted });
  }

  const moderate = (person) => onAction('dialog', { kind: 'moderate', person, from: 'people' });

  function create({ id, name: called, created_at: since }) {
    const words = element('span', { class: 'hint' });
    const label = t('admin.person-act', { name: called });
    let person = { id, name: called };
    const act = () => moderate(person);
    const row = line(
      element('bdi', { class: 'admin-name' }, called),
      words,
      element('span', { class: 'hint' }, t('admin.since', { time: i18n.date(since * 1000) })),
      element(
        'button',
        { type: 'button', class: 'button small', 'aria-label': label, on: { click: act } },
        t('people.moderate'),
      ),
    );
    row.show = (told) => {
      person = { id, name: called, role: told.role };
      setText(words, standing(told).join(' · '));
    };
    return row;
  }

  const standing = ({ role, kind, online, banned, muted }) =>
    [
      t(`role.${role}`),
      kind !== 'account' && t(`admin.kind-${kind}`),
      online && t('sessions.online'),
      banned && t('admin.ban'),
      muted && t('admin.mute'),
    ].filter(Boolean);

  return (state) => {
    const { people } = state.dialog;
    mayList = administers(state);
    setText(hint, t(mayList ? 'admin.people-hint' : 'admin.person-hint'));
    setText(submit, t(mayList ? 'admin.find' : 'people.moderate'));
    everybody.hidden = !mayList || !people?.isKnown;
    if (everybody.hidden) return;
    more.hidden = !people.hasMore;
    last = people.list.at(-1)?.id;
    show(
      people.list,
      ({ id }) => `account-${id}`,
      create,
      (row, told) => row.show(told),
    );
  };
}
