/**
 * Where a text names somebody: after an `@` where a word begins, the longest name that ends where
 * one ends. The server finds the same (`MentionFinder`), but for names that only look alike.
 */

/** Character by character, so that a beginning of a text has the beginning of what it reads like. */
const folded = (text) => [...text].map(foldedCharacter).join('');

const foldedCharacter = (char) => char.normalize('NFKD').toLowerCase();

const PART = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;

/** Written without spaces, or with endings that are joined to names. */
const JOINED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** How an emoji is to look is no part of a name. */
const PRESENTATION = /[\uFE0E\uFE0F]/;

/** No name goes on there. */
const OVER = /[@\n\r\u2028\u2029]/;
const LONGEST = 60;

/**
 * @param {readonly {id: number | null, name: string}[]} named who can be meant; null for everybody;
 *   of the same names, the last
 * @returns {(text: string, at: number) => {text: string, id: number | null} | null}
 */
export function mentionFinder(named) {
  const ids = new Map(named.map(({ id, name }) => [folded(name).normalize('NFD'), id]));

  return (text, at) => {
    if (!beginsAt(text, at)) return null;
    let found = null;
    let name = '';
    let end = at + 1;
    for (let length = 0; length < LONGEST && end < text.length && !OVER.test(text[end]); length++) {
      const next = characterAt(text, end);
      end += next.length;
      if (!PRESENTATION.test(next)) name += foldedCharacter(next);
      const key = endsAt(text, end) ? name.normalize('NFD') : '';
      if (ids.has(key)) found = { text: text.slice(at, end), id: ids.get(key) };
    }
    return found;
  };
}

const characterAt = (text, at) => String.fromCodePoint(text.codePointAt(at));

function characterBefore(text, at) {
  const pair = text.slice(Math.max(0, at - 2), at);
  return [...pair].at(-1) ?? '';
}

/** Not within a word, an e-mail address or a path; marks of emphasis are no part of a word. */
function beginsAt(text, at) {
  let start = at;
  while (text[start - 1] === '_') start--;
  const before = characterBefore(text, start);
  return !/[./]/.test(before) && (!PART.test(before) || JOINED.test(before));
}

/** Where a word can end, of which something stands before. */
function endsAt(text, at) {
  const before = characterBefore(text, at);
  if (/\s/.test(before)) return false;
  const after = at < text.length ? characterAt(text, at) : '';
  return !PART.test(after) || (!MARK.test(after) && (JOINED.test(before) || JOINED.test(after)));
}
