/** Whom the owner of a room lets in, or lets write there, and whom no more. */
import { NOBODY, acquaintances } from '../roster.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { element, reconcile, setAttribute, setText } from './dom.js';

export function mountMembers(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('ul', { class: 'side-list members', role: 'list' });
  const nobody = element('p', { class: 'hint' }, t('members.nobody'));
  place.append(element('h3', {}, t('members.title')), nobody, list);
  let info = { name: '' };

  const invite = (id, mayWrite) => onAction('invite', { room: info.name, id, mayWrite });

  function action(words, onClick) {
    return element(
      'button',
      { type: 'button', class: 'button small', on: { click: onClick } },
      words,
    );
  }

  function create({ id }) {
    const avatar = createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const add = action(t('members.invite'), () => invite(id, false));
    const letWrite = action(t('members.let-write'), () => invite(id, true));
    const remove = action(t('members.remove'), () => onAction('uninvite', { room: info.name, id }));
    const row = element('li', { class: 'side-item' }, avatar, name, add, letWrite, remove);
    const calls = [
      [add, 'members.invite-name'],
      [letWrite, 'members.let-write-name'],
      [remove, 'members.remove-name'],
    ];
    row.show = ({ name: shown, isHere }) => {
      setText(name, shown);
      updateAvatar(avatar, shown);
      add.hidden = isHere || !info.isPrivate;
      letWrite.hidden = !info.isAnnouncement;
      remove.hidden = !isHere || !info.isPrivate;
      for (const [button, key] of calls)
        setAttribute(button, 'aria-label', t(key, { name: shown }));
    };
    return row;
  }

  return (state, next) => {
    info = next;
    const { people } = state.rosters.get(info.name) ?? NOBODY;
    const everyone = acquaintances(state)
      .map(({ id, name }) => ({ id, name, isHere: people.has(id) }))
      .sort((a, b) => i18n.collator.compare(a.name, b.name));
    nobody.hidden = everyone.length > 0;
    reconcile(list, everyone, {
      key: ({ id }) => `member-${id}`,
      create,
      update: (row, person) => row.show(person),
    });
  };
}
