/** The way to the first unread message where it is further back than what is held. */
import { element, focusWithin } from './dom.js';
import { icon } from './icons.js';

/** @returns {(isThere: boolean) => void} */
export function mountFirstUnread(place, { i18n, onAction }) {
  const words = i18n.t('log.first-unread');
  const ask = () => onAction('firstUnread');
  const attributes = { type: 'button', class: 'button jump first', hidden: '', on: { click: ask } };
  const button = element('button', attributes, icon('up'), words);
  place.append(button);
  return (isThere) => (button.hidden = !isThere && !focusWithin(button));
}
