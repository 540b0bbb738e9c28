/** One row of a conversation: a message, a system line or the name of a day. */
import { createAvatar, updateAvatar } from './avatar.js';
import { element, focusWithin, isolated, setAttribute, setText } from './dom.js';
import { describeFailure } from './failure.js';
import { createPicture } from './picture.js';
import { createQuote } from './quote.js';
import { createReactions } from './reactions.js';
import { createReceipts } from './receipts.js';
import { createTools } from './tools.js';
import { createWords, isForMe } from './words.js';

/** What its words are made of. */
const WORDS = ['text', 'deletedAt', 'mentions', 'mentionsRoom', 'lookedFor'];

const creators = {
  day: createDay,
  divider: createDivider,
  system: createSystemLine,
  message: createMessage,
};

/**
 * @returns an element with `show(row)`, which brings it up to date; that of a message also has
 *   `stops()`, what can be chosen in it
 */
export const createRow = (row, context) => creators[row.kind](row, context);

/**
 * For what is there to be read, but not read out when it appears: what is said would drown in the
 * lines of people whose connection broke.
 */
const SILENT = { 'aria-live': 'off' };

function createDay({ day }) {
  const node = element('li', { class: 'day', ...SILENT }, element('span', {}, day));
  node.show = () => {};
  return node;
}

function createDivider(_, { i18n }) {
  const words = element('span', {}, i18n.t('log.divider'));
  const node = element('li', { class: 'divider', ...SILENT }, words);
  node.show = () => {};
  return node;
}

function createSystemLine({ entry }, { i18n }) {
  const words = isolated(i18n.parts(`line.${entry.event}`, entry));
  const time = createTime(entry.at, i18n);
  const node = element('li', { class: 'system', ...SILENT }, words, ' ', time);
  node.show = () => {};
  return node;
}

const createTime = (at, i18n) =>
  element('time', { datetime: new Date(at).toISOString(), title: i18n.moment(at) }, i18n.clock(at));

function createMessage({ entry }, context) {
  const { i18n, onAction, isPrivate, readers } = context;
  const { t } = i18n;
  const avatar = createAvatar();
  const name = element('bdi');
  const canWrite = !isPrivate && !entry.own && entry.fromId !== 0;
  const author = canWrite
    ? element(
        'button',
        { type: 'button', class: 'author', tabindex: '-1', on: { click: write } },
        name,
      )
    : element('span', { class: 'author' }, name);
  // What it answers, and that it is an image, is so from its beginning.
  const quote = entry.replyTo === undefined ? null : createQuote(context);
  const picture = entry.image ? createPicture(context) : null;
  const words = createWords(context);
  const reactions = createReactions(context);
  const receipts = createReceipts(context);
  const tools = createTools(context);
  const time = element('span', { class: 'time' });
  const edited = element('span', { class: 'edited' }, t('message.edited'));
  const delivery = createDelivery(entry, context);
  const bubble = element(
    'div',
    { class: 'bubble' },
    element('div', { class: 'head' }, author, ' ', time),
    ...[quote, picture].filter(Boolean),
    words,
    edited,
    delivery,
    reactions,
    receipts,
  );
  const node = element('li', { class: 'message', tabindex: '-1' }, avatar, bubble, tools);
  node.addEventListener('pointerenter', tools.prepare);
  let shown = {};

  function write() {
    const { fromId, fromName } = shown.entry;
    onAction('openPrivate', { person: { id: fromId, name: fromName } });
  }

  /** A name that is not shown, for its message continues another, is nothing to go to. */
  node.stops = () => {
    const { continues } = shown;
    const before = [canWrite && !continues && author, quote, picture?.button];
    const stops = [...before, ...reactions.stops(), !tools.hidden && tools.button];
    return stops.filter((stop) => stop && !stop.hidden);
  };

  function drawHead({ own, fromName, at, editedAt, deletedAt }) {
    const shownName = own ? t('message.you') : fromName;
    updateAvatar(avatar, fromName ?? shownName);
    setText(name, shownName);
    if (canWrite) setAttribute(author, 'title', t('people.write', { name: shownName }));
    time.replaceChildren(createTime(at, i18n));
    edited.hidden = !editedAt || Boolean(deletedAt);
    if (editedAt) setAttribute(edited, 'title', i18n.moment(editedAt * 1000));
  }

  function drawBody(next, before) {
    const chosen = focusWithin(node);
    if (!before || WORDS.some((name) => next[name] !== before[name])) words.show(next);
    picture?.show(next);
    reactions.show(next);
    receipts.show(next);
    tools.show(next);
    // What was chosen may be gone with what it did.
    const isGone = tools.hidden || !node.contains(chosen);
    if (chosen && chosen !== node && isGone) (tools.hidden ? node : tools.button).focus();
  }

  node.show = ({ entry: next, continues, quoted }) => {
    if (shown.entry === next && shown.continues === continues && shown.quoted === quoted) return;
    if (shown.entry !== next) {
      drawHead(next);
      drawBody(next, shown.entry);
      delivery.show(next);
    }
    quote?.show(next, quoted);
    shown = { entry: next, continues, quoted };
    const isForReader = isForMe(next, readers().myId);
    const classes = ['message', next.own && 'own', continues && 'continues'];
    setAttribute(node, 'class', [...classes, isForReader && 'for-me'].filter(Boolean).join(' '));
    setAttribute(node, 'data-status', next.status);
  };
  return node;
}

/** What became of a message of ours, and the way to say it again. */
function createDelivery({ ref }, { i18n, onAction }) {
  const state = element('span');
  const retry = element(
    'button',
    { type: 'button', class: 'button small', on: { click: () => onAction('retry', { ref }) } },
    i18n.t('message.retry'),
  );
  const discard = element(
    'button',
    {
      type: 'button',
      class: 'button small quiet',
      on: { click: () => onAction('discard', { ref }) },
    },
    i18n.t('message.discard'),
  );
  const node = element('div', { class: 'delivery' }, state, retry, discard);
  node.show = (entry) => {
    node.hidden = entry.status === 'stored';
    setText(state, describeDelivery(entry, i18n));
    retry.hidden = entry.status !== 'failed';
    discard.hidden = retry.hidden;
  };
  return node;
}

function describeDelivery({ status, failure }, i18n) {
  if (status === 'stored') return '';
  if (status !== 'failed') return i18n.t(`message.${status}`);
  return `${i18n.t('message.failed')} ${describeFailure(i18n, failure)}`;
}
