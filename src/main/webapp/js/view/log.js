/**
 * What was said in the conversation that is shown. It follows the newest message only while the
 * reader is at the end; otherwise a button says how many came. Whatever comes, the line that is
 * read stays where it is.
 */
import { readersOf } from '../readers.js';
import { hasLater } from '../far.js';
import { currentConversation, shownConversation } from '../store.js';
import { seenEntries } from '../ties.js';
import { whenChanged } from './changes.js';
import { element, focusWithin, setAttribute, setText } from './dom.js';
import { mountEarlier } from './earlier.js';
import { mountFarBar } from './farBar.js';
import { mountFirstUnread } from './firstUnread.js';
import { icon } from './icons.js';
import { mountPane } from './pane.js';
import { rowsOf } from './rows.js';
import { mountStops } from './stops.js';

const NEAR_END_PX = 48;

/** Something of what was read before stays in view, to be recognised. */
const ABOVE_DIVIDER_PX = 64;

/** Who is that close to the top has read what is there before they reach it. */
const NEAR_EDGE_PX = 400;

/** In a stretch of long ago, too, if the news began in it. */
function dividerIn(state) {
  const { divider } = currentConversation(state);
  const { reach } = shownConversation(state);
  return isFarIn(state) && !(divider >= reach.from && divider < reach.last) ? null : divider;
}

const isFarIn = (state) => shownConversation(state) !== currentConversation(state);

const isDivider = ({ kind }) => kind === 'divider';

export function mountLog(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  // Also when the window, the keyboard of a phone or the composer takes room from the log, and when
  // what is said of a message under way comes late.
  const resizes = new ResizeObserver(() => (isFollowing ? scrollToEnd() : pane.steady()));
  let log;
  let pane;
  let top;
  let earlier;
  let stops;
  let latest;
  let known;
  /** Once for all that is drawn at a time. */
  const readers = () => (known ??= readersOf(latest));
  let shown = { key: '', lastKey: undefined, divider: null };
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
  const showFirst = mountFirstUnread(place, context);
  const showFar = mountFarBar(place, { i18n, onLatest: toEnd });
  resizes.observe(place);

  /** A new element for each conversation, or a screen reader would read all of it as news. */
  function createLog() {
    top = element('div', { class: 'log-top' });
    const rows = element('ol', { class: 'rows', role: 'list' });
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
      rows,
    );
    resizes.observe(rows);
    earlier = mountEarlier(top, { ...context, onAsk: askEarlier });
    stops = mountStops(rows);
    pane = mountPane(log, rows, {
      ...context,
      readers,
      goTo,
      key: latest?.current,
      seek: (id) => onAction('seek', { key: latest.current, id }),
      isPrivate: Boolean(latest) && currentConversation(latest).personId !== null,
      isFollowing: () => isFollowing,
      onShown,
    });
  }

  function onShown() {
    stops();
    if (isFollowing) scrollToEnd();
  }

  function scrolled() {
    if (!latest) return; // Nothing is shown yet: it was the layout.
    const isNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    const isFar = isFarIn(latest);
    isFollowing = isNearEnd && pane.holdsEnd() && !isFar;
    if (isFollowing !== latest.isAtEnd) onAction('atEnd', { isAtEnd: isFollowing });
    if (isFollowing) missed = 0;
    // Not for who came to the button with the keyboard: it must stay, to be pressed.
    else if (log.scrollTop < NEAR_EDGE_PX && pane.holdsStart() && !focusWithin(top))
      onAction('earlier');
    pane.follow();
    showJump();
    if (isFar) readOn(isNearEnd);
  }

  /** From what was said long ago, to where it is what was said lately. */
  function readOn(isNearEnd) {
    const below = log.scrollHeight - log.scrollTop - log.clientHeight;
    const isAtNewest = isNearEnd && pane.holdsEnd() && !hasLater(latest);
    if (isAtNewest || pane.first()?.entry?.seq > currentConversation(latest).reach.from)
      onAction('latest');
    else if (below < NEAR_EDGE_PX && pane.holdsEnd()) onAction('later');
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
    if (isFarIn(latest)) onAction('latest');
    pane.toEnd();
    showJump();
    log.focus();
  }

  function showJump() {
    jump.hidden = isFollowing || isFarIn(latest);
    setText(jumpText, missed > 0 ? t('log.new', { n: missed }) : t('log.latest'));
    setAttribute(jump, 'data-new', missed > 0 ? '' : null);
  }

  function replaceLog() {
    const old = log;
    pane.stop();
    createLog();
    resizes.unobserve(old.lastElementChild);
    old.replaceWith(log);
    isFollowing = true;
    missed = 0;
  }

  /** How many others' messages stand after the one that was last before. */
  function countNews(entries) {
    const index = entries.findLastIndex((entry) => entry.key === shown.lastKey);
    const news = index < 0 ? [] : entries.slice(index + 1);
    return news.filter((entry) => entry.kind === 'message' && !entry.own).length;
  }

  /** To a message that is there; who came to read it does not want what comes now. */
  function goTo(is) {
    isFollowing = false;
    const row = pane.reveal(({ kind, entry }) => kind === 'message' && is(entry));
    if (!row) return false;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    row.classList.remove('found');
    // Read in between, so that it is seen again when it is chosen again.
    row.classList.toggle('found', row.offsetWidth > 0);
    return true;
  }

  function draw(state) {
    known = undefined;
    const conversation = shownConversation(state);
    const { key, loaded, personId } = conversation;
    const divider = dividerIn(state);
    const entries = seenEntries(conversation, state.ignored);
    const isFar = isFarIn(state);
    const newest = isFar ? currentConversation(state).entries : entries;
    const rows = rowsOf(entries, i18n.day, divider);
    const isReady = loaded || personId !== null;
    const logKey = `${key} ${isReady}`;
    const isOther = logKey !== shown.key || pane.isElsewhere(rows);
    const last = newest.at(-1);
    if (isOther) replaceLog();
    // Who writes wants to see it.
    else if (last?.ref && last.key !== shown.lastKey) isFollowing = true;
    if (!isFollowing) missed += countNews(newest);
    const firstNews = isFar ? rows.length : isOther ? 0 : newsIn(rows);
    const isBack = divider !== null && (logKey !== shown.key || divider !== shown.divider);
    shown = { key: logKey, lastKey: last?.key, divider: isFar ? shown.divider : divider };

    const [, empty] = log.children;
    const hadFocus = focusWithin(top);
    if (!earlier(conversation) && hadFocus) log.focus({ preventScroll: true });
    empty.hidden = entries.length > 0;
    setText(empty, t(isReady ? 'log.empty' : 'log.loading'));
    pane.show(rows, firstNews);
    showFar(isFar);
    showFirst(!isFar && divider !== null && conversation.unseen > 0);
    if (isBack && isFollowing) showDivider();
    const { sought } = state;
    if (sought?.key === key && goTo(({ seq }) => seq === sought.seq)) onAction('found');
    showJump();
  }

  /** The first row that nobody could know. */
  function newsIn(rows) {
    if (shown.lastKey === undefined) return 0;
    const index = rows.findLastIndex((row) => row.key === shown.lastKey);
    return index < 0 ? rows.length : index + 1;
  }

  /** Who comes back reads on from where they left off. */
  function showDivider() {
    if (!pane.isAbove(isDivider)) return;
    isFollowing = false;
    log.scrollTop = pane.reveal(isDivider).offsetTop - ABOVE_DIVIDER_PX;
  }

  const drawLog = whenChanged(
    (state) => [currentConversation(state), state.far, state.ignored, state.sought],
    draw,
  );
  return (state) => {
    latest = state;
    drawLog(state);
  };
}
