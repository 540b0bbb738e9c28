/** What else can be done about somebody in a list: a button that shows it below their name. */
import { element, focusWithin, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';

/** @returns a node with `show(person, isIgnored, mayModerate)` */
export function createPersonMenu({ i18n, onAction }) {
  const { t } = i18n;
  let person;
  let isIgnored = false;
  const ignore = element('button', {
    type: 'button',
    class: 'button small',
    on: {
      click() {
        toggle(false);
        onAction('ignore', { id: person.id, on: !isIgnored });
      },
    },
  });
  const moderate = element(
    'button',
    {
      type: 'button',
      class: 'button small',
      on: {
        click() {
          toggle(false);
          onAction('dialog', { kind: 'moderate', person });
        },
      },
    },
    t('people.moderate'),
  );
  const items = element('div', { class: 'person-items', hidden: '' }, ignore, moderate);
  const more = element(
    'button',
    {
      type: 'button',
      class: 'icon-button small',
      'aria-expanded': 'false',
      on: { click: () => toggle(items.hidden) },
    },
    icon('more'),
  );

  function toggle(isOpen) {
    if (!isOpen && focusWithin(items)) more.focus();
    items.hidden = !isOpen;
    setAttribute(more, 'aria-expanded', String(isOpen));
    if (isOpen) ignore.focus();
  }

  items.addEventListener('keydown', (event) => {
    if (!isKey(event, 'Escape')) return;
    event.stopPropagation();
    toggle(false);
  });

  return {
    more,
    items,
    show(next, isOut, mayModerate) {
      moderate.hidden = !mayModerate;
      person = next;
      isIgnored = isOut;
      setAttribute(more, 'aria-label', t('people.more', { name: person.name }));
      setText(ignore, t(isIgnored ? 'people.unignore' : 'people.ignore'));
    },
  };
}
