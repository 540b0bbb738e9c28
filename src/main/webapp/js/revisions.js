/**
 * How edits, deletions and reactions change a message, in whatever order they are told and however
 * often: for each thing that can change, what happened last in the room counts.
 *
 * @typedef {object} Reaction
 * @property {string} emoji
 * @property {number} count absolute; 0 if all were taken back, of which the time has to be kept
 * @property {boolean} mine
 *
 * @typedef {object} Revision an event about a message that was stored before
 * @property {'message_edited' | 'message_deleted' | 'reaction'} type
 * @property {number} seq
 * @property {{message_id: number} & Record<string, any>} content
 *
 * An entry is known `asOf` a `seq`; `later` has the `seq` of each thing that changed after that.
 */
const TYPES = new Set(['message_edited', 'message_deleted', 'reaction']);

/** So many that came before what they are about are kept. */
const MAX_EARLY = 500;

export const isRevision = ({ type, content, seq }) =>
  TYPES.has(type) && Number.isInteger(seq) && Number.isInteger(content?.message_id);

/** What is shown of a message that is known in this state. */
export const stateFrom = ({ reactions, edited_at: editedAt, deleted_at: deletedAt }) => ({
  reactions: reactions ?? [],
  editedAt,
  deletedAt,
});

const GONE = { text: '', image: undefined, reactions: [] };

const changes = {
  message_edited(entry, { seq, content }) {
    const text = { text: content.content, editedAt: content.edited_at };
    return changed(entry, { text: seq }, text);
  },

  message_deleted: (entry, { content }) => ({
    ...entry,
    ...GONE,
    deletedAt: content.deleted_at,
  }),

  reaction(entry, { seq, content }, myId) {
    const { emoji, count, on, user_id: by } = content;
    const counted = changed(
      entry,
      { [`count ${emoji}`]: seq },
      withReaction(entry, emoji, { count }),
    );
    if (by !== myId) return counted;
    return changed(counted, { [`mine ${emoji}`]: seq }, withReaction(counted, emoji, { mine: on }));
  },
};

/** Unless something that happened after it is known. */
function changed(entry, at, change) {
  const [[aspect, seq]] = Object.entries(at);
  if (seq <= (entry.later?.[aspect] ?? entry.asOf)) return entry;
  return { ...entry, ...change, later: { ...entry.later, ...at } };
}

function withReaction({ reactions = [] }, emoji, change) {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (!known) return { reactions: [...reactions, { emoji, count: 0, mine: false, ...change }] };
  const replaced = (reaction) => (reaction === known ? { ...known, ...change } : reaction);
  return { reactions: reactions.map(replaced) };
}

/** The entry after the event; what is deleted stays so. */
const revised = (entry, revision, myId) =>
  entry.deletedAt ? entry : changes[revision.type](entry, revision, myId);

/**
 * The conversation after the event. What it is about may still be on its way, as it was before;
 * the event waits for it.
 */
export function revise(conversation, revision, myId) {
  const { entries, early } = conversation;
  const entry = entries.find(({ id }) => id === revision.content.message_id);
  if (!entry) return { ...conversation, early: [...early, { revision, myId }].slice(-MAX_EARLY) };
  const next = revised(entry, revision, myId);
  if (next === entry) return conversation;
  return { ...conversation, entries: entries.map((one) => (one === entry ? next : one)) };
}

/** A message that comes after what happened to it. */
export const overtaken = (entry, { early }) =>
  early
    .filter(({ revision }) => revision.content.message_id === entry.id)
    .reduce((known, { revision, myId }) => revised(known, revision, myId), entry);

/**
 * What is known of a message, with its state as of some `seq` taken in.
 *
 * @param {import('./conversation.js').Entry} known
 * @param {import('./conversation.js').Entry} told of the same message
 */
export function merged(known, told) {
  if (known.deletedAt || !(told.asOf > known.asOf)) return known;
  if (told.deletedAt) return { ...known, ...GONE, deletedAt: told.deletedAt };
  const later = Object.fromEntries(
    Object.entries(known.later ?? {}).filter(([, seq]) => seq > told.asOf),
  );
  const { text, editedAt } = 'text' in later ? known : told;
  return {
    ...known,
    asOf: told.asOf,
    later,
    text,
    editedAt,
    reactions: mergedReactions(known, told, later),
  };
}

function mergedReactions(known, told, later) {
  const emoji = new Set([...told.reactions, ...known.reactions].map((reaction) => reaction.emoji));
  const of = (entry, name) => entry.reactions.find((reaction) => reaction.emoji === name);
  return [...emoji].map((name) => ({
    emoji: name,
    count: of(`count ${name}` in later ? known : told, name)?.count ?? 0,
    mine: of(`mine ${name}` in later ? known : told, name)?.mine ?? false,
  }));
}
