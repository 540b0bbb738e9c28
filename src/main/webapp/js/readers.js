/** Who can be named where one is, and who one is to them. */
import { mayDelete, mayEdit } from './editWindow.js';
import { isAdmin, isOwner, roomInfo } from './facts.js';
import { isRoom } from './rooms.js';
import { openRoster } from './roster.js';
import { currentConversation, shownConversation } from './store.js';

/** @returns {import('./roster.js').Person[]} who is in the room that is shown */
export const peopleHere = (state) =>
  isRoom(currentConversation(state)) ? [...openRoster(state).people.values()] : [];

/** In how large a room the server lets anybody name everybody. */
const MOST_NAMED_BY_ANYONE = 50;

/** Whether `@room` names everybody where one is, as the server has it. */
export const mayNameAll = (state) =>
  isRoom(currentConversation(state)) &&
  (openRoster(state).online <= MOST_NAMED_BY_ANYONE ||
    isOwner(state, roomInfo(state, state.current)) ||
    isAdmin(state));

/** Those, and who said something that is shown. */
function peopleKnown(state) {
  const known = new Map(peopleHere(state).map(({ id, name }) => [id, { id, name }]));
  for (const { fromId: id, fromName: name } of shownConversation(state).entries)
    if (id && name && !known.has(id)) known.set(id, { id, name });
  return [...known.values()];
}

/** What a message has to know of its readers, and of what they may do with it. */
export const readersOf = (state) => ({
  people: peopleKnown(state),
  myId: state.me?.id,
  mayEdit: (entry, now) => mayEdit(state, entry, now),
  mayDelete: (entry, now) => mayDelete(state, entry, now),
});
