/** How order is kept: what we may do to others, and how the state changes when it is done to us. */

/** Who may do what to others, in rising order. */
const RANKS = ['member', 'moderator', 'admin'];

const rankOf = ({ account }) => RANKS.indexOf(account?.role ?? 'member');

/** Whether we keep order in the whole chat; whom we may act on, the server knows. */
export const keepsOrder = (state) => rankOf(state) > 0;

export const administers = (state) => rankOf(state) > 1;

/** @returns {number} until when we may say nothing, in milliseconds of this machine; 0: we may */
export function mutedUntil({ muted, aheadMs }, now) {
  const until = muted ? muted.until * 1000 - aheadMs : 0;
  return until > now ? until : 0;
}

const endOf = ({ timestamp, content: { retry_after_ms: ms } }) =>
  ms ? timestamp + Math.ceil(ms / 1000) : undefined;

/** What an error says of us beside that something was refused. */
export function noteRefusal(state, envelope) {
  const { code, message } = envelope.content;
  const until = endOf(envelope);
  if (code === 'banned') return { ...state, removal: { code, until, reason: message } };
  if (code !== 'muted' || until === undefined) return state;
  return { ...state, muted: { until, reason: state.muted?.reason ?? '' } };
}

export const moderationHandlers = {
  kicked: (state, { content: { reason } }) => ({ ...state, removal: { code: 'kicked', reason } }),
  muted: (state, { content: { until, reason } }) => ({ ...state, muted: { until, reason } }),
  unmuted: (state) => ({ ...state, muted: null }),
  /** Without a room it is told of us. */
  role_changed(state, { room, content: { user_id: id, role, is_admin: isAdmin } }) {
    if (room === undefined) return { ...state, account: { role } };
    const roster = state.rosters.get(room);
    const person = roster?.people.get(id);
    if (!person) return state;
    const people = new Map(roster.people).set(id, {
      ...person,
      is_admin: isAdmin,
      is_moderator: role === 'moderator',
    });
    return { ...state, rosters: new Map(state.rosters).set(room, { ...roster, people }) };
  },
  restraints: (state, { content }) => inAdmin(state, { restraints: content }),
  config: (state, { content }) => inAdmin(state, { settings: content }),
  stats: (state, { content }) =>
    inAdmin({ ...state, isLockedDown: Boolean(content.lockdown) }, { stats: content }),
  invitation: (state, { content }) => inAdmin(state, { invitation: content }),
  lockdown: (state, { content: { on } }) => ({ ...state, isLockedDown: on }),
  /** Older ones are added to those that are shown. */
  audit(state, { content, has_more: hasMoreActs }) {
    const known = state.dialog?.acts ?? [];
    const isOlder = known.length > 0 && content[0]?.number < known.at(-1).number;
    return inAdmin(state, { acts: isOlder ? [...known, ...content] : content, hasMoreActs });
  },
};

/** What an administrator looks at is kept as long as they do. */
export const inAdmin = (state, told) =>
  state.dialog?.kind === 'admin' ? { ...state, dialog: { ...state.dialog, ...told } } : state;
