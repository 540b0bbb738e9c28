/** Says that what is shown was said long ago, and leads back to what is said now. */
import { element } from './dom.js';
import { icon } from './icons.js';

/** @returns {(isFar: boolean) => void} */
export function mountFarBar(place, { i18n, onLatest }) {
  const { t } = i18n;
  const button = element(
    'button',
    { type: 'button', class: 'button small', on: { click: onLatest } },
    icon('down'),
    t('log.back'),
  );
  const words = element('p', { role: 'status' });
  const bar = element('div', { class: 'far', hidden: '' }, words, button);
  place.append(bar);

  return (isFar) => {
    if (bar.hidden !== isFar) return;
    bar.hidden = !isFar;
    words.textContent = isFar ? t('log.far') : '';
  };
}
