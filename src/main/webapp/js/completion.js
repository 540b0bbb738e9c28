/**
 * What is being typed at the caret that can be completed: the name of somebody after `@`, or the
 * shortcode of an emoji after `:`.
 *
 * @typedef {{kind: 'mention' | 'emoji' | 'command', query: string, from: number}} Typed
 *
 * @typedef {object} Suggestion
 * @property {string} insert what is put in the place of what was typed
 * @property {string} label
 * @property {string} [emoji]
 * @property {string} [name] of a person
 * @property {string} [command]
 */
import { findEmoji } from './emoji/emoji.js';
import { commandsFor } from './slash.js';

const MOST = 8;
const LONGEST = 40;

/** One letter after a colon is more often the end of a smiley than a name. */
const SHORTCODE = /(?:^|[^\w:]):([\p{L}\d_+-]{2,40})$/u;

/** A name can hold spaces, and begins where a word does; in Chinese, anywhere. */
const MENTION = /(?:^|[^A-Za-z0-9._@])@([^\s@][^\n@]{0,39}|)$/u;

/** Only the first word of a text can be a command. */
const COMMAND = /^\/(\w*)$/;

/** @returns {Typed | null} */
export function typedAt(text, caret) {
  const command = COMMAND.exec(text.slice(0, caret));
  if (command) return { kind: 'command', query: command[1], from: 0 };
  const before = text.slice(Math.max(0, caret - LONGEST - 2), caret);
  const code = SHORTCODE.exec(before);
  if (code) return { kind: 'emoji', query: code[1], from: caret - code[1].length - 1 };
  const mention = MENTION.exec(before);
  return mention && { kind: 'mention', query: mention[1], from: caret - mention[1].length - 1 };
}

const folded = (text) => text.normalize('NFKC').toLocaleLowerCase();

/**
 * @param {Typed} typed
 * @param {readonly {id: number, name: string}[]} people who can be mentioned, the likeliest first
 * @param {string | null} everyone what `@room` means, in words; null where it is only text
 * @param {string} emojiWords what emoji are found by beside their codes
 * @returns {Suggestion[]}
 */
export function suggestions({ kind, query }, people, everyone, emojiWords) {
  if (kind === 'command')
    return commandsFor(query).map((command) => ({
      insert: `/${command} `,
      label: `/${command}`,
      command,
    }));
  if (kind === 'emoji')
    return findEmoji(query, emojiWords)
      .slice(0, MOST)
      .map(({ char, code }) => ({ insert: char, label: `:${code}:`, emoji: char }));
  const wanted = folded(query);
  const rank = ({ name }) => {
    const words = folded(name);
    if (words.startsWith(wanted)) return 0;
    return words.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  const found = people
    .map((person) => ({ person, at: rank(person) }))
    .filter(({ at }) => at < 2)
    .sort((a, b) => a.at - b.at)
    .map(({ person: { name } }) => ({ insert: `@${name} `, label: name, name }));
  const isRoom = everyone !== null && 'room'.startsWith(wanted);
  const room = isRoom
    ? [{ insert: '@room ', label: '@room', note: everyone }]
    : [];
  return [...found.slice(0, MOST - room.length), ...room];
}

/** @returns {{text: string, caret: number}} the text with the suggestion in its place */
export function complete(text, caret, { from }, { insert }) {
  const rest =
    insert.endsWith(' ') && text[caret] === ' ' ? text.slice(caret + 1) : text.slice(caret);
  return { text: text.slice(0, from) + insert + rest, caret: from + insert.length };
}
