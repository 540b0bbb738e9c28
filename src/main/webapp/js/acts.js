/** How what is done in the page changes the state. */
import { accountActs } from './account.js';
import { censusActs } from './census.js';
import { append, giveUpAsking, replace, topOf, without } from './conversation.js';
import { dialogActs } from './dialogs.js';
import { errandActs } from './errandActs.js';
import { farActs, refusedFar, withFar } from './far.js';
import { forgetStored } from './forgetting.js';
import { refusedMembers, unlisted } from './members.js';
import { preferenceActs } from './preferences.js';
import { privateKey } from './protocol.js';
import { isRoom, leave, left, refusedRoom, withRoom } from './rooms.js';
import { personIn } from './roster.js';
import { seekActs } from './seek.js';
import { conversationOf, withConversation, withPrivate, written } from './store.js';
import { tieActs } from './ties.js';
import { typingActs } from './typing.js';
import { recount, withoutDividers } from './unread.js';

const changeEntry = (state, ref, change) =>
  withConversation(state, conversationOf(state, ref)?.key, (conversation) =>
    replace(conversation, ref, change),
  );

/** One that was only listed is asked for. */
const wanted = (conversation) =>
  conversation.loaded && conversation.reach.last === null
    ? { ...conversation, loaded: false }
    : conversation;

const wantingEarlier = (conversation) =>
  conversation.wantsEarlier || topOf(conversation) !== 'more'
    ? conversation
    : { ...conversation, wantsEarlier: true };

const acts = {
  ...accountActs,
  ...censusActs,
  ...dialogActs,
  ...errandActs,
  ...farActs,
  ...preferenceActs,
  ...seekActs,
  ...tieActs,
  ...typingActs,
  /** A line counts from its greeting on, and what we missed comes with that. */
  connection: (state, { connection }) => ({
    ...unlisted(state),
    connection,
    conversations:
      connection.status === 'connected'
        ? withoutDividers(state.conversations)
        : state.conversations,
    isGreeting: connection.status === 'connected',
    areRoomsKnown: false,
    areRoomsOthers: false,
    asked: null,
  }),
  /** Our token is somebody else's now, and with it who we were. */
  replaced: (state) => ({
    ...forgetStored(state, true),
    me: null,
    naming: { ...state.naming, open: true, failure: null },
    notice: { code: 'replaced' },
  }),
  asked: (state, { question }) => ({ ...state, asked: question }),
  /** There was no answer, and the question can be asked again. */
  unanswered: (state) => ({ ...state, asked: null }),
  /** The answer was no. */
  refused: (state, { failure }) => {
    const { kind, room } = state.asked;
    const next = { ...state, asked: null };
    if (kind === 'far') return refusedFar(next, state.asked);
    if (kind === 'sought') return { ...next, sought: null, notice: failure };
    if (kind === 'rooms') return { ...next, areRoomsKnown: true };
    if (kind === 'members') return refusedMembers(next, room, failure);
    if (kind === 'join') return refusedRoom(next, room, failure);
    if (kind === 'leave') return left(next, room);
    return withConversation({ ...next, isGreeting: false }, room, giveUpAsking);
  },
  /** It is some time since the server told which rooms there are. */
  roomsAreOld: (state) => ({ ...state, areRoomsKnown: false, areRoomsOthers: false }),
  join: (state, { room }) => acts.open(withRoom(state, room, true, state), { key: room }),
  leave: (state) => ({ ...leave(state, state.room), isAtEnd: true }),
  earlier: (state) =>
    state.far?.key === state.current
      ? withFar(state, state.current, wantingEarlier)
      : withConversation(state, state.current, wantingEarlier),
  open(state, { key }) {
    const room = isRoom(state.conversations.get(key)) ? key : state.room;
    const isAtEnd = key !== state.current || state.isAtEnd;
    const far = key === state.current ? state.far : null;
    const next = { ...state, current: key, room, far, isAtEnd, isDrawerOpen: false, notice: null };
    return withConversation(next, key, wanted);
  },
  /** From a private conversation to the room that was left for it. */
  back: (state) => acts.open(state, { key: state.room }),
  /** Somebody may have another name since they said what they are chosen by. */
  openPrivate: (state, { person }) =>
    acts.open(withPrivate(state, personIn(state, person.id) ?? person), {
      key: privateKey(person.id),
    }),
  width: (state, { isNarrow }) =>
    isNarrow === state.isNarrow ? state : { ...state, isNarrow, isDrawerOpen: false },
  drawer: (state, { open }) => ({ ...state, isDrawerOpen: open }),
  nameForm: (state, { open }) => ({ ...state, naming: { ...state.naming, open, failure: null } }),
  nameAsked: (state, { name, ref }) => ({
    ...state,
    naming: { ...state.naming, asked: name, ref, failure: null },
  }),
  clock: (state, { aheadMs }) => ({ ...state, aheadMs }),
  visible: (state, { isVisible }) =>
    isVisible === state.isVisible ? state : { ...state, isVisible },
  /** The reader came to the end of what is shown, or went back in it. */
  atEnd: (state, { isAtEnd }) => ({ ...state, isAtEnd }),
  notice: (state, { notice }) => ({ ...state, notice }),
  written: (state, { key, ...item }) =>
    withConversation({ ...state, far: null, notice: null }, key, (conversation) =>
      append({ ...conversation, composing: null }, written(state.me, item)),
    ),
  /** The next that is written answers a message, or takes the place of one. */
  compose: (state, { composing }) =>
    withConversation({ ...state, notice: null }, state.current, (conversation) => {
      return { ...conversation, composing };
    }),
  /** The server would not have that change. What was written is offered again. */
  refusedChange: (state, { key, edit, failure }) =>
    withConversation({ ...state, notice: failure }, key, (conversation) =>
      edit && !conversation.composing ? { ...conversation, composing: edit } : conversation,
    ),
  sending: (state, { ref }) =>
    changeEntry(state, ref, {
      status: 'sending',
      isSent: true,
      failure: undefined,
      fromId: state.me?.id,
      fromName: state.me?.name,
    }),
  waiting: (state, { ref }) => changeEntry(state, ref, { status: 'waiting', failure: undefined }),
  failed: (state, { ref, failure }) => changeEntry(state, ref, { status: 'failed', failure }),
  discarded: (state, { ref }) =>
    withConversation(state, conversationOf(state, ref)?.key, (one) => without(one, ref)),
};

/**
 * @param {import('./store.js').State} state
 * @param {{act: keyof acts} & Record<string, any>} action
 * @returns {import('./store.js').State}
 */
export const act = (state, action) => recount(state, acts[action.act](state, action));
