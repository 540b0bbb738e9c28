/**
 * Who is in a room as a value: those whom the server lists, and how many there really are.
 *
 * @typedef {object} Person
 * @property {number} id
 * @property {string} name
 * @property {boolean} [is_admin]
 * @property {boolean} [is_moderator]
 * @property {boolean} [is_bot] only programs come as this one
 *
 * @typedef {object} Roster
 * @property {ReadonlyMap<number, Person>} people who is known to be there, oneself included
 * @property {number} online how many are there; more than are listed if the server cuts its list
 * @property {boolean} isStale some have come or gone of whom only the number was told
 */

/** @type {Roster} */
export const NOBODY = { people: new Map(), online: 0, isStale: false };

/** @returns {Roster} what the server lists, in the place of all that was known */
export const listed = (people, online = people.length) => ({
  people: new Map(people.map((person) => [person.id, person])),
  online,
  isStale: false,
});

/** So many are there now; who they are is not told. */
export const counted = (roster, online) => ({ ...roster, online, isStale: true });

export const withPerson = (roster, { id, name }, online = roster.online) => ({
  ...roster,
  online,
  people: new Map(roster.people).set(id, { ...roster.people.get(id), id, name }),
});

export function withoutPerson(roster, id, online) {
  const people = new Map(roster.people);
  people.delete(id);
  return { ...roster, people, online };
}

/** Who is not listed may be there all the same. */
export const isCut = ({ people, online }) => people.size < online;

/** The people of the room that is open. */
export const openRoster = ({ rosters, room }) => rosters.get(room) ?? NOBODY;

/** @returns {Person | undefined} somebody who is listed in one of our rooms */
export function personIn({ rosters }, id) {
  for (const { people } of rosters.values()) if (people.has(id)) return people.get(id);
  return undefined;
}

/** Everybody whom we know how to address, but ourselves: those listed, and those we talk to alone. */
export function acquaintances({ rosters, conversations, me }) {
  const known = new Map();
  for (const { personId, name } of conversations.values())
    if (personId !== null) known.set(personId, { id: personId, name });
  for (const { people } of rosters.values())
    for (const [id, person] of people) known.set(id, person);
  known.delete(me?.id);
  return [...known.values()];
}

/** Somebody is in none of our rooms, as far as their lists can tell. */
export const isAway = (state, id) =>
  personIn(state, id) === undefined && ![...state.rosters.values()].some(isCut);
