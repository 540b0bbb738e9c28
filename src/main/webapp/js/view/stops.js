/**
 * What can be chosen in the messages, by keyboard: all of it is one stop, at the newest message;
 * from there the arrow keys go to the message above and below, and along what one message has. A
 * stop for each would put hundreds between the log and the composer.
 */
import { focusNear, setAttribute } from './dom.js';
import { isKey } from './keys.js';

/** @returns {() => void} to be called when the rows have changed */
export function mountStops(rows) {
  let stop = null;

  function stopAt(next) {
    if (next === stop) return;
    setAttribute(stop ?? next, 'tabindex', '-1');
    setAttribute(next, 'tabindex', '0');
    stop = next;
  }

  const perRow = () =>
    [...rows.children].map((row) => row.stops?.() ?? []).filter(({ length }) => length);

  function nextOf(event, all) {
    const row = all.findIndex((stops) => stops.includes(event.target));
    if (row < 0) return undefined;
    const along = (step) => all[row][all[row].indexOf(event.target) + step];
    if (isKey(event, 'ArrowUp')) return all[row - 1]?.[0] ?? event.target;
    if (isKey(event, 'ArrowDown')) return all[row + 1]?.[0] ?? event.target;
    if (isKey(event, 'ArrowLeft')) return along(-1) ?? event.target;
    return isKey(event, 'ArrowRight') ? (along(1) ?? event.target) : undefined;
  }

  rows.addEventListener('keydown', (event) => {
    // With Alt they go from one conversation to the next.
    if (event.altKey) return;
    const next = nextOf(event, perRow());
    if (!next) return;
    // The log would scroll as well.
    event.preventDefault();
    if (next === event.target) return;
    stopAt(next);
    next.focus();
  });
  rows.addEventListener(
    'focusin',
    ({ target }) => perRow().flat().includes(target) && stopAt(target),
  );

  return () => {
    const all = perRow();
    if (all.length === 0 || all.flat().includes(focusNear(rows))) return;
    stopAt(all.at(-1)[0]);
  };
}
