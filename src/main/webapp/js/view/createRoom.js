/** The dialog in which somebody makes a room. */
import { roomNamed } from '../slash.js';
import { createSheet } from './sheet.js';
import { element } from './dom.js';
import { createField, createOutcome, createTick, setBusy } from './fields.js';

export function mountCreateRoom(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  const name = createField({
    id: 'new-room-name',
    label: t('create.name'),
    hint: t('create.name-hint'),
    autofocus: '',
    maxlength: '40',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: '',
  });
  const topic = createField({
    id: 'new-room-topic',
    label: t('create.topic'),
    maxlength: '250',
  });
  const secret = createTick({
    id: 'new-room-private',
    label: t('create.private'),
    hint: t('create.private-hint'),
  });
  const announcement = createTick({
    id: 'new-room-announcement',
    label: t('create.announcement'),
    hint: t('create.announcement-hint'),
  });
  const outcome = createOutcome(i18n);
  const submit = element('button', { class: 'button primary' }, t('create.submit'));
  const form = element(
    'form',
    { novalidate: '', on: { submit: create } },
    name.node,
    topic.node,
    secret.node,
    announcement.node,
    outcome.node,
    element('div', { class: 'sheet-foot' }, submit),
  );
  const dialog = createSheet(context, { id: 'create-room', title: t('create.title') }, form);
  place.append(dialog);
  let isBusy = false;

  function create(event) {
    event.preventDefault();
    if (isBusy) return;
    onAction('createRoom', {
      room: roomNamed(name.input.value),
      topic: topic.input.value.trim(),
      isPrivate: secret.input.checked,
      isAnnouncement: announcement.input.checked,
    });
  }

  return ({ dialog: shown }) => {
    const isOpen = shown?.kind === 'create';
    if (isOpen && !dialog.open) form.reset();
    dialog.show(isOpen);
    if (!isOpen) return;
    isBusy = shown.ref !== undefined;
    setBusy(submit, isBusy);
    outcome.show(shown);
  };
}
