/** The sheet that says which keys do what, and whether characters alone do something. */
import { SHORTCUTS } from '../shortcuts.js';
import { createSheet } from './sheet.js';
import { element } from './dom.js';

/** What is printed on some keys. */
const PRINTED = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

export function mountShortcuts(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;

  const called = (key) =>
    PRINTED[key] ?? (i18n.has(`key.${key}`) ? t(`key.${key}`) : key.toUpperCase());

  const keysOf = ({ keys, any }) =>
    keys.flatMap((key, index) => [
      ...(index === 0 ? [] : [any ? ' ' : '+']),
      element('kbd', {}, called(key)),
    ]);

  const group = ([name, shortcuts]) =>
    element(
      'section',
      {},
      element('h3', {}, t(`keys.${name}`)),
      element(
        'dl',
        { class: 'shortcuts' },
        ...shortcuts.map((shortcut) =>
          element(
            'div',
            {},
            element('dt', {}, t(`keys.${name}.${shortcut.name}`)),
            element('dd', {}, ...keysOf(shortcut)),
          ),
        ),
      ),
    );

  const obeyed = element('input', {
    id: 'single-keys',
    type: 'checkbox',
    on: { change: () => onAction('prefer', { change: { keys: obeyed.checked } }) },
  });
  const dialog = createSheet(
    context,
    { id: 'shortcuts', title: t('keys.title') },
    element('div', { class: 'shortcut-groups' }, ...Object.entries(SHORTCUTS).map(group)),
    element(
      'p',
      { class: 'check' },
      obeyed,
      element('label', { for: 'single-keys' }, t('keys.single')),
    ),
  );
  place.append(dialog);

  return (state) => {
    obeyed.checked = state.preferences.keys;
    dialog.show(state.dialog?.kind === 'shortcuts');
  };
}
