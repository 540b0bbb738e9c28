/** The dialog in which somebody chooses a day, to read what was said from then on. */
import { element } from './dom.js';
import { createField } from './fields.js';
import { createSheet } from './sheet.js';

const isoDay = (at) => {
  const day = new Date(at);
  const two = (number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

export function mountDate(place, context) {
  const { i18n, onAction, now } = context;
  const { t } = i18n;
  const day = createField({
    id: 'date-day',
    label: t('date.day'),
    type: 'date',
    required: '',
    autofocus: '',
  });
  const form = element(
    'form',
    { on: { submit: go } },
    day.node,
    element('p', { class: 'hint' }, t('date.hint')),
    element(
      'div',
      { class: 'sheet-foot' },
      element('button', { class: 'button primary' }, t('date.submit')),
    ),
  );
  const dialog = createSheet(context, { id: 'date', title: t('date.title') }, form);
  place.append(dialog);

  function go(event) {
    event.preventDefault();
    onAction('goToTime', { at: new Date(`${day.input.value}T00:00`).getTime() });
  }

  return ({ dialog: shown }) => {
    const isOpen = shown?.kind === 'date';
    if (isOpen && !dialog.open) {
      day.input.setAttribute('max', isoDay(now()));
      day.input.value ||= isoDay(now());
    }
    dialog.show(isOpen);
  };
}
