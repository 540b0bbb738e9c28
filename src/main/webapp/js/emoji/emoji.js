/** The common emoji, in groups, and how to find one by a word or its `:shortcode:`. */
import { GESTURES, SMILEYS } from './smileys.js';
import { ACTIVITIES, FOOD, NATURE, OBJECTS } from './things.js';

/**
 * @typedef {object} Emoji
 * @property {string} char
 * @property {string} code its `:shortcode:`, without the colons
 * @property {readonly string[]} aliases codes that other chats have for it
 */

/** @type {(lines: string) => Emoji[]} */
const read = (lines) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [char, code, ...aliases] = line.split(' ');
      return { char, code, aliases };
    });

/** @type {readonly {name: string, emoji: readonly Emoji[]}[]} */
export const GROUPS = Object.entries({
  smileys: SMILEYS,
  gestures: GESTURES,
  nature: NATURE,
  food: FOOD,
  activities: ACTIVITIES,
  objects: OBJECTS,
}).map(([name, lines]) => ({ name, emoji: read(lines) }));

const ALL = GROUPS.flatMap(({ emoji }) => emoji);

/** What is offered first. */
export const QUICK = ['👍', '❤️', '😂', '🎉', '😮', '😢'];

const byCode = new Map();
for (const { char, code, aliases } of ALL)
  for (const name of [code, ...aliases]) byCode.set(name, char);

const byChar = new Map(ALL.map((emoji) => [emoji.char, emoji]));

/** What an emoji is called, for who cannot see it; undefined for one that is none of ours. */
export const nameOf = (char) => byChar.get(char)?.code.replaceAll('_', ' ');

/** What else they are found by: lines of an emoji and its words, of which there may be several. */
function wordsIn(lines) {
  const found = new Map();
  for (const line of lines.split('\n')) {
    const [char, ...words] = line.split(' ');
    found.set(char, [...(found.get(char) ?? []), ...words]);
  }
  return found;
}

/**
 * @param {string} query
 * @param {string} lines words in the languages of the reader, as in `i18n/emoji.en.js`
 * @returns {Emoji[]} those whose code or words begin with it, the closest first
 */
export function findEmoji(query, lines) {
  const wanted = query.trim().toLowerCase().replaceAll(' ', '_');
  if (!wanted) return [...ALL];
  const more = wordsIn(lines);
  const closeness = ({ char, code, aliases }) => {
    const words = [code, ...code.split('_'), ...aliases, ...(more.get(char) ?? [])];
    if (words.includes(wanted) || code === wanted) return code === wanted ? 0 : 1;
    if (code.startsWith(wanted)) return 2;
    return words.some((word) => word.startsWith(wanted)) ? 3 : 4;
  };
  return ALL.map((emoji) => ({ emoji, at: closeness(emoji) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at)
    .map(({ emoji }) => emoji);
}

const SHORTCODE = /(^|[^\w:]):([a-z0-9_+-]{1,40}):(?!\w)/g;

/** In code a colon is a colon. */
const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

/** The text with its `:shortcodes:` as emoji; what is no shortcode stays. */
export const withEmoji = (text) =>
  text
    .split(CODE)
    .map((part, index) =>
      index % 2
        ? part
        : part.replace(SHORTCODE, (all, before, code) =>
            byCode.has(code) ? before + byCode.get(code) : all,
          ),
    )
    .join('');

const UNIT = String.raw`(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji_Presentation}\uFE0F?|\p{Extended_Pictographic}\uFE0F)`;
const ONE = String.raw`(?:\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|${UNIT}(?:\u200D(?:${UNIT}|\p{Extended_Pictographic}))*)`;
const FEW = new RegExp(String.raw`^\s*(?:${ONE}\s*){1,3}$`, 'u');
const MAX_LENGTH = 60;

/** Nothing but a few emoji, which can be shown larger. */
export const isEmojiOnly = (text) => text.length <= MAX_LENGTH && FEW.test(text);
