/** How the server's messages change the state. Repeats and late arrivals change nothing. */
import { addStored, append, newConversation, store } from './conversation.js';
import { privateKey, refOf, ROOM } from './protocol.js';
import { conversationOf, withConversation, withPrivate } from './store.js';

/**
 * A server begun anew started later than the one before, by as long as that one ran. What seems to
 * have started earlier, or hardly later, is the same: its clock was set, or its seconds were cut.
 */
const CLOCK_TOLERANCE_S = 5;

const timeOf = ({ sent_at, timestamp }) => sent_at ?? timestamp * 1000;

const entryFrom = (state, envelope) => ({
  key: `id-${envelope.id}`,
  kind: 'message',
  id: envelope.id,
  seq: envelope.seq,
  ref: envelope.ref,
  at: timeOf(envelope),
  text: envelope.content,
  fromId: envelope.from_id,
  fromName: envelope.from_name,
  own: state.mine.includes(envelope.from_id),
  status: 'stored',
});

const isShown = (envelope) => envelope.type === 'message' && typeof envelope.content === 'string';

/** Adds a message that just came, and counts it as unread unless somebody is looking at it. */
function arrive(state, key, entry) {
  return withConversation(state, key, (conversation) => {
    const added = addStored(conversation, entry);
    const isUnread = !entry.own && (key !== state.current || !state.isVisible);
    return added !== conversation && isUnread ? { ...added, unread: added.unread + 1 } : added;
  });
}

/** A discreet line in the room, and in the private conversation with that person if there is one. */
function line(state, userId, { at, ...words }) {
  const entry = { key: `line-${state.lines}`, kind: 'system', at, ...words };
  return [ROOM, privateKey(userId)].reduce(
    (next, key) => withConversation(next, key, (conversation) => append(conversation, entry)),
    { ...state, lines: state.lines + 1 },
  );
}

function withPerson(state, id, name) {
  const people = new Map(state.people);
  people.set(id, { ...people.get(id), id, name });
  const renamed = withConversation(state, privateKey(id), (conversation) =>
    conversation.name === name ? conversation : { ...conversation, name },
  );
  return { ...renamed, people };
}

/**
 * A server that was started anew may give the numbers of users and messages again, to others. What
 * it still knows, it tells; of ours only what was never stored is kept, to be sent.
 */
function forgetStored(state) {
  const unsent = state.conversations.get(ROOM).entries.filter(({ ref, id }) => ref && !id);
  return {
    ...state,
    mine: [],
    current: ROOM,
    lastPrivate: null,
    conversations: new Map([[ROOM, { ...newConversation(ROOM, ROOM), entries: unsent }]]),
  };
}

const handlers = {
  welcome(state, { content, timestamp }) {
    const me = { id: content.user_id, name: content.user_name };
    const startedAt = timestamp - content.server_stats.uptime_seconds;
    const isAnew = startedAt - state.serverStartedAt > CLOCK_TOLERANCE_S;
    const known = isAnew ? forgetStored({ ...state, serverStartedAt: startedAt }) : state;
    return { ...known, me, mine: [...known.mine, me.id], notice: null };
  },

  users(state, { content, users_online }) {
    const people = new Map(content.map((person) => [person.id, person]));
    return { ...state, people, usersOnline: users_online ?? people.size };
  },

  history: (state, { content, room }) =>
    withConversation(state, room ?? ROOM, (conversation) =>
      content
        .filter(isShown)
        .map((envelope) => entryFrom(state, envelope))
        .reduce(addStored, { ...conversation, loaded: true }),
    ),

  join(state, { content, timestamp }) {
    const { user_id: id, user_name: name, users_online: usersOnline } = content;
    const next = { ...withPerson(state, id, name), usersOnline };
    if (state.people.has(id)) return next;
    return line(next, id, { at: timestamp * 1000, event: 'join', name });
  },

  leave(state, { content, timestamp }) {
    const { user_id: id, user_name: name, users_online: usersOnline } = content;
    const people = new Map(state.people);
    if (!people.delete(id)) return { ...state, usersOnline };
    const next = { ...state, people, usersOnline };
    return line(next, id, { at: timestamp * 1000, event: 'leave', name });
  },

  user_renamed(state, { content, timestamp }) {
    const { user_id: id, old_name: name, new_name: newName } = content;
    const next = withPerson(state, id, newName);
    return line(next, id, { at: timestamp * 1000, event: 'renamed', name, newName });
  },

  name_changed(state, { content }) {
    const me = { ...state.me, name: content.new_name };
    return {
      ...withPerson(state, me.id, me.name),
      me,
      naming: { ...state.naming, open: false, failure: null },
    };
  },

  message: (state, envelope) =>
    isShown(envelope) ? arrive(state, envelope.room ?? ROOM, entryFrom(state, envelope)) : state,

  private_message(state, envelope) {
    const sender = { id: envelope.from_id, name: envelope.from_name };
    const key = privateKey(sender.id);
    const next = arrive(withPrivate(state, sender), key, entryFrom(state, envelope));
    const isNew = next.conversations.get(key).unread > (state.conversations.get(key)?.unread ?? 0);
    return isNew ? { ...next, lastPrivate: { id: envelope.id, name: sender.name } } : next;
  },

  private_message_sent(state, envelope) {
    const { to_id: id, to_name: name } = envelope;
    const entry = { ...entryFrom(state, envelope), fromId: state.me.id, own: true };
    return arrive(withPrivate(state, { id, name }), privateKey(id), entry);
  },

  ack(state, envelope) {
    const { ref, id, seq } = envelope;
    const key = conversationOf(state, ref)?.key;
    return withConversation(state, key, (conversation) => {
      const ours = conversation.entries.find((entry) => entry.ref === ref);
      if (ours.status === 'stored') return conversation;
      return store(conversation, ours, { id, seq, at: timeOf(envelope) });
    });
  },

  error(state, envelope) {
    const failure = envelope.content;
    const ref = refOf(envelope);
    if (!ref) return { ...state, notice: failure };
    // All others are shown at their message, which the outbox says.
    if (ref !== state.naming.ref) return state;
    return { ...state, naming: { ...state.naming, open: true, failure } };
  },
};

/**
 * @param {import('./store.js').State} state
 * @param {import('./protocol.js').Envelope} envelope
 * @returns {import('./store.js').State}
 */
export const receive = (state, envelope) =>
  Object.hasOwn(handlers, envelope.type) ? handlers[envelope.type](state, envelope) : state;
