/** What people think of a message: each emoji with how many; to be joined, or taken back. */
import { nameOf } from '../emoji/emoji.js';
import { element, reconcile, setAttribute, setText } from './dom.js';

export function createReactions({ i18n, onAction }) {
  const { t } = i18n;
  // Counts that change are not read out: in a busy room nothing else would be.
  const node = element('ul', { class: 'reactions', role: 'list', 'aria-live': 'off' });
  node.setAttribute('aria-label', t('reactions.label'));
  let shown;

  function create({ emoji }) {
    const count = element('span', { class: 'reaction-count' });
    const button = element(
      'button',
      { type: 'button', class: 'reaction', tabindex: '-1', on: { click: toggle } },
      element('span', { class: 'emoji' }, emoji),
      count,
    );
    const row = element('li', {}, button);
    let isMine;
    function toggle() {
      onAction('react', { id: shown.id, emoji, on: !isMine });
    }
    row.button = button;
    row.show = ({ count: n, mine }) => {
      isMine = mine;
      setText(count, i18n.number(n));
      setAttribute(button, 'aria-pressed', String(mine));
      const label = t('reactions.count', { n, emoji: nameOf(emoji) ?? emoji });
      setAttribute(button, 'aria-label', label);
      setAttribute(button, 'title', t(mine ? 'reactions.take-back' : 'reactions.join'));
    };
    return row;
  }

  node.stops = () => [...node.children].map((row) => row.button);
  node.show = (entry) => {
    shown = entry;
    const items = (entry.reactions ?? []).filter(({ count }) => count > 0);
    node.hidden = items.length === 0;
    reconcile(node, items, {
      key: ({ emoji }) => emoji,
      create,
      update: (row, item) => row.show(item),
    });
  };
  return node;
}
