/** The icon of the tab has a dot while something is unread. */
import { unreadTotal } from './totals.js';

/**
 * @param {HTMLLinkElement} link to the icon
 * @returns {(state: import('./store.js').State) => void}
 */
export function createFavicon(link) {
  const plain = link.getAttribute('href');
  const marked = plain.replace(/\.svg$/, '-unread.svg');
  return (state) => {
    const wanted = unreadTotal(state) ? marked : plain;
    if (link.getAttribute('href') !== wanted) link.setAttribute('href', wanted);
  };
}
