/** The whole picture: the landmarks of the page, and a view in each. */
import { mentionsTotal, unreadTotal } from '../totals.js';
import { createBadge, showBadge, unreadWords } from './badge.js';
import { mountComposer } from './composer.js';
import { mountDialogs } from './dialogs.js';
import { element, focusWithin, setAttribute } from './dom.js';
import { mountHeading } from './heading.js';
import { icon } from './icons.js';
import { mountInvites } from './invites.js';
import { mountKeyboard } from './keyboard.js';
import { mountLockdown } from './lockdown.js';
import { mountLog } from './log.js';
import { mountName } from './name.js';
import { mountNotice } from './notice.js';
import { mountOverlays } from './overlays.js';
import { mountOffer } from './offer.js';
import { mountSidebar } from './sidebar.js';
import { mountStatus } from './status.js';
import { mountTypingLine } from './typingLine.js';

const hearIn = (root) => (listener) => root.addEventListener('keydown', listener);

/**
 * @param {Element} root
 * @param {object} context
 * @param {string} context.base where the server is
 * @param {ReturnType<typeof import('../i18n.js').createI18n>} context.i18n
 * @param {(name: string, details?: object) => any} context.onAction
 * @param {{setTimeout: Function, clearTimeout: Function}} context.timers
 * @param {() => number} context.now
 * @param {ReturnType<typeof import('../uploads.js').createUploads>} context.images
 * @param {(listener: (event: KeyboardEvent) => void) => void} [context.onKeys]
 * @param {ReturnType<typeof import('../drafts.js').createDrafts>} [context.drafts]
 * @param {boolean} [context.isPart] of a page, which has its own landmarks
 * @returns {(state: import('../store.js').State) => void}
 */
export function mountRoom(root, { images, onKeys = hearIn(root), isPart = false, ...basics }) {
  const { i18n, onAction } = basics;
  const { t } = i18n;
  const side = isPart ? 'region' : 'complementary';
  let isOpen = false;

  const skip = element(
    'button',
    { class: 'skip-link', type: 'button', on: { click: skipToComposer } },
    t('skip'),
  );
  const badge = createBadge();
  const toggle = element(
    'button',
    {
      type: 'button',
      class: 'icon-button people-toggle',
      'aria-controls': 'chat-sidebar',
      on: { click: () => onAction('drawer', { open: !isOpen }) },
    },
    icon('people'),
    badge,
  );
  const search = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('search.title'),
      title: t('search.title'),
      'aria-keyshortcuts': '/',
      on: { click: () => onAction('dialog', { kind: 'search' }) },
    },
    icon('search'),
  );
  const bar = element(
    'div',
    { class: 'bar' },
    element('h1', { class: 'brand' }, icon('bubble'), element('span', {}, t('title'))),
  );
  const header = element(isPart ? 'div' : 'header', { class: 'top' }, bar);
  const close = element(
    'button',
    {
      type: 'button',
      class: 'icon-button drawer-close',
      'aria-label': t('people.close'),
      on: { click: closeDrawer },
    },
    icon('close'),
  );
  const sidebar = element(
    'div',
    {
      id: 'chat-sidebar',
      class: 'sidebar',
      role: side,
      'aria-label': t('people.toggle'),
    },
    close,
  );
  const shade = element('div', { class: 'shade', on: { click: closeDrawer } });
  const heading = element('div', { class: 'heading' });
  const logPlace = element('div', { class: 'log-place' });
  const foot = element('div', { class: 'foot' });
  const main = element(isPart ? 'div' : 'main', { class: 'main' }, heading, logPlace, foot);
  root.replaceChildren(skip, header, sidebar, shade, main);
  setAttribute(root, 'role', isPart ? 'region' : null);
  setAttribute(root, 'aria-label', isPart ? t('title') : null);
  const context = { ...basics, images, overlays: mountOverlays(main, basics) };

  const dialogs = mountDialogs(root, context);
  const updates = [
    mountKeyboard(onKeys, context),
    mountStatus(bar, header, context),
    mountName(bar, header, context),
    mountLockdown(header, context),
    mountInvites(header, context),
    mountOffer(header, context),
    mountSidebar(sidebar, context),
    mountHeading(heading, context),
    mountLog(logPlace, context),
    mountTypingLine(foot, context),
    mountNotice(foot, context),
    mountComposer(foot, context),
  ];
  bar.append(search, toggle);

  function skipToComposer() {
    skip.getRootNode().getElementById('chat-composer').focus();
  }

  function closeDrawer() {
    onAction('drawer', { open: false });
  }

  /** The drawer is modal where it covers the page, and only there. */
  function showDrawer(open) {
    if (open === isOpen) return;
    isOpen = open;
    setAttribute(root, 'data-drawer', open ? 'open' : null);
    setAttribute(sidebar, 'role', open ? 'dialog' : side);
    setAttribute(sidebar, 'aria-modal', open ? 'true' : null);
    for (const outside of [skip, header, main]) outside.inert = open;
    if (open) close.focus();
    else if (focusWithin(sidebar)) toggle.focus();
  }

  return (state) => {
    const unread = unreadTotal(state);
    // Before the views: one of them may want the focus, which it cannot have behind the drawer.
    showDrawer(state.isDrawerOpen && state.isNarrow);
    setAttribute(toggle, 'aria-expanded', String(isOpen));
    const mentions = mentionsTotal(state);
    const words = [t('people.toggle'), unreadWords(i18n, unread, mentions)].filter(Boolean);
    setAttribute(toggle, 'aria-label', words.join(', '));
    showBadge(badge, unread, mentions);
    setAttribute(root, 'data-barred', state.isBarred ? '' : null);
    dialogs(state);
    for (const update of updates) update(state);
  };
}
