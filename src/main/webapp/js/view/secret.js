/** What is shown once: to be copied now, or by hand. */
import { element, setText } from './dom.js';
import { createField } from './fields.js';

/** @returns a node with `show(text, hint)`; without a text there is nothing to be seen */
export function createSecret({ t }, { id, label }) {
  const field = createField({ id, label, readonly: '', dir: 'ltr', spellcheck: 'false', class: 'secret' });
  const hint = element('p', { class: 'hint' });
  const button = element('button', { type: 'button', class: 'button', on: { click: copy } });
  const node = element('div', { class: 'secret-shown', hidden: '' }, field.node, hint, button);
  let shown = '';

  /** A page served over plain http may not write there: then it is selected, to be copied by hand. */
  async function copy() {
    field.input.select();
    try {
      await navigator.clipboard.writeText(shown);
      setText(button, t('secret.copied'));
    } catch {
      setText(button, t('secret.by-hand'));
    }
  }

  node.show = (text = '', words = '') => {
    node.hidden = text === '';
    setText(hint, words);
    if (text === shown) return;
    shown = text;
    field.input.value = text;
    setText(button, t('secret.copy'));
  };
  return node;
}
