/** Where a text names somebody: `@` and the longest name that fits, at the beginning of a word. */

const folded = (text) => text.normalize('NFKC').toLocaleLowerCase();

/** A name goes on where its script does: `@Ann` does not mean who is called `Anna`. */
const GOES_ON = /[\p{L}\p{N}]/u;
const LATIN = /[A-Za-z0-9]/;

/**
 * @param {readonly {id: number | null, name: string}[]} named who can be meant; null for everybody
 * @returns {(text: string, at: number) => {text: string, id: number | null} | null}
 */
export function mentionFinder(named) {
  const longestFirst = named
    .map(({ id, name }) => ({ id, name: folded(name), length: name.length }))
    .sort((a, b) => b.length - a.length);

  return (text, at) => {
    if (/[A-Za-z0-9._]/.test(text[at - 1] ?? '')) return null;
    for (const { id, name, length } of longestFirst) {
      const words = text.slice(at + 1, at + 1 + length);
      if (folded(words) === name && isWhole(text, at + 1 + length))
        return { text: `@${words}`, id };
    }
    return null;
  };
}

/** Between Chinese words there is no space, between others there is. */
const isWhole = (text, end) =>
  !GOES_ON.test(text[end] ?? '') || LATIN.test(text[end - 1]) !== LATIN.test(text[end]);
