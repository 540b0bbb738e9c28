/** The conversations one can go to, and the people one can begin one with. */
import { privateKey, ROOM } from '../protocol.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { createBadge, showBadge } from './badge.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

export function mountSidebar(place, { i18n, onAction }) {
  const { t } = i18n;
  const conversations = element('ul', { class: 'side-list', role: 'list' });
  const people = element('ul', { class: 'side-list', role: 'list' });
  const count = element('span', { class: 'count' });
  const more = element('p', { class: 'hint' });
  place.append(
    element(
      'nav',
      { 'aria-labelledby': 'chat-conversations' },
      element('h2', { id: 'chat-conversations' }, t('conversations.title')),
      conversations,
    ),
    element(
      'section',
      { 'aria-labelledby': 'chat-people' },
      element('h2', { id: 'chat-people' }, t('people.title'), ' ', count),
      people,
      more,
    ),
  );

  function createConversation({ key }) {
    const row = element('li');
    const mark =
      key === ROOM ? element('span', { class: 'avatar room' }, icon('bubble')) : createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const badge = createBadge();
    const spoken = element('span', { class: 'visually-hidden' });
    const open = () => onAction('open', { key });
    const button = element(
      'button',
      { type: 'button', class: 'side-item', on: { click: open } },
      mark,
      name,
      badge,
      spoken,
    );
    row.append(button);
    row.show = ({ conversation, isCurrent, isOnline }) => {
      const shown = key === ROOM ? t('room.name') : conversation.name;
      setText(name, shown);
      if (key !== ROOM) updateAvatar(mark, shown);
      setAttribute(button, 'aria-current', isCurrent ? 'true' : null);
      setAttribute(button, 'data-offline', isOnline ? null : '');
      showBadge(badge, conversation.unread);
      setText(spoken, conversation.unread ? `, ${t('unread', { n: conversation.unread })}` : '');
    };
    return row;
  }

  function createPerson({ person, isMe }) {
    const avatar = createAvatar();
    const name = element('bdi', { class: 'side-name' });
    const button = isMe
      ? element(
          'div',
          { class: 'side-item' },
          avatar,
          name,
          ' ',
          element('span', { class: 'tag' }, t('people.you')),
        )
      : element(
          'button',
          { type: 'button', class: 'side-item', on: { click: open } },
          avatar,
          name,
        );
    let shown = person;
    function open() {
      onAction('openPrivate', { person: { id: shown.id, name: shown.name } });
    }
    const row = element('li', {}, button);
    row.show = (next) => {
      shown = next.person;
      setText(name, shown.name);
      updateAvatar(avatar, shown.name);
      if (!isMe) setAttribute(button, 'aria-label', t('people.write', { name: shown.name }));
    };
    return row;
  }

  const update = (row, item) => row.show(item);

  function drawConversations({ conversations: known, current, people: online }) {
    const items = [...known.values()].map((conversation) => ({
      key: conversation.key,
      conversation,
      isCurrent: conversation.key === current,
      isOnline: conversation.personId === null || online.has(conversation.personId),
    }));
    reconcile(conversations, items, {
      key: (item) => item.key,
      create: createConversation,
      update,
    });
  }

  function drawPeople({ people: online, usersOnline, me }) {
    const everyone = [...online.values()]
      .sort((a, b) => i18n.collator.compare(a.name, b.name) || a.id - b.id)
      .map((person) => ({ person, isMe: person.id === me?.id }));
    const personKey = ({ person, isMe }) => (isMe ? 'me' : privateKey(person.id));
    reconcile(people, everyone, { key: personKey, create: createPerson, update });

    setText(count, String(usersOnline));
    const hiddenPeople = usersOnline - everyone.length;
    setText(more, hiddenPeople > 0 ? t('people.more', { n: hiddenPeople }) : '');
  }

  const updates = [
    whenChanged((state) => [state.conversations, state.current, state.people], drawConversations),
    whenChanged((state) => [state.people, state.usersOnline, state.me], drawPeople),
  ];
  return (state) => updates.forEach((draw) => draw(state));
}
