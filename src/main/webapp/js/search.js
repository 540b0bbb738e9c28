/**
 * What somebody looks for in all that they may read, and what was found.
 *
 * @typedef {object} Search
 * @property {string} query what was asked last
 * @property {string} [ref] of what is asked and not yet answered
 * @property {boolean} isMore it continues what was found before
 * @property {readonly Found[]} found the newest first
 * @property {boolean} hasMore
 * @property {boolean} isDone there was an answer
 * @property {object | null} failure
 *
 * @typedef {object} Found
 * @property {number} id
 * @property {number} seq
 * @property {string} key of the conversation
 * @property {string} place what that is called
 * @property {number | null} personId with whom it is, if it is private
 * @property {number} fromId
 * @property {string} fromName
 * @property {string} text
 * @property {number} at milliseconds since the epoch
 */
import { personIn } from './roster.js';

/** @type {Search} */
export const NO_SEARCH = {
  query: '',
  isMore: false,
  found: [],
  hasMore: false,
  isDone: false,
  failure: null,
};

const withSearch = (state, change) => ({ ...state, search: { ...state.search, ...change } });

export const searchErrands = {
  errandAsked: (state, { ref, errand: { query, isMore } }) =>
    withSearch(state, { query, ref, isMore, failure: null }),
  /** The answer itself is taken as it comes. */
  errandDone: (state) => state,
  errandRefused: (state, { ref, failure }) =>
    state.search.ref === ref ? withSearch(state, { ref: undefined, failure }) : state,
};

export const searchHandlers = {
  search_results(state, { content, ref, has_more: hasMore = false }) {
    const { search } = state;
    if (ref === undefined || ref !== search.ref) return state;
    const news = content.map((envelope) => foundIn(state, envelope));
    const found = search.isMore ? [...search.found, ...news] : news;
    return withSearch(state, { ref: undefined, found, hasMore, isDone: true });
  },
};

function foundIn(state, envelope) {
  const { id, seq, room: key, content, from_id: fromId, from_name: fromName } = envelope;
  const personId = key.startsWith('@') ? Number(key.slice(1)) : null;
  const words = typeof content === 'string' ? content : content.alt || content.url;
  const place = personId === null ? key : withWhom(state, envelope, personId);
  const at = envelope.sent_at ?? envelope.timestamp * 1000;
  return { id, seq, key, place, personId, fromId, fromName, text: words, at };
}

function withWhom(state, { room, to_name: toName, from_id: fromId, from_name: fromName }, id) {
  const known = personIn(state, id)?.name ?? state.conversations.get(room)?.name;
  return known ?? toName ?? (fromId === id ? fromName : room);
}
