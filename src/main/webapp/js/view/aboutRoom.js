/** The dialog about a room: what it is about, who is let in, and whether it goes on. */
import { mayArchive, mayInvite, maySetTopic, roomInfo } from '../facts.js';
import { createSheet } from './sheet.js';
import { element, setText } from './dom.js';
import { createField, createOutcome } from './fields.js';
import { mountMembers } from './members.js';

export function mountAboutRoom(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let room = '';
  let isBusy = false;
  const title = element('bdi');
  const kinds = element('p', { class: 'hint about-kinds' });
  const topicWords = element('p', { dir: 'auto', class: 'about-topic' });
  const topic = createField({ id: 'room-topic', label: t('about.topic'), maxlength: '250' });
  const topicForm = element(
    'form',
    { class: 'about-topic-form', novalidate: '', on: { submit: setTopic } },
    topic.node,
    element('button', { class: 'button' }, t('about.set')),
  );
  const members = element('div', {});
  const showMembers = mountMembers(members, context);
  const archiveWords = element('p', { class: 'hint' });
  const archive = element('button', { type: 'button', class: 'button', on: { click: close } });
  const archiving = element('div', { class: 'about-archive' }, archiveWords, archive);
  const outcome = createOutcome(i18n);
  const dialog = createSheet(
    context,
    { id: 'about-room', title },
    kinds,
    topicWords,
    topicForm,
    members,
    archiving,
    outcome.node,
  );
  place.append(dialog);
  let isArchived = false;

  function setTopic(event) {
    event.preventDefault();
    if (!isBusy) onAction('setTopic', { room, topic: topic.input.value.trim() });
  }

  function close() {
    if (!isBusy) onAction('archive', { room, archived: !isArchived });
  }

  const kindsOf = (info) =>
    [
      t(info.isPrivate ? 'about.private' : 'about.open'),
      info.isAnnouncement && t('about.announcement'),
      info.isArchived && t('about.archived'),
    ]
      .filter(Boolean)
      .join('\n');

  function showTopic(state, info, isNew) {
    const canSet = maySetTopic(state, info);
    topicForm.hidden = !canSet;
    topicWords.hidden = canSet;
    setText(topicWords, info.topic || t('about.no-topic'));
    if (isNew) topic.input.value = info.topic ?? '';
  }

  return (state) => {
    const shown = state.dialog?.kind === 'room' ? state.dialog : null;
    if (!shown) return dialog.show(false);
    const isNew = !dialog.open;
    const info = roomInfo(state, shown.room);
    room = shown.room;
    isBusy = shown.ref !== undefined;
    isArchived = Boolean(info.isArchived);
    setText(title, `#${room}`);
    setText(kinds, kindsOf(info));
    showTopic(state, info, isNew);
    members.hidden = !mayInvite(state, info);
    if (!members.hidden) showMembers(state, info);
    archiving.hidden = info.ownerId === undefined || !mayArchive(state, info);
    setText(archive, t(isArchived ? 'about.reopen' : 'about.archive'));
    setText(archiveWords, t(isArchived ? 'about.reopen-hint' : 'about.archive-hint'));
    outcome.show(shown);
    dialog.show(true);
  };
}
