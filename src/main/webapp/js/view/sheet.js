/** A dialog over the page; the browser keeps the focus in it, and gives it back. */
import { element } from './dom.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';

/**
 * @returns an element with `show(isOpen)` and `mayClose(may)`
 */
export function createSheet({ i18n, onAction }, { id, title }, ...children) {
  const close = () => onAction('closeDialog');
  const closer = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': i18n.t('sheet.close'), on: { click: close } },
    icon('close'),
  );
  const node = element(
    'dialog',
    { id, class: 'sheet', 'aria-labelledby': `${id}-title`, on: { cancel, keydown, click } },
    element(
      'div',
      { class: 'sheet-head' },
      element('h2', { id: `${id}-title` }, title),
      closer,
    ),
    ...children,
  );

  function cancel(event) {
    event.preventDefault();
    close();
  }

  /** The page has a meaning of its own for it, and so has a field to search in. */
  function keydown(event) {
    if (!isKey(event, 'Escape')) return;
    event.stopPropagation();
    event.preventDefault();
    close();
  }

  /** What surrounds the dialog counts as the dialog itself. */
  function click(event) {
    if (event.target === node) close();
  }

  node.show = (isOpen) => {
    if (isOpen === node.open) return;
    if (isOpen) node.showModal();
    else node.close();
  };
  node.mayClose = (may) => (closer.hidden = !may);
  return node;
}
