/**
 * Who was invited into the room that a dialog is about, and who may write there, as the server
 * tells its owner.
 *
 * @typedef {object} Member
 * @property {number} id
 * @property {string} name
 * @property {boolean} mayWrite
 * @property {boolean} isOnline as it was when the server told it
 *
 * @typedef {object} Members
 * @property {ReadonlyMap<number, Member>} people without the owner
 * @property {number} count how many there are; more than are listed if the server cuts its list
 */
import { mayInvite, roomInfo } from './facts.js';

/** @type {Members} */
const NOBODY = { people: new Map(), count: 0 };

const isAbout = ({ dialog }, room) => dialog?.kind === 'room' && dialog.room === room;

/** The room of which we have to ask who was invited, for somebody looks at it who may know. */
export function unlistedRoom(state) {
  const { dialog } = state;
  const isWanted = dialog?.kind === 'room' && !dialog.members;
  return isWanted && mayInvite(state, roomInfo(state, dialog.room)) ? dialog.room : null;
}

const withMembers = (state, members) => ({ ...state, dialog: { ...state.dialog, members } });

/** What changed while there was no line was not told. */
export const unlisted = (state) => (state.dialog?.members ? withMembers(state, undefined) : state);

/** The server would not tell; it is not asked again while the dialog is open. */
export function refusedMembers(state, room, failure) {
  if (!isAbout(state, room)) return state;
  const { dialog } = withMembers(state, NOBODY);
  return { ...state, dialog: { ...dialog, failure } };
}

const memberFrom = ({ user_id: id, user_name: name, may_write: mayWrite, is_online: isOnline }) => ({
  id,
  name,
  mayWrite,
  isOnline: Boolean(isOnline),
});

/** Changes the list, if it is shown. */
function change(state, room, people, more) {
  if (!isAbout(state, room) || !state.dialog.members) return state;
  const { count } = state.dialog.members;
  return withMembers(state, { people, count: count + more });
}

const listOf = (state) => state.dialog?.members?.people ?? NOBODY.people;

/** Who is invited anew has to be online. */
export function withMember(state, room, content) {
  const before = listOf(state).get(content.user_id);
  const member = { ...memberFrom(content), isOnline: before?.isOnline ?? true };
  const people = new Map(listOf(state)).set(member.id, member);
  return change(state, room, people, before ? 0 : 1);
}

export function withoutMember(state, room, id) {
  const people = new Map(listOf(state));
  return people.delete(id) ? change(state, room, people, -1) : state;
}

/** @returns {string | undefined} what the list calls somebody */
export const listedName = (state, room, id) =>
  isAbout(state, room) ? listOf(state).get(id)?.name : undefined;

export const memberHandlers = {
  members(state, { room, ref, content, members_count: count }) {
    const isAnswer = ref !== undefined && ref === state.asked?.ref;
    const next = isAnswer ? { ...state, asked: null } : state;
    if (!isAbout(next, room)) return next;
    const others = content.filter((member) => !member.is_owner).map(memberFrom);
    const people = new Map(others.map((member) => [member.id, member]));
    return withMembers(next, { people, count: count - (content.length - others.length) });
  },
};
