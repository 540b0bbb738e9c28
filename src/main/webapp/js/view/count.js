/** How much room is left in a message, near its end: for the eye at once, for the ear after a pause. */
import { element, setAttribute, setText } from './dom.js';

/** Longer than between two letters. */
const PAUSE_MS = 800;

/** @returns {{node: Element, show: (left: number | null) => void}} */
export function createCount({ i18n, timers }) {
  const seen = element('span', { 'aria-hidden': 'true' });
  const heard = element('span', { class: 'visually-hidden', 'aria-live': 'polite' });
  const node = element('p', { class: 'letters' }, seen, heard);
  let words = '';
  let timer;

  const describe = (left) =>
    i18n.t(left < 0 ? 'count.over' : 'count.left', { n: Math.abs(left) });

  const say = () => setText(heard, words);

  return {
    node,
    show(left) {
      const next = left === null ? '' : describe(left);
      if (next === words) return;
      words = next;
      setText(seen, words);
      setAttribute(node, 'data-over', left < 0 ? '' : null);
      timers.clearTimeout(timer);
      timer = timers.setTimeout(say, PAUSE_MS);
    },
  };
}
