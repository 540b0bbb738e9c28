/**
 * What is known of a room beside what is said in it, and what one may do there.
 *
 * @typedef {object} RoomInfo absent is what the server did not tell
 * @property {string} name
 * @property {number} online how many are there
 * @property {string} [topic]
 * @property {boolean} [isPrivate] only who was invited knows of it
 * @property {boolean} [isAnnouncement] few may write
 * @property {boolean} [isArchived] nobody may write any more
 * @property {number} [ownerId] absent: it is one of the server's own
 * @property {boolean} [mayWrite]
 * @property {number} [slowSeconds] how long members wait from one message to the next
 * @property {string} [role] what we are there: owner, moderator or read_only; absent: a member
 */

/** What they are called on the wire. */
const NAMES = {
  topic: 'topic',
  private: 'isPrivate',
  announcement: 'isAnnouncement',
  archived: 'isArchived',
  owner_id: 'ownerId',
  may_write: 'mayWrite',
  slow_mode: 'slowSeconds',
  role: 'role',
};

/** @returns {RoomInfo} */
export function factsOf({ name, users_online: online, ...told }) {
  const known = Object.entries(NAMES).filter(([wire]) => (told[wire] ?? null) !== null);
  return { name, online, ...Object.fromEntries(known.map(([wire, to]) => [to, told[wire]])) };
}

/** @returns {RoomInfo} */
export const roomInfo = ({ rooms }, room) =>
  rooms.find(({ name }) => name === room) ?? { name: room, online: 0 };

/** Puts what was just told of a room beside what is known of it. */
export function withFacts(state, room, facts) {
  const isKnown = state.rooms.some(({ name }) => name === room);
  const rooms = isKnown ? state.rooms : [...state.rooms, roomInfo(state, room)];
  const changed = rooms.map((info) => (info.name === room ? { ...info, ...facts } : info));
  return { ...state, rooms: changed };
}

export const isAdmin = ({ account, rosters, me }) =>
  account?.role === 'admin' ||
  [...rosters.values()].some(({ people }) => people.get(me?.id)?.is_admin);

export const isOwner = (state, { ownerId }) => ownerId !== undefined && ownerId === state.me?.id;

/** The server's own rooms have no owner: there everybody may say what they are about. */
export const maySetTopic = (state, info) =>
  !info.isArchived && (info.ownerId === undefined || isOwner(state, info));

export const mayArchive = (state, info) => isOwner(state, info) || isAdmin(state);

export const mayInvite = (state, info) =>
  isOwner(state, info) && !info.isArchived && Boolean(info.isPrivate || info.isAnnouncement);

/** @returns {'archived' | 'announcement' | null} why nothing can be written there */
export function closedBy(state, info) {
  if (info.isArchived) return 'archived';
  const isReadOnly = info.isAnnouncement && !isOwner(state, info) && !info.mayWrite;
  return info.mayWrite === false || isReadOnly ? 'announcement' : null;
}
