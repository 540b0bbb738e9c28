/** What the page asks of the server about rooms and people; each is answered by its `ref`. */

/** A private conversation has no room on the way to the server, but somebody it is with. */
const place = ({ key, personId }) => (personId === null ? { room: key } : { to_id: personId });

/** By number, or by name where no number is known. */
const official = (type, { id, username, reason }) => ({
  type,
  target_id: id,
  username: id === undefined ? username : undefined,
  reason: reason || undefined,
});

export const ask = {
  createRoom: ({ room, topic, isPrivate, isAnnouncement }) => ({
    type: 'create_room',
    room,
    topic: topic || undefined,
    private: isPrivate || undefined,
    announcement: isAnnouncement || undefined,
  }),
  setTopic: ({ room, topic }) => ({ type: 'set_topic', room, topic }),
  archive: ({ room, archived }) => ({ type: 'archive_room', room, archived }),
  invite: ({ room, id }) => ({ type: 'invite', room, to_id: id }),
  letWrite: ({ room, id }) => ({ type: 'invite', room, to_id: id, may_write: true }),
  /** Into an open room nobody is invited but to write. */
  stopWriting: ({ isPrivate, ...whom }) => (isPrivate ? ask.invite(whom) : ask.uninvite(whom)),
  uninvite: ({ room, id }) => ({ type: 'uninvite', room, to_id: id }),
  ignore: ({ id, on }) => ({ type: 'ignore', to_id: id, on }),
  /** A receipt, given on purpose. */
  read: ({ id }) => ({ type: 'read', message_id: id }),
  typing: (conversation, isTyping) => ({
    type: 'typing',
    is_typing: isTyping,
    ...place(conversation),
  }),
  kick: (whom) => official('kick', whom),
  mute: (whom) => ({ ...official('mute', whom), seconds: whom.seconds }),
  unmute: (whom) => official('unmute', whom),
  ban: (whom) => ({ ...official('ban', whom), seconds: whom.seconds }),
  unban: (whom) => official('unban', whom),
  setRole: (whom) => ({ ...official('set_role', whom), role: whom.role }),
  stats: () => ({ type: 'get_stats' }),
  config: () => ({ type: 'get_config' }),
  people: ({ name, after }) => ({ type: 'get_people', name: name || undefined, after }),
  createInvitation: ({ uses, seconds }) => ({ type: 'create_invitation', uses, seconds }),
  tokens: () => ({ type: 'get_tokens' }),
  createToken: ({ called, scopes, seconds, bot }) => ({
    type: 'create_token',
    name: called,
    scopes: scopes.join(','),
    seconds,
    bot: bot || undefined,
  }),
  revokeToken: ({ id }) => ({ type: 'revoke_token', id }),
  audit: ({ before }) => ({ type: 'get_audit', before }),
  claimAdmin: ({ token }) => ({ type: 'claim_admin', token }),
  restraints: () => ({ type: 'get_restraints' }),
  slowMode: ({ room, seconds }) => ({ type: 'set_slow_mode', room, seconds }),
  lockdown: ({ on }) => ({ type: 'lockdown', on }),
  report: ({ id, reason }) => ({ type: 'report', message_id: id, reason: reason || undefined }),
  changePassword: ({ password, next }) => ({
    type: 'change_password',
    password,
    new_password: next,
  }),
  sessions: () => ({ type: 'get_sessions' }),
  /** Without an `id`, all but this one. */
  endSessions: ({ id }) => ({ type: 'end_sessions', id }),
  search: ({ query, beforeId }) => ({ type: 'search', query, before_id: beforeId }),
};
