/** How the line is: always as a small badge, and in full, with what to do, when there is none. */
import { SIGNED_OUT } from '../protocol.js';
import { phaseOf } from '../store.js';
import { unsentTotal } from '../totals.js';
import { element, setAttribute, setText } from './dom.js';

/** What the server says where nobody gave a reason. */
const UNSAID = new Set(['Kicked by admin', 'Banned']);

export function mountStatus(badgePlace, bannerPlace, { i18n, onAction, now }) {
  const { t } = i18n;
  const badgeText = element('span', { class: 'status-text' });
  const unsent = element('span', { class: 'status-unsent' });
  const badge = element('p', { class: 'status' }, badgeText, unsent);
  const bannerText = element('span');
  const countdown = element('span', { 'aria-hidden': 'true' });
  const reconnect = element(
    'button',
    { type: 'button', class: 'button', on: { click: () => onAction(isOut ? 'comeAgain' : 'reconnect') } },
  );
  /** The container has to know who we are first. */
  let isOut = false;
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

  function explainRemoval({ code, reason, until }) {
    const time = until && i18n.moment(until * 1000);
    const words = t(until ? `removal.${code}-until` : `removal.${code}`, { time });
    return reason && !UNSAID.has(reason) ? `${words} ${t('removal.reason', { reason })}` : words;
  }

  function explain({ connection, isGreeted, removal, me }) {
    if (isOut) return t(me ? 'stopped.vouched' : 'stopped.signed-out');
    const isRemoved = connection.status === 'stopped' && connection.code === 4003 && removal;
    if (isRemoved) return explainRemoval(removal);
    if (connection.status === 'stopped') return t(`stopped.${connection.code}`);
    if (connection.status !== 'waiting') return '';
    if (connection.cause !== 'lost') return t(`banner.${connection.cause}`);
    // Never greeted, for the server or something before it may not let us in.
    return t(isGreeted ? 'banner.lost' : 'banner.failed');
  }

  return (state) => {
    const { connection } = state;
    const isEnded = connection.status === 'stopped' && connection.code === SIGNED_OUT;
    isOut = isEnded && state.vouched !== null;
    setText(reconnect, t(isOut ? 'banner.sign-in' : 'banner.reconnect'));
    const phase = phaseOf(state);
    const explanation = explain(state);
    setAttribute(badge, 'data-status', phase);
    setText(badgeText, t(`status.${phase}`));
    const waiting = unsentTotal(state);
    const unsentText = waiting ? t('status.unsent', { n: waiting }) : '';
    setText(unsent, unsentText);
    banner.hidden = explanation === '';
    setText(bannerText, explanation);
    const isWaiting = connection.status === 'waiting';
    const seconds = Math.max(1, Math.ceil((connection.until - now()) / 1000));
    setText(countdown, isWaiting ? t('banner.in', { n: seconds }) : '');
    // Each message waits for a moment; only without a line is it news.
    const also = phase === 'live' ? '' : unsentText;
    setText(announced, [`${t(`status.${phase}`)}.`, explanation, also].filter(Boolean).join(' '));
  };
}
