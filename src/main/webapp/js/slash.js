/**
 * Commands that are typed like a message: a slash, a word, and what it is about. Two slashes begin
 * a message that begins with one.
 *
 * @typedef {{name: 'say', text: string} | {name: 'unknown', word: string}
 *   | {name: 'incomplete', command: string} | {name: string, words: string}} Command
 */

/** In the order in which they are explained; whether there must be something after the word. */
export const COMMANDS = {
  nick: { needs: true },
  me: { needs: true },
  topic: { needs: false },
  join: { needs: true },
  part: { needs: false },
  msg: { needs: true },
  help: { needs: false },
};

const SLASH = /^\/(\S*)\s*([^]*)$/;

/** @returns {Command} what that text means when it is sent */
export function parseCommand(text) {
  if (!text.startsWith('/')) return { name: 'say', text };
  if (text.startsWith('//')) return { name: 'say', text: text.slice(1) };
  const [, word, words] = SLASH.exec(text);
  const name = word.toLowerCase();
  if (!Object.hasOwn(COMMANDS, name)) return { name: 'unknown', word };
  if (COMMANDS[name].needs && words === '') return { name: 'incomplete', command: name };
  return name === 'me' ? { name: 'say', text: `/me ${words}` } : { name, words };
}

const ACTION = /^\/me\s+(\S[^]*)$/;

/** @returns {string | null} what somebody does, if that is what they wrote */
export const actionIn = (text) => ACTION.exec(text)?.[1] ?? null;

/** Room names are lower-case, and people write a `#` before them. */
export const roomNamed = (words) => words.trim().replace(/^#/, '').normalize('NFKC').toLowerCase();

const folded = (text) => text.normalize('NFKC').toLowerCase();

/**
 * Names may hold spaces: the longest that fits is meant.
 *
 * @param {string} words a name, and what to say
 * @param {readonly {id: number, name: string}[]} people
 * @returns {{person: {id: number, name: string} | null, text: string}}
 */
export function addressed(words, people) {
  const fits = people
    .filter(({ name }) => startsWithName(folded(words), folded(name)))
    .sort((a, b) => b.name.length - a.name.length);
  if (fits.length === 0) return { person: null, text: '' };
  return { person: fits[0], text: words.slice(fits[0].name.length).trim() };
}

const startsWithName = (words, name) =>
  words.startsWith(name) && /^(\s|$)/.test(words.slice(name.length));

/** The commands that a word is the beginning of; one that is written out needs no help. */
export function commandsFor(word) {
  const begun = word.toLowerCase();
  if (Object.hasOwn(COMMANDS, begun)) return [];
  return Object.keys(COMMANDS).filter((name) => name.startsWith(begun));
}
