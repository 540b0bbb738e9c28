/** A field for a password, which can be shown. */
import { element, setAttribute, setText } from './dom.js';
import { createField } from './fields.js';

/** @returns a field with `conceal()` */
export function createPasswordField({ t }, { label = t('password.label'), ...attributes }) {
  const { node, input } = createField({
    type: 'password',
    label,
    autocomplete: 'current-password',
    spellcheck: 'false',
    autocapitalize: 'none',
    required: '',
    ...attributes,
  });
  const button = element('button', {
    type: 'button',
    class: 'button quiet small password-show',
    'aria-controls': attributes.id,
    on: { click: () => reveal(input.getAttribute('type') === 'password') },
  });

  function reveal(isShown) {
    setAttribute(input, 'type', isShown ? 'text' : 'password');
    setAttribute(button, 'aria-pressed', String(isShown));
    setText(button, t('password.show'));
  }

  reveal(false);
  input.remove();
  node.append(element('div', { class: 'password-line' }, input, button));
  return { node, input, conceal: () => reveal(false) };
}
