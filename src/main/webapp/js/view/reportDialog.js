/** The dialog in which somebody tells the moderators of a message. */
import { createSheet } from './sheet.js';
import { element } from './dom.js';
import { createField, createOutcome, setBusy } from './fields.js';

export function mountReport(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let id;
  let isBusy = false;
  const reason = createField({
    id: 'report-reason',
    label: t('report.reason'),
    maxlength: '500',
    autofocus: '',
  });
  const outcome = createOutcome(i18n);
  const submit = element('button', { class: 'button primary' }, t('report.submit'));
  const form = element(
    'form',
    { novalidate: '', on: { submit: report } },
    element('p', { class: 'hint' }, t('report.hint')),
    reason.node,
    outcome.node,
    element('div', { class: 'sheet-foot' }, submit),
  );
  const dialog = createSheet(context, { id: 'report', title: t('report.title') }, form);
  place.append(dialog);

  function report(event) {
    event.preventDefault();
    if (!isBusy) onAction('report', { id, reason: reason.input.value.trim() });
  }

  return ({ dialog: shown }) => {
    const isOpen = shown?.kind === 'report';
    if (isOpen && !dialog.open) form.reset();
    if (isOpen) {
      id = shown.id;
      isBusy = shown.ref !== undefined || shown.done === 'report';
      setBusy(submit, isBusy);
      outcome.show(shown);
    }
    dialog.show(isOpen);
  };
}
