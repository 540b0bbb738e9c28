/** The dialog in which somebody who keeps order acts on a person. */
import { administers } from '../moderation.js';
import { createSheet } from './sheet.js';
import { element, setText } from './dom.js';
import { createChoice, createField, createOutcome, setBusy } from './fields.js';

/** For how long, in seconds; null has no end. */
const TIMES = [600, 3600, 86_400, 604_800, 2_592_000, null];

const ACTS = ['mute', 'unmute', 'kick', 'ban', 'unban', 'setRole'];

export function mountModerate(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let person;
  let isBusy = false;
  const title = element('span');
  const act = createChoice({
    id: 'moderate-act',
    label: t('moderate.act'),
    options: ACTS.map((name) => [name, t(`moderate.${name}`)]),
    onChange: showFields,
  });
  const time = createChoice({
    id: 'moderate-time',
    label: t('moderate.time'),
    options: TIMES.map((seconds) => [String(seconds), t(`moderate.time-${seconds}`)]),
  });
  const role = createChoice({
    id: 'moderate-role',
    label: t('moderate.role'),
    options: ['member', 'moderator', 'admin'].map((name) => [name, t(`role.${name}`)]),
  });
  const reason = createField({ id: 'moderate-reason', label: t('moderate.reason'), maxlength: '200' });
  const hint = element('p', { class: 'hint' });
  const outcome = createOutcome(i18n);
  const submit = element('button', { class: 'button danger' }, t('moderate.submit'));
  const form = element(
    'form',
    { novalidate: '', on: { submit: moderate } },
    act.node,
    hint,
    time.node,
    role.node,
    reason.node,
    outcome.node,
    element('div', { class: 'sheet-foot' }, submit),
  );
  const dialog = createSheet(context, { id: 'moderate', title }, form);
  place.append(dialog);

  function showFields() {
    const name = act.input.value;
    time.node.hidden = name !== 'mute' && name !== 'ban';
    role.node.hidden = name !== 'setRole';
    setText(hint, t(`moderate.${name}-hint`));
    // Nobody is muted for good.
    const forGood = time.options.at(-1);
    forGood.hidden = name === 'mute';
    if (forGood.hidden && time.input.value === 'null') time.input.value = String(TIMES[0]);
  }

  function moderate(event) {
    event.preventDefault();
    if (isBusy) return;
    const name = act.input.value;
    const isTimed = !time.node.hidden && time.input.value !== 'null';
    onAction(name, {
      id: person.id,
      username: person.name,
      reason: reason.input.value.trim(),
      seconds: isTimed ? Number(time.input.value) : undefined,
      role: name === 'setRole' ? role.input.value : undefined,
    });
  }

  return (state) => {
    const shown = state.dialog?.kind === 'moderate' ? state.dialog : null;
    if (shown && !dialog.open) {
      form.reset();
      act.input.value = ACTS[0];
      time.input.value = String(TIMES[0]);
      role.input.value = shown.person.role ?? 'member';
      showFields();
    }
    if (shown) {
      person = shown.person;
      setText(title, t('moderate.title', { name: person.name }));
      act.options.at(-1).hidden = !administers(state);
      isBusy = shown.ref !== undefined;
      setBusy(submit, isBusy);
      outcome.show(shown);
    }
    dialog.show(shown !== null);
  };
}
