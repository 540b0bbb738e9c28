/**
 * All the page knows, as one value, and how the page's own acts change it. Nothing here touches
 * the DOM, the line or the clock. What the server's messages change is in `receive.js`.
 *
 * @typedef {object} Person
 * @property {number} id
 * @property {string} name
 *
 * @typedef {object} State
 * @property {import('./connection.js').ConnectionState} connection
 * @property {Person | null} me null until the first greeting
 * @property {readonly number[]} mine every user id this tab has had, the newest last
 * @property {number} serverStartedAt in seconds; the ids above are those of a server started then
 * @property {{open: boolean, asked: string, ref: string, failure: object | null}} naming
 *   `asked` is the name the server was asked for last, and `ref` what the question was called
 * @property {ReadonlyMap<number, Person>} people who is online, oneself included
 * @property {number} usersOnline more than there are people here if the server cuts its list
 * @property {ReadonlyMap<string, import('./conversation.js').Conversation>} conversations
 * @property {string} current the key of the conversation that is shown
 * @property {boolean} isVisible whether somebody can be looking at the page
 * @property {boolean} isDrawerOpen the list of people, where it has no place of its own
 * @property {object | null} notice an error that belongs to no message
 * @property {{id: number, name: string} | null} lastPrivate the newest unread private message
 * @property {number} lines how many system lines there have been, to name the next one
 */
import { append, newConversation, replace } from './conversation.js';
import { privateKey, ROOM } from './protocol.js';

const MAX_CONVERSATIONS = 50;

/** @returns {State} */
export const initialState = ({ mine, serverStartedAt, hasName }) => ({
  connection: { status: 'connecting' },
  me: null,
  mine,
  serverStartedAt,
  naming: { open: !hasName, asked: '', ref: '', failure: null },
  people: new Map(),
  usersOnline: 0,
  conversations: new Map([[ROOM, newConversation(ROOM, ROOM)]]),
  current: ROOM,
  isVisible: true,
  isDrawerOpen: false,
  notice: null,
  lastPrivate: null,
  lines: 0,
});

/** Puts `change(conversation)` in the place of the conversation, if there is one. */
export function withConversation(state, key, change) {
  const conversation = state.conversations.get(key);
  if (!conversation) return state;
  const changed = change(conversation);
  if (changed === conversation) return state;
  return { ...state, conversations: new Map(state.conversations).set(key, changed) };
}

/** Makes sure that there is a private conversation with somebody. */
export function withPrivate(state, { id, name }) {
  const key = privateKey(id);
  if (state.conversations.has(key)) return state;
  const conversations = new Map(state.conversations).set(key, newConversation(key, name, id));
  // Strangers can begin conversations; without a bound they could fill the page's memory.
  if (conversations.size > MAX_CONVERSATIONS) {
    const oldest = [...conversations.keys()].find((k) => k !== ROOM && k !== state.current);
    conversations.delete(oldest);
  }
  return { ...state, conversations };
}

/** The conversation in which this page wrote the message that it called `ref`. */
export function conversationOf(state, ref) {
  return [...state.conversations.values()].find(({ entries }) =>
    entries.some((entry) => entry.ref === ref),
  );
}

export const entryOf = (state, ref) =>
  conversationOf(state, ref)?.entries.find((entry) => entry.ref === ref);

export const currentConversation = (state) => state.conversations.get(state.current);

export const unreadTotal = (state) =>
  [...state.conversations.values()].reduce((sum, { unread }) => sum + unread, 0);

const readCurrent = (state) =>
  withConversation(state, state.current, (conversation) =>
    conversation.unread ? { ...conversation, unread: 0 } : conversation,
  );

const changeEntry = (state, ref, change) =>
  withConversation(state, conversationOf(state, ref)?.key, (conversation) =>
    replace(conversation, ref, change),
  );

const acts = {
  connection: (state, { connection }) => ({ ...state, connection }),
  open: (state, { key }) =>
    readCurrent({ ...state, current: key, isDrawerOpen: false, notice: null }),
  openPrivate: (state, { person }) =>
    acts.open(withPrivate(state, person), { key: privateKey(person.id) }),
  drawer: (state, { open }) => ({ ...state, isDrawerOpen: open }),
  nameForm: (state, { open }) => ({ ...state, naming: { ...state.naming, open, failure: null } }),
  nameAsked: (state, { name, ref }) => ({
    ...state,
    naming: { ...state.naming, asked: name, ref, failure: null },
  }),
  visible: (state, { isVisible }) => {
    const next = { ...state, isVisible };
    return isVisible ? readCurrent(next) : next;
  },
  notice: (state, { notice }) => ({ ...state, notice }),
  written: (state, { key, ref, text, at }) =>
    withConversation({ ...state, notice: null }, key, (conversation) =>
      append(conversation, {
        key: ref,
        kind: 'message',
        ref,
        at,
        text,
        own: true,
        fromId: state.me?.id,
        fromName: state.me?.name,
        status: 'waiting',
      }),
    ),
  sending: (state, { ref }) =>
    changeEntry(state, ref, {
      status: 'sending',
      failure: undefined,
      fromId: state.me?.id,
      fromName: state.me?.name,
    }),
  failed: (state, { ref, failure }) => changeEntry(state, ref, { status: 'failed', failure }),
  retried: (state, { ref }) => changeEntry(state, ref, { status: 'waiting', failure: undefined }),
};

/**
 * @param {State} state
 * @param {{act: keyof acts} & Record<string, any>} action
 * @returns {State}
 */
export const act = (state, action) => acts[action.act](state, action);
