/** What of the browser's tab belongs to the chat room where the page is nothing else. */
import { createFavicon } from './favicon.js';
import { unreadTotal } from './totals.js';

/**
 * @param {ReturnType<typeof import('./i18n.js').createI18n>} i18n
 * @returns {(state: import('./store.js').State) => void}
 */
export function createTab({ t, lang }) {
  document.documentElement.lang = lang;
  const favicon = createFavicon(document.querySelector('link[rel=icon]'));
  return (state) => {
    const unread = unreadTotal(state);
    document.title = unread ? `(${unread}) ${t('title')}` : t('title');
    favicon(state);
  };
}
