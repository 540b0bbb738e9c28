/** What has to be answered before anything else is done, and a picture in its full size. */
import { element, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';

/** A modal dialog; Escape leaves it, and nothing else. */
export function createDialog(place, attributes, ...children) {
  const dialog = element('dialog', attributes, ...children);
  dialog.addEventListener('keydown', (event) => {
    if (isKey(event, 'Escape')) event.stopPropagation();
  });
  // Its own padding is none of it: a press beside what is in it leaves it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  place.append(dialog);
  return dialog;
}

/** @returns {(what: {title: string, words: string, yes: string}, onYes: () => void) => void} */
export function mountConfirm(place, { i18n }) {
  const title = element('h2', { id: 'chat-confirm' });
  const words = element('p', { id: 'chat-confirm-words' });
  const yes = element('button', { type: 'button', class: 'button danger' });
  const no = element('button', { type: 'button', class: 'button' }, i18n.t('dialog.cancel'));
  const dialog = createDialog(
    place,
    {
      class: 'dialog',
      role: 'alertdialog',
      'aria-labelledby': 'chat-confirm',
      'aria-describedby': 'chat-confirm-words',
    },
    element(
      'div',
      { class: 'dialog-body' },
      title,
      words,
      element('div', { class: 'dialog-buttons' }, no, yes),
    ),
  );
  let then = () => {};
  no.addEventListener('click', () => dialog.close());
  yes.addEventListener('click', () => {
    dialog.close();
    then();
  });

  return (what, onYes) => {
    setText(title, what.title);
    setText(words, what.words);
    setText(yes, what.yes);
    then = onYes;
    dialog.showModal();
    no.focus();
  };
}

/** @returns {(address: string, alt: string, link?: string) => void} shows a picture as large as it fits */
export function mountEnlarged(place, { i18n }) {
  const { t } = i18n;
  const words = element('p', { dir: 'auto' });
  const link = element('a', { target: '_blank', rel: 'noopener noreferrer' }, t('image.original'));
  const close = element(
    'button',
    { type: 'button', class: 'icon-button enlarged-close', 'aria-label': t('dialog.close') },
    icon('close'),
  );
  const figure = element('div', { class: 'enlarged-figure' });
  const dialog = createDialog(place, { class: 'enlarged' }, figure, close);
  close.addEventListener('click', () => dialog.close());
  figure.addEventListener('click', ({ target }) => target === figure && dialog.close());
  dialog.addEventListener('close', () => figure.replaceChildren());

  return (address, alt, original) => {
    const img = element('img', { referrerpolicy: 'no-referrer', alt, src: address });
    figure.replaceChildren(img, words, link);
    setAttribute(dialog, 'aria-label', alt || t('image.label'));
    setText(words, alt);
    link.hidden = original === undefined;
    setAttribute(link, 'href', original);
    dialog.showModal();
    close.focus();
  };
}
