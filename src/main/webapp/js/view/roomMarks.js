/** What is special about a room: few know of it, few write there, or nobody does any more. */
import { element, setText } from './dom.js';
import { icon } from './icons.js';

const MARKS = [
  ['isPrivate', 'lock', 'rooms.private'],
  ['isAnnouncement', 'horn', 'rooms.announcement'],
  ['isArchived', 'box', 'rooms.archived'],
];

const applying = (info) => MARKS.filter(([fact]) => info[fact]);

export const marksWords = ({ t }, info) =>
  applying(info)
    .map(([, , words]) => t(words))
    .join(', ');

/** @returns {{node: Element, show: (info: import('../facts.js').RoomInfo) => void}} */
export function createMarks(i18n) {
  const pictures = element('span', { class: 'marks', 'aria-hidden': 'true' });
  const words = element('span', { class: 'visually-hidden' });
  const node = element('span', { class: 'marks-place' }, pictures, words);
  let shown = '';
  return {
    node,
    show(info) {
      const said = marksWords(i18n, info);
      node.hidden = said === '';
      if (said === shown) return;
      shown = said;
      pictures.replaceChildren(...applying(info).map(([, picture]) => icon(picture)));
      setText(words, `, ${said}`);
    },
  };
}
