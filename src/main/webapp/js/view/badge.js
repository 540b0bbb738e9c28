/**
 * How many messages are unread, or of them are about oneself, at a glance; who cannot see it is
 * told in words beside it.
 */
import { element, setAttribute, setText } from './dom.js';

const MOST = 99;

export const createBadge = () => element('span', { class: 'badge', 'aria-hidden': 'true' });

const short = (n) => (n > MOST ? `${MOST}+` : String(n));

export function showBadge(badge, unread, mentions = 0) {
  badge.hidden = unread === 0;
  setAttribute(badge, 'data-mention', mentions > 0 ? '' : null);
  setText(badge, unread ? `${mentions > 0 ? '@' : ''}${short(mentions || unread)}` : '');
}

/** What a badge says, in words. */
export function unreadWords({ t }, unread, mentions = 0) {
  if (unread === 0) return '';
  const words = t('unread', { n: unread });
  return mentions > 0 ? `${words}, ${t('unread.mentions', { n: mentions })}` : words;
}
