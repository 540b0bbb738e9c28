/** The sign that nobody new is let in. */
import { element, setText } from './dom.js';

export function mountLockdown(place, { i18n }) {
  const sign = element('p', { class: 'lockdown', 'aria-live': 'polite' });
  place.append(sign);
  return ({ isLockedDown }) => setText(sign, isLockedDown ? i18n.t('lockdown.sign') : '');
}
