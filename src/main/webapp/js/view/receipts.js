/** Who gave a receipt for a message of ours, or that we gave one for this. */
import { element, setText } from './dom.js';
import { icon } from './icons.js';

const NAMED = 3;

/** @returns a node with `show(entry)` */
export function createReceipts({ i18n }) {
  const { t } = i18n;
  const words = element('span');
  const node = element('p', { class: 'receipts', hidden: '' }, icon('seen'), words);

  function describe({ readBy = [], receipt }) {
    if (receipt) return t('receipt.given');
    const names = readBy.slice(0, NAMED).map(({ name }) => name);
    const others = readBy.length - names.length;
    const listed = i18n.list(others ? [...names, t('receipt.others', { n: others })] : names);
    return names.length ? t('receipt.read', { names: listed }) : '';
  }

  node.show = (entry) => {
    const said = entry.deletedAt ? '' : describe(entry);
    node.hidden = said === '';
    setText(words, said);
  };
  return node;
}
