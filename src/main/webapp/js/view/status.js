/** How the line is: always as a small badge, and in full, with what to do, when there is none. */
import { element, setAttribute, setText } from './dom.js';

export function mountStatus(badgePlace, bannerPlace, { i18n, onAction, now }) {
  const { t } = i18n;
  const badgeText = element('span', { class: 'status-text' });
  const badge = element('p', { class: 'status' }, badgeText);
  const bannerText = element('span');
  const countdown = element('span', { 'aria-hidden': 'true' });
  const reconnect = element(
    'button',
    { type: 'button', class: 'button', on: { click: () => onAction('reconnect') } },
    t('banner.reconnect'),
  );
  const banner = element(
    'div',
    { class: 'banner' },
    element('p', {}, bannerText, ' ', countdown),
    reconnect,
  );
  // The seconds are counted beside the live region: nobody wants each of them read out.
  const announced = element('p', { class: 'visually-hidden', role: 'status' });
  badgePlace.append(badge);
  bannerPlace.append(banner, announced);

  function explain({ connection, me }) {
    if (connection.status === 'stopped') return t(`stopped.${connection.code}`);
    if (connection.status !== 'waiting') return '';
    if (connection.full) return t('banner.full');
    // Never greeted, for the server or something before it may not let us in.
    return t(me ? 'banner.lost' : 'banner.failed');
  }

  return (state) => {
    const { connection } = state;
    const { status } = connection;
    const explanation = explain(state);
    setAttribute(badge, 'data-status', status);
    setText(badgeText, t(`status.${status}`));
    banner.hidden = explanation === '';
    setText(bannerText, explanation);
    const seconds = Math.max(1, Math.ceil((connection.until - now()) / 1000));
    setText(countdown, status === 'waiting' ? t('banner.in', { n: seconds }) : '');
    setText(announced, `${t(`status.${status}`)}. ${explanation}`);
  };
}
