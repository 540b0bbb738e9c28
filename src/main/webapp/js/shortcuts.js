/**
 * The keys that mean something, each once: what the page obeys and what its sheet of shortcuts says
 * both come from here.
 *
 * @typedef {object} Shortcut
 * @property {string} name
 * @property {string[]} keys as `KeyboardEvent.key` calls them, those that are held first; several
 *   of which each one does, for those in `any`
 * @property {boolean} [any]
 */

/** What is heard anywhere in the page. */
export const ANYWHERE = [
  { name: 'switch', keys: ['Control', 'k'] },
  { name: 'search', keys: ['/'] },
  { name: 'previous', keys: ['Alt', 'ArrowUp'] },
  { name: 'next', keys: ['Alt', 'ArrowDown'] },
  { name: 'previousUnread', keys: ['Alt', 'Shift', 'ArrowUp'] },
  { name: 'nextUnread', keys: ['Alt', 'Shift', 'ArrowDown'] },
  { name: 'firstUnread', keys: ['Alt', 'PageUp'] },
  { name: 'back', keys: ['Escape'] },
  { name: 'shortcuts', keys: ['?'] },
];

/** What is heard in the field where one writes. */
export const WRITING = [
  { name: 'send', keys: ['Enter'] },
  { name: 'line', keys: ['Shift', 'Enter'] },
  { name: 'edit', keys: ['ArrowUp'] },
  { name: 'giveUp', keys: ['Escape'] },
];

/** What is heard there while something is suggested. */
export const SUGGESTED = [
  { name: 'choose', keys: ['ArrowUp', 'ArrowDown'], any: true },
  { name: 'take', keys: ['Enter', 'Tab'], any: true },
  { name: 'close', keys: ['Escape'] },
];

/** What is heard where messages are read. */
export const READING = [
  { name: 'message', keys: ['ArrowUp', 'ArrowDown'], any: true },
  { name: 'along', keys: ['ArrowLeft', 'ArrowRight'], any: true },
];

export const SHORTCUTS = {
  anywhere: ANYWHERE,
  writing: WRITING,
  suggested: SUGGESTED,
  reading: READING,
};

/** Where no Latin letters are, a key is called after what is printed on it elsewhere. */
const letterOf = ({ key, code = '' }) =>
  /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : code.startsWith('Key') ? code[3].toLowerCase() : '';

const isOneCharacter = (keys) => keys.length === 1 && keys[0].length === 1;

function isMeant(event, keys) {
  const last = keys.at(-1);
  const isControl = event.ctrlKey || event.metaKey;
  const isHeld = (name) => keys.includes(name);
  if (Boolean(isControl) !== isHeld('Control') || Boolean(event.altKey) !== isHeld('Alt'))
    return false;
  // A character may need Shift to be typed.
  if (isOneCharacter(keys)) return event.key === last;
  if (Boolean(event.shiftKey) !== isHeld('Shift')) return false;
  return last.length === 1 ? letterOf(event) === last : event.key === last;
}

/**
 * @param {KeyboardEvent} event outside of a composition
 * @param {{areKeysObeyed: boolean, isTyping: boolean}} where whether characters alone mean something
 * @returns {string | undefined} the name of what is meant
 */
export function shortcutOf(event, { areKeysObeyed, isTyping }) {
  const found = ANYWHERE.find(({ keys }) => isMeant(event, keys));
  if (!found) return undefined;
  return isOneCharacter(found.keys) && (isTyping || !areKeysObeyed) ? undefined : found.name;
}
