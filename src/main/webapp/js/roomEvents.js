/** How the state changes when a room is made, described, closed, or opened to somebody. */
import { append } from './conversation.js';
import { factsOf, roomInfo, withFacts } from './facts.js';
import { listedName, withMember, withoutMember } from './members.js';
import { left, refusedRoom, withRoom } from './rooms.js';
import { personIn } from './roster.js';
import { withConversation } from './store.js';

/** A discreet line in the room. */
function line(state, room, timestamp, words) {
  const entry = { key: `line-${state.lines}`, kind: 'system', at: timestamp * 1000, ...words };
  const next = { ...state, lines: state.lines + 1 };
  return withConversation(next, room, (conversation) => append(conversation, entry));
}

const withoutInvite = (state, room) => ({
  ...state,
  invites: state.invites.filter((invite) => invite.room !== room),
});

/** Where few write it matters what somebody may, elsewhere that they may come. */
function invitedTo({ isPrivate, isAnnouncement }, mayWrite) {
  if (isPrivate && !isAnnouncement) return 'invited';
  return mayWrite ? 'may_write' : 'may_read';
}

export const roomEvents = {
  /** We made it, and are in it. */
  room_created(state, { room, content }) {
    const facts = factsOf({ ...content, name: room, users_online: 1, may_write: true });
    const next = withRoom(withFacts(state, room, facts), room, false);
    return { ...next, room, current: room, isAtEnd: true, isDrawerOpen: false };
  },

  /** Of one that was joined by its name nothing else is known yet. */
  room_joined(state, { room }) {
    const isListed = state.rooms.some(({ name }) => name === room);
    return withoutInvite({ ...state, areRoomsKnown: state.areRoomsKnown && isListed }, room);
  },

  room_topic(state, { room, content: { topic }, from_name: name, timestamp }) {
    const next = withFacts(state, room, { topic });
    return line(next, room, timestamp, { event: topic ? 'topic' : 'no_topic', name, topic });
  },

  room_archived(state, { room, content: { archived }, timestamp }) {
    const next = withFacts(state, room, { isArchived: archived });
    return line(next, room, timestamp, { event: archived ? 'archived' : 'reopened' });
  },

  slow_mode: (state, { room, content: { seconds } }) =>
    withFacts(state, room, { slowSeconds: seconds }),

  rooms_changed: (state) => ({ ...state, areRoomsOthers: true }),

  /** What one may do there has changed, too, which the server lists. */
  invited(state, { room, content: { by_name: byName, topic } }) {
    const next = { ...state, areRoomsKnown: false };
    if (state.conversations.has(room)) return next;
    const others = withoutInvite(next, room).invites;
    return { ...next, invites: [...others, { room, byName, topic }] };
  },

  member_added(state, { room, content, timestamp }) {
    const { user_name: name, may_write: mayWrite } = content;
    const next = withMember(state, room, content);
    return line(next, room, timestamp, { event: invitedTo(roomInfo(state, room), mayWrite), name });
  },

  /** Of a private room one is out then; in others one may do less, which the server lists. */
  member_removed(state, { room, content: { user_id: id }, timestamp }) {
    const name = personIn(state, id)?.name ?? listedName(state, room, id);
    const isMe = id === state.me?.id;
    const next = { ...withoutMember(state, room, id), areRoomsKnown: !isMe && state.areRoomsKnown };
    const event = roomInfo(state, room).isPrivate ? 'uninvited' : 'may_not_write';
    return name ? line(next, room, timestamp, { event, name }) : next;
  },

  /** Without being asked the server takes out who may not be there any more. */
  room_left: (state, { room, ref }) =>
    ref === undefined && state.conversations.has(room)
      ? { ...refusedRoom(state, room, { code: 'removed', room }), areRoomsKnown: false }
      : left(state, room),
};
