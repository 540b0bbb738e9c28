/**
 * Where one can go, how a few letters find it, and what is next to what.
 *
 * @typedef {object} Destination
 * @property {'room' | 'other' | 'chat' | 'person'} kind a room of ours, another one, a private
 *   conversation, or somebody to begin one with
 * @property {string} key of the conversation that it is or would be
 * @property {string} name
 * @property {number} [personId]
 * @property {number} unread
 * @property {number} mentions
 */
import { isMuted } from './preferences.js';
import { privateKey } from './protocol.js';
import { isRoom, joinedRooms, otherRooms } from './rooms.js';
import { acquaintances } from './roster.js';

const MOST = 12;

/** The conversations in the order in which they are listed at the side. */
export const listed = (state) => [
  ...joinedRooms(state),
  ...[...state.conversations.values()].filter((conversation) => !isRoom(conversation)),
];

/** @returns {Destination[]} */
export function destinations(state) {
  const open = listed(state).map(({ key, name, personId, unread, mentions }) => {
    const news = isMuted(state, key) ? { unread: 0, mentions: 0 } : { unread, mentions };
    return { kind: personId === null ? 'room' : 'chat', key, name, personId, ...news };
  });
  const none = { unread: 0, mentions: 0 };
  const others = otherRooms(state).map(({ name }) => ({ kind: 'other', key: name, name, ...none }));
  const people = acquaintances(state)
    .map(({ id, name }) => ({ kind: 'person', key: privateKey(id), name, personId: id, ...none }))
    .filter(({ key }) => !state.conversations.has(key));
  return [...open, ...others, ...people];
}

const folded = (text) => text.normalize('NFKC').toLowerCase();

/** How well a name fits what is typed, the best 0; infinite: not at all. */
function misfit(name, query) {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.split(/[\s_-]+/).some((word) => word.startsWith(query))) return 2;
  if (name.includes(query)) return 3;
  let at = -1;
  return [...query].every((letter) => (at = name.indexOf(letter, at + 1)) >= 0) ? 4 : Infinity;
}

/** Who is called or counts as unread is what one most often looks for. */
const urgency = ({ unread, mentions, kind }) =>
  (mentions || (kind === 'chat' && unread) ? 2 : 0) + (unread ? 1 : 0);

/** `#` asks for rooms, `@` for people. */
const KINDS = { '#': ['room', 'other'], '@': ['chat', 'person'] };

/**
 * @param {readonly Destination[]} all
 * @param {string} query
 * @param {string} current the key of where one is, which is nowhere to go
 * @returns {Destination[]} those that fit, the likeliest first
 */
export function findDestinations(all, query, current) {
  const words = folded(query.trim());
  const kinds = KINDS[words[0]];
  const wanted = kinds ? words.slice(1).trim() : words;
  return all
    .filter(({ kind, key }) => (kinds?.includes(kind) ?? true) && (wanted !== '' || key !== current))
    .map((place) => ({ place, by: misfit(folded(place.name), wanted) }))
    .filter(({ by }) => by < Infinity)
    .sort((a, b) => a.by - b.by || urgency(b.place) - urgency(a.place))
    .slice(0, MOST)
    .map(({ place }) => place);
}

/**
 * @param {1 | -1} step
 * @param {boolean} isUnread only what has something new, without what is muted
 * @returns {string | undefined} the key of the conversation before or after the one that is shown
 */
export function neighbour(state, step, isUnread) {
  const all = listed(state);
  const at = all.findIndex(({ key }) => key === state.current);
  const is = ({ key, unread }) => !isUnread || (unread > 0 && !isMuted(state, key));
  for (let away = 1; away < all.length; away++) {
    const next = all[(at + step * away + all.length * away) % all.length];
    if (is(next)) return next.key;
  }
  return undefined;
}
