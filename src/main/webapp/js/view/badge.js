/** How many messages are unread, at a glance; who cannot see it is told in words beside it. */
import { element, setText } from './dom.js';

const MOST = 99;

export const createBadge = () => element('span', { class: 'badge', 'aria-hidden': 'true' });

export function showBadge(badge, unread) {
  badge.hidden = unread === 0;
  setText(badge, unread > MOST ? `${MOST}+` : String(unread || ''));
}
