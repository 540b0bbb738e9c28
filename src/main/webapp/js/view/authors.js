/**
 * The names of those who said something, to write to them privately: also to who is in no list. By
 * keyboard they are one stop, the newest first, with the arrow keys between them; hundreds of stops
 * would stand between the log and the composer.
 */
import { setAttribute } from './dom.js';
import { isKey } from './keys.js';

/** @returns {() => void} to be called when the rows have changed */
export function mountAuthors(rows) {
  let stop = null;

  function stopAt(author) {
    if (author === stop) return;
    setAttribute(stop ?? author, 'tabindex', '-1');
    setAttribute(author, 'tabindex', '0');
    stop = author;
  }

  const all = () => [...rows.children].map((row) => row.author?.()).filter(Boolean);

  rows.addEventListener('keydown', (event) => {
    const step = isKey(event, 'ArrowUp') ? -1 : isKey(event, 'ArrowDown') ? 1 : 0;
    const authors = all();
    const next = authors[authors.indexOf(event.target) + step];
    if (step === 0 || !authors.includes(event.target)) return;
    // The log would scroll as well.
    event.preventDefault();
    if (!next) return;
    stopAt(next);
    next.focus();
  });
  rows.addEventListener('focusin', ({ target }) => all().includes(target) && stopAt(target));

  return () => {
    const authors = all();
    if (authors.length === 0 || authors.includes(document.activeElement)) return;
    stopAt(authors.at(-1));
  };
}
