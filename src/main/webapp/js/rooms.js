/**
 * Which rooms we are in, which others there are, and how that changes. What somebody chooses shows
 * at once; what the server has not confirmed is asked of it until it answers.
 */
import { isUnderWay, newConversation } from './conversation.js';
import { ROOM } from './protocol.js';

export const isRoom = ({ personId }) => personId === null;

/** The rooms of some conversations, by what `rooms` of the server says is their order. */
export function joinedRooms({ conversations, rooms }) {
  const order = new Map(rooms.map(({ name }, index) => [name, index]));
  const place = ({ key }) => order.get(key) ?? rooms.length;
  return [...conversations.values()].filter(isRoom).sort((a, b) => place(a) - place(b));
}

/** The rooms that there are beside ours. */
export const otherRooms = ({ conversations, rooms }) =>
  rooms.filter(({ name }) => !conversations.has(name));

/** A room can be left if there is another one to be in. */
export const canLeave = (state) => joinedRooms(state).length > 1;

/**
 * Makes sure that we are in the room, as far as this page decides.
 *
 * @param {{current: string, room: string}} [before] where one is who opens it
 */
export function withRoom(state, room, isJoining, { current, room: last } = {}) {
  const leaving = state.leaving.filter((name) => name !== room);
  if (state.conversations.has(room)) return { ...state, leaving };
  const conversation = { ...newConversation(room, room), isJoining, from: { current, room: last } };
  return { ...state, leaving, conversations: new Map(state.conversations).set(room, conversation) };
}

/** Takes the room away, with who is in it; another one is open then, if it was. */
export function withoutRoom(state, room) {
  const conversations = new Map(state.conversations);
  const rosters = new Map(state.rosters);
  conversations.delete(room);
  rosters.delete(room);
  const next = { ...state, conversations, rosters };
  const open = state.room === room ? joinedRooms(next)[0].key : state.room;
  const current = state.current === room ? open : state.current;
  return { ...next, room: open, current };
}

/** What was written there and has yet to arrive would be lost. */
export function leave(state, room) {
  if (!canLeave(state)) return { ...state, notice: { code: 'last_room' } };
  if (state.conversations.get(room).entries.some(isUnderWay))
    return { ...state, notice: { code: 'unsent' } };
  return { ...withoutRoom(state, room), notice: null, leaving: [...state.leaving, room] };
}

/** Begins to ask the server whether we are in our rooms, which its greeting answers for each. */
export const unconfirmed = (state) => ({
  ...state,
  conversations: new Map(
    [...state.conversations].map(([key, conversation]) => [
      key,
      isRoom(conversation) ? { ...conversation, isJoining: true } : conversation,
    ]),
  ),
});

/** The server lists who is in a room: for us there, it is the word that we are in. */
export function confirmed(state, room, people) {
  const conversation = state.conversations.get(room);
  if (conversation) {
    const entered = { ...conversation, isJoining: false };
    return { ...state, conversations: new Map(state.conversations).set(room, entered) };
  }
  const isIn = people.some(({ id }) => id === state.me?.id);
  return isIn && !state.leaving.includes(room) ? withRoom(state, room, false) : state;
}

/** The server says that we are out, or never were in. */
export function left(state, room) {
  const leaving = state.leaving.filter((name) => name !== room);
  const asked = state.asked?.kind === 'leave' && state.asked.room === room ? null : state.asked;
  return { ...state, leaving, asked };
}

/** Who went on from a room that is gone comes back to where they were before it. */
function rerouted(conversations, gone, before) {
  const through = ({ current, room }) => ({
    current: current === gone ? before.current : current,
    room: room === gone ? before.room : room,
  });
  const entries = [...conversations].map(([key, one]) => [key, { ...one, from: through(one.from) }]);
  return new Map(entries);
}

/** Whoever looks at the room is where they were before; without that, in another room. */
function backFrom(state, room) {
  const { from } = state.conversations.get(room);
  const gone = withoutRoom(state, room);
  const next = { ...gone, conversations: rerouted(gone.conversations, room, from) };
  const has = (key) => next.conversations.has(key);
  return state.current === room && has(from.current) && has(from.room)
    ? { ...next, ...from }
    : next;
}

/** The server will not have us in the room. If it was our only one, we go where everyone begins. */
export function refusedRoom(state, room, failure) {
  const told = { ...state, notice: failure };
  if (!state.conversations.has(room)) return told;
  const next = canLeave(state) ? told : withRoom(told, ROOM, true);
  return canLeave(next) ? backFrom(next, room) : confirmed(next, room, []);
}
