/**
 * What can be done with a message: one button that opens a menu, for everybody; beside it, while a
 * mouse is there, the two that are used most.
 */
import { QUICK } from '../emoji/emoji.js';
import { element } from './dom.js';
import { icon } from './icons.js';

/** @returns a node with `show(entry)` and `button` */
export function createTools(context) {
  const { i18n } = context;
  const { t } = i18n;
  let entry;
  const tool = (name, words, onClick, rest = {}) =>
    element(
      'button',
      {
        type: 'button',
        class: 'icon-button tool',
        tabindex: '-1',
        title: words,
        'aria-label': words,
        ...rest,
        on: { click: onClick },
      },
      icon(name),
    );
  const more = tool('more', t('actions.menu'), openMenu, { 'aria-haspopup': 'menu' });
  const hidden = { 'aria-hidden': 'true', class: 'icon-button tool quick' };
  const react = tool('smile', t('actions.react'), pick, hidden);
  const reply = tool('reply', t('actions.reply'), () => actions.reply(context, entry), hidden);
  const node = element('div', { class: 'tools' }, more);
  node.button = more;

  function pick() {
    context.overlays.pickEmoji(react, (emoji) => actions.react(context, entry, emoji));
  }

  function openMenu() {
    context.overlays.openMenu(more, {
      label: t('actions.menu'),
      emoji: QUICK.map((emoji) => ({
        emoji,
        isChecked: isMine(entry, emoji),
        choose: () => actions.react(context, entry, emoji),
      })),
      pickMore: () =>
        context.overlays.pickEmoji(more, (emoji) => actions.react(context, entry, emoji)),
      items: itemsFor(context, entry),
    });
  }

  /** In the page when they are first needed: there can be thousands of messages. */
  node.prepare = () => {
    if (!react.isConnected) node.prepend(react, reply);
  };
  node.show = (next) => {
    entry = next;
    node.hidden = entry.id === undefined || Boolean(entry.deletedAt);
  };
  return node;
}

const isMine = ({ reactions }, emoji) =>
  reactions?.some((reaction) => reaction.emoji === emoji && reaction.mine) ?? false;

const actions = {
  reply: ({ onAction }, { id }) => onAction('compose', { composing: { kind: 'reply', id } }),
  edit: ({ onAction }, { id }) => onAction('compose', { composing: { kind: 'edit', id } }),
  receipt: ({ onAction }, { id }) => onAction('receipt', { id }),
  report: ({ onAction }, { id }) => onAction('dialog', { kind: 'report', id }),
  link: ({ linkTo, key }, { seq }) => navigator.clipboard.writeText(linkTo({ key, seq })),
  copy: (_, { text }) => navigator.clipboard.writeText(text),
  react: ({ onAction }, entry, emoji) =>
    onAction('react', { id: entry.id, emoji, on: !isMine(entry, emoji) }),
  remove: ({ onAction, overlays, i18n }, { id }) =>
    overlays.confirm(
      { title: i18n.t('delete.title'), words: i18n.t('delete.words'), yes: i18n.t('delete.yes') },
      () => onAction('remove', { id }),
    ),
};

/**
 * What stands in the menu of a message.
 *
 * @returns {{icon: string, words: string, isDanger?: boolean, choose: () => void}[]}
 */
function itemsFor(context, entry) {
  const { t } = context.i18n;
  const item = (name, picture, rest = {}) => {
    return {
      icon: picture,
      words: t(`actions.${name}`),
      choose: () => actions[name](context, entry),
      ...rest,
    };
  };
  const hasClipboard = globalThis.navigator?.clipboard !== undefined;
  const canCopy = entry.text !== '' && hasClipboard;
  const canLink = context.linkTo !== undefined && hasClipboard;
  const { mayEdit, mayDelete } = context.readers();
  const now = context.now();
  return [
    item('reply', 'reply'),
    ...(mayEdit(entry, now) ? [item('edit', 'pencil')] : []),
    ...(entry.own || entry.receipt ? [] : [item('receipt', 'seen')]),
    ...(canCopy ? [item('copy', 'copy')] : []),
    ...(canLink ? [item('link', 'link')] : []),
    ...(entry.own || entry.fromId === 0 ? [] : [item('report', 'flag')]),
    ...(mayDelete(entry, now) ? [item('remove', 'bin', { isDanger: true })] : []),
  ];
}
