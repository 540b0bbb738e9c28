/** The dialog in which somebody chooses how they are told of what is said. */
import { FOR_EVER, levelOf } from '../preferences.js';
import { currentConversation } from '../store.js';
import { isQuiet } from '../telling.js';
import { createSheet } from './sheet.js';
import { element, setText } from './dom.js';

const LEVELS = ['all', 'mentions', 'muted'];

const HOUR_MS = 3_600_000;
const MORNING = 8;

/** @returns {number} the next time that it is eight in the morning */
export function nextMorning(now) {
  const morning = new Date(now);
  morning.setHours(MORNING, 0, 0, 0);
  if (morning.getTime() <= now) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

export function mountTelling(place, context) {
  const { i18n, onAction, now, permission = () => 'none' } = context;
  const { t } = i18n;
  let key = '';

  const choice = (attributes, words) => {
    const input = element('input', attributes);
    const label = element('label', { for: attributes.id }, words);
    return { input, node: element('p', { class: 'check' }, input, label) };
  };
  const levels = LEVELS.map((level) => {
    const change = () => onAction('level', { key, level });
    const id = `telling-${level}`;
    const attributes = { id, type: 'radio', name: 'telling', value: level, on: { change } };
    return { level, ...choice(attributes, t(`telling.${level}`)) };
  });
  const where = element('legend');
  const toggle = (id, words, change) =>
    choice({ id, type: 'checkbox', on: { change: ({ target }) => change(target.checked) } }, t(words));
  const notify = toggle('telling-notify', 'telling.notify', (on) =>
    on ? onAction('tellMe') : onAction('prefer', { change: { notify: false } }),
  );
  const sound = toggle('telling-sound', 'telling.sound', (on) =>
    onAction('prefer', { change: { sound: on } }),
  );
  const trouble = element('p', { class: 'hint' });
  const quietWords = element('p', { role: 'status' });
  const quietFor = (words, until) =>
    element(
      'button',
      {
        type: 'button',
        class: 'button small',
        on: { click: () => onAction('prefer', { change: { quietUntil: until() } }) },
      },
      t(words),
    );
  const begins = [
    quietFor('telling.quiet-hour', () => now() + HOUR_MS),
    quietFor('telling.quiet-morning', () => nextMorning(now())),
    quietFor('telling.quiet-on', () => FOR_EVER),
  ];
  const end = quietFor('telling.quiet-off', () => 0);
  const dialog = createSheet(
    context,
    { id: 'telling', title: t('telling.title') },
    element('fieldset', { class: 'telling-levels' }, where, ...levels.map(({ node }) => node)),
    element('h3', {}, t('telling.here')),
    notify.node,
    trouble,
    sound.node,
    element('h3', {}, t('telling.quiet')),
    quietWords,
    element('div', { class: 'telling-quiet' }, ...begins, end),
  );
  place.append(dialog);

  function quietness(state) {
    const { quietUntil } = state.preferences;
    if (!isQuiet(state, now())) return t('telling.quiet-hint');
    return quietUntil === FOR_EVER
      ? t('telling.quiet-now')
      : t('telling.quiet-until', { time: i18n.moment(quietUntil) });
  }

  function draw(state) {
    const { name, personId } = currentConversation(state);
    const { preferences } = state;
    key = state.current;
    setText(where, t('telling.where', { name: personId === null ? `#${name}` : name }));
    for (const { level, input } of levels) input.checked = level === levelOf(state, key);
    const may = permission();
    notify.input.checked = preferences.notify === true && may === 'granted';
    notify.input.disabled = may === 'none' || may === 'denied';
    trouble.hidden = !notify.input.disabled;
    setText(trouble, trouble.hidden ? '' : t(`telling.${may}`));
    sound.input.checked = preferences.sound;
    const quiet = isQuiet(state, now());
    for (const begin of begins) begin.hidden = quiet;
    end.hidden = !quiet;
    setText(quietWords, quietness(state));
  }

  return (state) => {
    const isOpen = state.dialog?.kind === 'telling';
    if (isOpen) draw(state);
    dialog.show(isOpen);
  };
}
