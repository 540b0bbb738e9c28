/** Those who have an account, as an administrator is told of them, a page at a time. */
import { inAdmin } from './moderation.js';

/**
 * @typedef {object} Census
 * @property {string} ref of what was asked last
 * @property {string} name how the names begin
 * @property {boolean} isMore what was asked for comes behind what is there
 * @property {readonly {id: number, name: string, role: string, kind: string, created_at: number,
 *   online: boolean, banned?: true, muted?: true}[]} list
 * @property {boolean} hasMore
 * @property {boolean} isKnown there was an answer
 */

/** @type {Census} */
const NOBODY = { ref: '', name: '', isMore: false, list: [], hasMore: false, isKnown: false };

export const censusActs = {
  peopleSought: (state, { ref, name, isMore }) =>
    inAdmin(state, { people: { ...(state.dialog?.people ?? NOBODY), ref, name, isMore } }),
};

export const censusHandlers = {
  /** An answer to what is not asked any more is too late. */
  people(state, { ref, content, has_more: hasMore }) {
    const known = state.dialog?.people;
    if (!known || known.ref !== ref) return state;
    const list = known.isMore ? [...known.list, ...content] : content;
    return inAdmin(state, { people: { ...known, list, hasMore, isKnown: true } });
  },
};
