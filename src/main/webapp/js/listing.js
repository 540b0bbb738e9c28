/** What the server lists: which rooms there are, our private conversations, and what is unread. */
import { privateKey } from './protocol.js';
import { factsOf } from './facts.js';
import { withConversation, withPrivate } from './store.js';
import { toldUnread } from './unread.js';

const isPrivate = ({ name }) => name.startsWith(privateKey(''));

/** A private conversation that is only listed is read when somebody opens it. */
function withChat(state, { name: key, user_name: name = key }) {
  if (state.conversations.has(key)) return state;
  const next = withPrivate(state, { id: Number(key.slice(1)), name });
  return withConversation(next, key, (conversation) => ({ ...conversation, loaded: true }));
}

export function rooms(state, { content, ref }) {
  const asked = ref !== undefined && ref === state.asked?.ref ? null : state.asked;
  const listed = {
    ...state,
    rooms: content.filter((told) => !isPrivate(told)).map(factsOf),
    areRoomsKnown: true,
    asked,
  };
  const withChats = content.filter(isPrivate).reduce(withChat, listed);
  return content.reduce(
    (next, told) =>
      withConversation(next, told.name, (conversation) => toldUnread(conversation, told, next)),
    withChats,
  );
}
