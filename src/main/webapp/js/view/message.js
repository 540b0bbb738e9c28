/** One row of a conversation: a message, a system line or the name of a day. */
import { createAvatar, updateAvatar } from './avatar.js';
import { element, isolated, setAttribute, setText } from './dom.js';
import { describeFailure } from './failure.js';

const creators = { day: createDay, divider: createDivider, system: createSystemLine, message: createMessage };

/**
 * @returns an element with `show(row)`, which brings it up to date; that of a message also has
 *   `author()`, the button of who said it, if there is one
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

function createMessage({ entry }, { i18n, onAction, isPrivate }) {
  const { t } = i18n;
  const avatar = createAvatar();
  const name = element('bdi');
  const canWrite = !isPrivate && !entry.own;
  const author = canWrite
    ? element(
        'button',
        { type: 'button', class: 'author', tabindex: '-1', on: { click: write } },
        name,
      )
    : element('span', { class: 'author' }, name);
  const text = element('p', { class: 'text', dir: 'auto' }, entry.text);
  const time = element('span', { class: 'time' });
  const state = element('span');
  const retry = element(
    'button',
    {
      type: 'button',
      class: 'button small',
      on: { click: () => onAction('retry', { ref: entry.ref }) },
    },
    t('message.retry'),
  );
  const delivery = element('div', { class: 'delivery' }, state, retry);
  const bubble = element(
    'div',
    { class: 'bubble' },
    element('div', { class: 'head' }, author, ' ', time),
    text,
    delivery,
  );
  const node = element('li', { class: 'message' }, avatar, bubble);
  let shown = {};

  function write() {
    const { fromId, fromName } = shown.entry;
    onAction('openPrivate', { person: { id: fromId, name: fromName } });
  }

  /** A name that is not shown, for its message continues another, is nothing to go to. */
  node.author = () => (canWrite && !shown.continues ? author : null);
  node.show = ({ entry: next, continues }) => {
    if (shown.entry === next && shown.continues === continues) return;
    shown = { entry: next, continues };
    const shownName = next.own ? t('message.you') : next.fromName;
    updateAvatar(avatar, next.fromName ?? shownName);
    setText(name, shownName);
    if (canWrite) setAttribute(author, 'title', t('people.write', { name: shownName }));
    time.replaceChildren(createTime(next.at, i18n));
    setAttribute(
      node,
      'class',
      ['message', next.own && 'own', continues && 'continues'].filter(Boolean).join(' '),
    );
    setAttribute(node, 'data-status', next.status);
    delivery.hidden = next.status === 'stored';
    setText(state, describeDelivery(next, i18n));
    retry.hidden = next.status !== 'failed';
  };
  return node;
}

function describeDelivery({ status, failure }, i18n) {
  if (status === 'stored') return '';
  if (status !== 'failed') return i18n.t(`message.${status}`);
  return `${i18n.t('message.failed')} ${describeFailure(i18n, failure)}`;
}
