/** Who was invited into a room, who may write there, and what its owner does about that. */
import { NOBODY, acquaintances } from '../roster.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { element, focusNear, reconcile, setAttribute, setText } from './dom.js';

const BUTTONS = {
  invite: 'members.invite',
  letWrite: 'members.let-write',
  stopWriting: 'members.stop-writing',
  uninvite: 'members.remove',
};

/** Those who were invited, and everybody else who could be. */
function everyone(state, { name: room, isPrivate }) {
  const { people: here } = state.rosters.get(room) ?? NOBODY;
  const { people: invited } = state.dialog.members;
  const all = new Map(invited);
  for (const person of acquaintances(state)) all.set(person.id, person);
  return [...all.values()].map(({ id, name }) => {
    const isHere = here.has(id);
    // Whoever is in a private room was invited, also if the list is cut.
    const isMember = invited.has(id) || (isPrivate && isHere);
    const { mayWrite = false, isOnline = false } = invited.get(id) ?? {};
    return { id, name, isHere, isMember, mayWrite, isOnline };
  });
}

/** What can be done about somebody. */
const isOffered = {
  invite: ({ isMember }, { isPrivate }) => isPrivate && !isMember,
  letWrite: ({ mayWrite }, { isAnnouncement }) => isAnnouncement && !mayWrite,
  stopWriting: ({ mayWrite }, { isAnnouncement }) => isAnnouncement && mayWrite,
  uninvite: ({ isMember }, { isPrivate }) => isPrivate && isMember,
};

/** @returns {string[]} what there is to say of somebody, as keys of words */
function standing({ isHere, isMember, mayWrite, isOnline }, { isPrivate, isAnnouncement }) {
  const right = isAnnouncement && (isMember || !isPrivate) && (mayWrite ? 'may-write' : 'may-read');
  const place = isMember && !isHere && (isOnline ? 'not-here' : 'offline');
  return [right || (place && 'invited'), place].filter(Boolean);
}

export function mountMembers(place, { i18n, onAction }) {
  const { t } = i18n;
  const title = element('h3', { tabindex: '-1' }, t('members.title'));
  const list = element('ul', { class: 'side-list members', role: 'list' });
  const nobody = element('p', { class: 'hint' }, t('members.nobody'));
  const cut = element('p', { class: 'hint' });
  place.append(title, nobody, cut, list);
  let info = { name: '' };

  function create({ id }) {
    const avatar = createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const words = element('span', { class: 'hint' });
    const buttons = Object.entries(BUTTONS).map(([action, key]) => {
      const click = () => onAction(action, { room: info.name, id, isPrivate: info.isPrivate });
      const attributes = { type: 'button', class: 'button small', on: { click } };
      return [action, element('button', attributes, t(key))];
    });
    const row = element(
      'li',
      { class: 'side-item' },
      avatar,
      element('span', { class: 'member-words' }, name, words),
      element('span', { class: 'member-acts' }, ...buttons.map(([, button]) => button)),
    );
    row.firstButton = () => buttons.map(([, button]) => button).find(({ hidden }) => !hidden);
    row.show = (person) => {
      setText(name, person.name);
      updateAvatar(avatar, person.name);
      setText(
        words,
        standing(person, info)
          .map((key) => t(`members.${key}`))
          .join(' · '),
      );
      for (const [action, button] of buttons) {
        button.hidden = !isOffered[action](person, info);
        setAttribute(button, 'aria-label', t(`${BUTTONS[action]}-name`, { name: person.name }));
      }
    };
    return row;
  }

  /** A button that did its work may be gone; one goes on from where it was. */
  function keepFocus(row, focused) {
    if (!row || (row.isConnected && !focused.hidden)) return;
    ((row.isConnected && row.firstButton()) || title).focus();
  }

  return (state, next) => {
    info = next;
    const { members } = state.dialog;
    list.hidden = !members;
    const all = members ? everyone(state, info) : [];
    all.sort((a, b) => i18n.collator.compare(a.name, b.name) || a.id - b.id);
    nobody.hidden = !members || all.length > 0;
    cut.hidden = !members || members.people.size >= members.count;
    setText(
      cut,
      cut.hidden ? '' : t('members.cut', { n: members.people.size, total: members.count }),
    );
    const focused = focusNear(list);
    const row = [...list.children].find((child) => child.contains(focused));
    reconcile(list, all, {
      key: ({ id }) => `member-${id}`,
      create,
      update: (item, person) => item.show(person),
    });
    keepFocus(row, focused);
  };
}
