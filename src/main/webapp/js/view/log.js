/**
 * What was said in the conversation that is shown. It follows the newest message only while the
 * reader is at the end; otherwise a button says how many came. Whatever comes, the line that is
 * read stays where it is.
 */
import { currentConversation } from '../store.js';
import { whenChanged } from './changes.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { mountEarlier } from './earlier.js';
import { icon } from './icons.js';
import { createRow } from './message.js';
import { rowsOf } from './rows.js';

const NEAR_END_PX = 48;

/** Who is that close to the top has read what is there before they reach it. */
const NEAR_TOP_PX = 400;

export function mountLog(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let log;
  let earlier;
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
  createLog();
  place.append(log, jump);
  // Also when the window, the keyboard of a phone or the composer takes room from the log.
  new ResizeObserver(() => isFollowing && scrollToEnd()).observe(place);

  /** A new element for each conversation, or a screen reader would read all of it as news. */
  function createLog() {
    const top = element('div', { class: 'log-top' });
    log = element(
      'div',
      {
        class: 'log',
        role: 'log',
        'aria-live': 'polite',
        'aria-label': t('log.label'),
        tabindex: '0',
        on: { scroll: scrolled },
      },
      top,
      element('p', { class: 'log-empty' }),
      element('ol', { class: 'rows', role: 'list' }),
    );
    earlier = mountEarlier(top, { ...context, onAsk: askEarlier });
  }

  function scrolled() {
    isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    if (isFollowing) missed = 0;
    else if (log.scrollTop < NEAR_TOP_PX) onAction('earlier');
    showJump();
  }

  /** The button scrolls away with what comes; the arrow keys go on from where the reader is. */
  function askEarlier() {
    isFollowing = false;
    log.focus({ preventScroll: true });
    onAction('earlier');
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
    const old = log;
    createLog();
    old.replaceWith(log);
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
    const conversation = currentConversation(state);
    const { key, entries, loaded, personId } = conversation;
    const isReady = loaded || personId !== null;
    const logKey = `${key} ${isReady}`;
    const isOther = logKey !== shown.key;
    const last = entries.at(-1);
    if (isOther) replaceLog();
    // Who writes wants to see it.
    else if (last?.ref && last.key !== shown.lastKey) isFollowing = true;
    if (!isFollowing) missed += countNews(entries);
    shown = { key: logKey, lastKey: last?.key };

    const [, empty, rows] = log.children;
    earlier(conversation);
    empty.hidden = entries.length > 0;
    setText(empty, t(isReady ? 'log.empty' : 'log.loading'));
    const anchor = isFollowing ? null : firstInView(rows);
    const oldest = isOther ? null : rows.firstElementChild;
    reconcile(rows, rowsOf(entries, i18n.day), {
      key: (row) => row.key,
      create: (row) => createRow(row, context),
      update: (node, row) => node.show(row),
    });
    silence(rows, oldest);
    if (isFollowing) scrollToEnd();
    else if (anchor?.row.isConnected) log.scrollTop += anchor.row.offsetTop - anchor.top;
    showJump();
  }

  /** The first row that the reader sees, and where it is. */
  function firstInView(rows) {
    const row = [...rows.children].find(
      (child) => child.offsetTop + child.offsetHeight > log.scrollTop,
    );
    return row ? { row, top: row.offsetTop } : null;
  }

  /** What is older than all that was there is to be read, but not read out when it comes. */
  function silence(rows, oldest) {
    if (!oldest?.isConnected) return;
    for (const row of rows.children) {
      if (row === oldest) return;
      setAttribute(row, 'aria-live', 'off');
    }
  }

  return whenChanged((state) => [currentConversation(state)], draw);
}
