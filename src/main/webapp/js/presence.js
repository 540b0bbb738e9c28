/** How what the server says about who is where, and called what, changes the state. */
import { append } from './conversation.js';
import { privateKey, ROOM } from './protocol.js';
import { confirmed, isRoom } from './rooms.js';
import { counted, listed, NOBODY, personIn, withoutPerson, withPerson } from './roster.js';
import { withConversation } from './store.js';

const rosterOf = (state, room) => state.rosters.get(room) ?? NOBODY;

const withRoster = (state, room, roster) => ({
  ...state,
  rosters: new Map(state.rosters).set(room, roster),
});

/** In a private conversation it is the chat that somebody joins or leaves, and no room. */
const ALONE = { join: 'came', leave: 'went' };

/** A discreet line in each of these conversations that there is. */
function line(state, keys, timestamp, words) {
  const entry = { key: `line-${state.lines}`, kind: 'system', at: timestamp * 1000, ...words };
  const alone = { ...entry, event: ALONE[entry.event] ?? entry.event };
  return keys.reduce(
    (next, key) =>
      withConversation(next, key, (conversation) =>
        append(conversation, isRoom(conversation) ? entry : alone),
      ),
    { ...state, lines: state.lines + 1 },
  );
}

/** The private conversation with somebody is called as they are. */
const named = (state, { id, name }) =>
  withConversation(state, privateKey(id), (conversation) =>
    conversation.name === name ? conversation : { ...conversation, name },
  );

/** Who is in two of our rooms comes, goes and is renamed in each of them, but is one person. */
const where = (room, id, isNews) => (isNews ? [room, privateKey(id)] : [room]);

/** Changes the name where it is listed. */
const renamed = (state, { id, name }) => ({
  ...named(state, { id, name }),
  rosters: new Map(
    [...state.rosters].map(([room, roster]) => [
      room,
      roster.people.has(id) ? withPerson(roster, { id, name }) : roster,
    ]),
  ),
});

export const presence = {
  users(state, { room = ROOM, content, users_online: online }) {
    const next = confirmed(state, room, content);
    return next.conversations.has(room) ? withRoster(next, room, listed(content, online)) : next;
  },

  presence: (state, { room = ROOM, content }) =>
    withRoster(state, room, counted(rosterOf(state, room), content.users_online)),

  join(state, { room = ROOM, content, timestamp }) {
    const { user_id: id, user_name: name, users_online: online } = content;
    const roster = rosterOf(state, room);
    const isNews = personIn(state, id) === undefined;
    const withThem = withPerson(roster, { id, name }, online);
    const next = withRoster(named(state, { id, name }), room, withThem);
    if (roster.people.has(id)) return next;
    return line(next, where(room, id, isNews), timestamp, { event: 'join', name });
  },

  leave(state, { room = ROOM, content, timestamp }) {
    const { user_id: id, user_name: name, users_online: online } = content;
    const roster = rosterOf(state, room);
    const next = withRoster(state, room, withoutPerson(roster, id, online));
    if (!roster.people.has(id)) return next;
    const isNews = personIn(next, id) === undefined;
    return line(next, where(room, id, isNews), timestamp, { event: 'leave', name });
  },

  user_renamed(state, { room = ROOM, content, timestamp }) {
    const { user_id: id, old_name: name, new_name: newName } = content;
    const isNews = state.conversations.get(privateKey(id))?.name !== newName;
    const next = renamed(state, { id, name: newName });
    return line(next, where(room, id, isNews), timestamp, { event: 'renamed', name, newName });
  },

  name_changed(state, { content }) {
    const me = { ...state.me, name: content.new_name };
    const naming = { ...state.naming, open: false, failure: null };
    return { ...renamed(state, me), me, naming };
  },
};
