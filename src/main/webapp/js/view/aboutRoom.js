/** The dialog about a room: what it is about, who is let in, and whether it goes on. */
import { mayArchive, mayInvite, maySetTopic, roomInfo } from '../facts.js';
import { keepsOrderIn } from '../slow.js';
import { createSheet } from './sheet.js';
import { element, setAttribute, setText } from './dom.js';
import { createChoice, createField, createOutcome } from './fields.js';
import { mountMembers } from './members.js';

/** How many seconds members may be made to wait. */
const SLOW = [0, 5, 10, 30, 60, 300, 900, 3600];

export function mountAboutRoom(place, context) {
  const { base, i18n, onAction } = context;
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
  const slow = createChoice({
    id: 'room-slow',
    label: t('about.slow'),
    options: SLOW.map((seconds) => [String(seconds), t('about.slow-seconds', { n: seconds })]),
    onChange: () => onAction('slowMode', { room, seconds: Number(slow.input.value) }),
  });
  const members = element('div', {});
  const showMembers = mountMembers(members, context);
  const past = element('a', { target: '_blank', rel: 'noopener' }, t('about.past'));
  const readPast = element('p', { class: 'about-past' }, past);
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
    readPast,
    slow.node,
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
    // A browser shows nobody's token by itself, and a private room is not there without one.
    readPast.hidden = Boolean(info.isPrivate);
    setAttribute(past, 'href', new URL(`archive/${encodeURIComponent(room)}/`, base).href);
    slow.node.hidden = !keepsOrderIn(state, info);
    if (!isBusy) slow.input.value = String(info.slowSeconds ?? 0);
    members.hidden = !mayInvite(state, info);
    if (!members.hidden) showMembers(state, info);
    archiving.hidden = info.ownerId === undefined || !mayArchive(state, info);
    setText(archive, t(isArchived ? 'about.reopen' : 'about.archive'));
    setText(archiveWords, t(isArchived ? 'about.reopen-hint' : 'about.archive-hint'));
    outcome.show(shown);
    dialog.show(true);
  };
}
