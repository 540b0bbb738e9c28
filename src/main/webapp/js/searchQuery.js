/**
 * What a query is made of: words, "words in a row", and filters such as `from:Grace`; to help who
 * writes one, and to show where what was found holds what was looked for.
 */

/** What may stand before a colon, with what it stands for if somebody puts it in by a button. */
export const FILTERS = ['from:', 'in:', 'before:', 'after:', 'has:image'];

const PART = /(?:(from|in|before|after|has):)?(?:"([^"]*)"?|(\S+))/giu;

/** @returns {{filter: string | null, text: string}[]} */
export const partsOf = (query) =>
  [...query.matchAll(PART)].map(([, filter, quoted, word]) => ({
    filter: filter?.toLowerCase() ?? null,
    text: quoted ?? word,
  }));

/** @returns {string[]} the words to be found in a text */
export const wordsOf = (query) =>
  partsOf(query)
    .filter(({ filter, text }) => filter === null && text !== '')
    .map(({ text }) => text);

/** Puts a filter at the end, where what it is about can be written on. */
export function withFilter(query, filter) {
  const before = query.trimEnd();
  const end = filter.endsWith(':') ? filter : `${filter} `;
  return before === '' ? end : `${before} ${end}`;
}

const folded = (text) => text.toLowerCase();

/**
 * A text in parts, those marked that hold one of the words.
 *
 * @returns {{text: string, isFound: boolean}[]}
 */
export function marked(text, words) {
  const all = folded(text);
  // Lower case can be longer, and then nothing is where it was.
  const places = all.length === text.length ? placesOf(all, words.map(folded)) : [];
  const parts = [];
  let at = 0;
  for (const [from, to] of places) {
    if (from > at) parts.push({ text: text.slice(at, from), isFound: false });
    if (to > at) parts.push({ text: text.slice(Math.max(at, from), to), isFound: true });
    at = Math.max(at, to);
  }
  if (at < text.length) parts.push({ text: text.slice(at), isFound: false });
  return parts;
}

function placesOf(text, words) {
  const places = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      places.push([at, at + word.length]);
  }
  return places.sort(([a], [b]) => a - b);
}

const AROUND = 60;

/** The part of a long text around the first word that was found, to be shown in a line or two. */
export function excerpt(text, words, most = 240) {
  if (text.length <= most) return text;
  const [first] = placesOf(folded(text), words.map(folded));
  const from = Math.max(0, Math.min((first?.[0] ?? 0) - AROUND, text.length - most));
  const end = from + most;
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}
