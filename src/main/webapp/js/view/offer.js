/** Offers to be told, once, to who missed something that was said to them. */
import { element } from './dom.js';

export function mountOffer(place, { i18n, onAction, permission = () => 'none' }) {
  const { t } = i18n;
  const button = (kind, words, click) =>
    element('button', { type: 'button', class: `button small ${kind}`, on: { click } }, t(words));
  const node = element(
    'div',
    { class: 'banner' },
    element('p', {}, t('telling.offer')),
    element(
      'div',
      { class: 'choices' },
      button('primary', 'telling.turn-on', () => onAction('tellMe')),
      button('quiet', 'telling.not-now', () => onAction('prefer', { change: { notify: false } })),
    ),
  );
  const offered = element('div', { 'aria-live': 'polite' });
  place.append(offered);

  const canTell = () => ['default', 'granted'].includes(permission());

  return ({ isTellingOffered, preferences }) => {
    const isOffered = isTellingOffered && preferences.notify === null && canTell();
    if (isOffered !== node.isConnected) offered.replaceChildren(...(isOffered ? [node] : []));
  };
}
