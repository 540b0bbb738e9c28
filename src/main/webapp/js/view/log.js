/**
 * What was said in the conversation that is shown. It follows the newest message only while the
 * reader is at the end; otherwise a button says how many came.
 */
import { currentConversation } from '../store.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { createRow } from './message.js';
import { rowsOf } from './rows.js';

const NEAR_END_PX = 48;

export function mountLog(place, context) {
  const { i18n } = context;
  const { t } = i18n;
  let log = createLog();
  let shown = { key: '', lastKey: '' };
  /** Messages of others that came below what the reader sees. */
  let missed = 0;
  let isFollowing = true;

  const jumpText = element('span');
  const jump = element(
    'button',
    { type: 'button', class: 'button jump', hidden: '', on: { click: toEnd } },
    icon('down'),
    jumpText,
  );
  place.append(log, jump);
  // Also when the window, the keyboard of a phone or the composer takes room from the log.
  new ResizeObserver(() => isFollowing && scrollToEnd()).observe(place);

  /** A new element for each conversation, or a screen reader would read all of it as news. */
  function createLog() {
    return element(
      'div',
      {
        class: 'log',
        role: 'log',
        'aria-live': 'polite',
        'aria-label': t('log.label'),
        tabindex: '0',
        on: { scroll: scrolled },
      },
      element('p', { class: 'log-empty' }),
      element('ol', { class: 'rows', role: 'list' }),
    );
  }

  function scrolled() {
    isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    if (isFollowing) missed = 0;
    showJump();
  }

  function scrollToEnd() {
    log.scrollTop = log.scrollHeight;
  }

  function toEnd() {
    isFollowing = true;
    missed = 0;
    scrollToEnd();
    showJump();
    log.focus();
  }

  function showJump() {
    jump.hidden = isFollowing;
    setText(jumpText, missed > 0 ? t('log.new', { n: missed }) : t('log.latest'));
    setAttribute(jump, 'data-new', missed > 0 ? '' : null);
  }

  function replaceLog() {
    const fresh = createLog();
    log.replaceWith(fresh);
    log = fresh;
    isFollowing = true;
    missed = 0;
  }

  /** How many others' messages stand after the one that was last before. */
  function countNews(entries) {
    const index = entries.findIndex((entry) => entry.key === shown.lastKey);
    return entries.slice(index + 1).filter((entry) => entry.kind === 'message' && !entry.own)
      .length;
  }

  function draw(state) {
    const { key, entries, loaded, personId } = currentConversation(state);
    const isReady = loaded || personId !== null;
    const logKey = `${key} ${isReady}`;
    const isOther = logKey !== shown.key;
    const last = entries.at(-1);
    if (isOther) replaceLog();
    // Who writes wants to see it.
    else if (last?.ref && last.key !== shown.lastKey) isFollowing = true;
    if (!isFollowing) missed += countNews(entries);
    shown = { key: logKey, lastKey: last?.key };

    const [empty, rows] = log.children;
    empty.hidden = entries.length > 0;
    setText(empty, t(isReady ? 'log.empty' : 'log.loading'));
    reconcile(rows, rowsOf(entries, i18n.day), {
      key: (row) => row.key,
      create: (row) => createRow(row, context),
      update: (node, row) => node.show(row),
    });
    if (isFollowing) scrollToEnd();
    showJump();
  }

  return whenChanged((state) => [currentConversation(state)], draw);
}
