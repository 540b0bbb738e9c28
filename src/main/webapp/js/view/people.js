/** The people of the open room, with whom one can begin a private conversation. */
import { privateKey } from '../protocol.js';
import { keepsOrder } from '../moderation.js';
import { isCut, openRoster } from '../roster.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { createPersonMenu } from './personMenu.js';

export function mountPeople(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  const list = element('ul', { class: 'side-list', role: 'list' });
  const title = element('span');
  const count = element('span', { class: 'count' });
  const cut = element('p', { class: 'hint' });
  place.append(
    element(
      'section',
      { 'aria-labelledby': 'chat-people' },
      element('h2', { id: 'chat-people' }, title, ' ', count),
      cut,
      list,
    ),
  );

  function standing({ is_admin: isAdmin, is_moderator: isModerator, is_bot: isBot }) {
    if (isBot) return t('people.bot');
    if (isAdmin) return t('role.admin');
    return isModerator ? t('role.moderator') : '';
  }

  function createPerson({ person, isMe }) {
    const avatar = createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const tag = element('span', { class: 'tag' });
    const button = isMe
      ? element(
          'div',
          { class: 'side-item' },
          avatar,
          name,
          tag,
          ' ',
          element('span', { class: 'tag' }, t('people.you')),
        )
      : element(
          'button',
          { type: 'button', class: 'side-item', on: { click: open } },
          avatar,
          name,
          tag,
        );
    let shown = person;
    function open() {
      onAction('openPrivate', { person: { id: shown.id, name: shown.name } });
    }
    const menu = isMe ? null : createPersonMenu(context);
    const row = element('li', { class: 'person' }, button);
    if (menu) row.append(menu.more, menu.items);
    row.show = (next) => {
      shown = next.person;
      setText(name, shown.name);
      updateAvatar(avatar, shown.name);
      const rank = standing(shown);
      setText(tag, rank && ` ${rank}`);
      tag.hidden = rank === '';
      setAttribute(row, 'data-ignored', next.isIgnored ? '' : null);
      if (isMe) return;
      menu.show(shown, next.isIgnored, next.mayModerate);
      const call = t('people.write', { name: shown.name });
      const words = rank ? t('people.ranked', { words: call, rank }) : call;
      setAttribute(button, 'aria-label', next.isIgnored ? t('people.ignored', { words }) : words);
    };
    return row;
  }

  function drawList(state) {
    const everyone = [...openRoster(state).people.values()]
      .sort((a, b) => i18n.collator.compare(a.name, b.name) || a.id - b.id)
      .map((person) => ({
        person,
        isMe: person.id === state.me?.id,
        isIgnored: state.ignored.has(person.id),
        mayModerate: keepsOrder(state),
      }));
    reconcile(list, everyone, {
      key: ({ person, isMe }) => (isMe ? 'me' : privateKey(person.id)),
      create: createPerson,
      update: (row, item) => row.show(item),
    });
  }

  function drawCount(state) {
    const roster = openRoster(state);
    setText(title, t('people.title', { name: state.room }));
    setText(count, i18n.number(roster.online));
    cut.hidden = !isCut(roster);
    const values = { n: roster.people.size, total: roster.online };
    setText(cut, cut.hidden ? '' : t('people.cut', values));
  }

  const updates = [
    // In a crowd the number changes each second, and the list does not.
    whenChanged((state) => [openRoster(state).people, state.me, state.ignored, state.account], drawList),
    whenChanged((state) => [openRoster(state), state.room], drawCount),
  ];
  return (state) => updates.forEach((update) => update(state));
}
