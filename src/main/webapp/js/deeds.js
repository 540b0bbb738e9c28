/**
 * What somebody does in the page about rooms and people, beyond changing what is shown: by buttons,
 * dialogs and commands.
 */
import { ask } from './asks.js';
import { administers } from './moderation.js';
import { isRoom } from './rooms.js';
import { acquaintances } from './roster.js';
import { currentConversation } from './store.js';
import { addressed, parseCommand, roomNamed } from './slash.js';
import { firstUnread } from './unread.js';

/**
 * @param {object} deps
 * @param {() => import('./store.js').State} deps.state
 * @param {ReturnType<typeof import('./errands.js').createErrands>} deps.errands
 * @param {(action: object) => void} deps.dispatch
 * @param {(name: string, details: object) => any} deps.act what else can be done
 */
export function createDeeds({ state, errands, dispatch, act }) {
  const refuse = (notice) => {
    dispatch({ act: 'notice', notice });
    return false;
  };
  const run = (name, where) => (details) =>
    errands.run(ask[name](details), { for: where, name, ...details });

  /** Whoever looks at the list of those who are banned or muted sees it change. */
  const lifting = (name) => (details) => {
    run(name, 'dialog')(details);
    if (state().dialog?.kind === 'admin') deeds.look({ section: 'bans' });
  };

  const commands = {
    nick: ({ words }) => act('chooseName', { name: words }),
    join: ({ words }) => act('join', { room: roomNamed(words) }),
    help: () => act('dialog', { kind: 'commands' }),
    topic({ words }) {
      const room = state().current;
      if (!isRoom(state().conversations.get(room))) return refuse({ code: 'no_room' });
      if (words === '') return act('dialog', { kind: 'room', room });
      return deeds.setTopic({ room, topic: words });
    },
    part({ words }) {
      const room = roomNamed(words) || state().current;
      const conversation = state().conversations.get(room);
      if (!conversation || !isRoom(conversation)) return refuse({ code: 'not_in_room' });
      act('open', { key: room });
      return act('leave');
    },
    msg({ words }) {
      const { person, text } = addressed(words, acquaintances(state()));
      if (!person) return refuse({ code: 'nobody_called', words });
      act('openPrivate', { person });
      return text === '' || act('post', { text });
    },
    unknown: ({ word }) => refuse({ code: 'unknown_command', word }),
    incomplete: ({ command }) => refuse({ code: `incomplete_${command}` }),
  };

  const deeds = {
    createRoom: run('createRoom', 'dialog'),
    setTopic: run('setTopic', 'dialog'),
    archive: run('archive', 'dialog'),
    invite: run('invite', 'dialog'),
    letWrite: run('letWrite', 'dialog'),
    stopWriting: run('stopWriting', 'dialog'),
    uninvite: run('uninvite', 'dialog'),
    ignore: run('ignore', 'notice'),
    changePassword({ password, next }) {
      // What is shown of an errand is kept; this is not to be.
      errands.run(ask.changePassword({ password, next }), {
        for: 'dialog',
        name: 'changePassword',
      });
    },
    kick: run('kick', 'dialog'),
    mute: run('mute', 'dialog'),
    unmute: lifting('unmute'),
    ban: run('ban', 'dialog'),
    unban: lifting('unban'),
    setRole: run('setRole', 'dialog'),
    claimAdmin({ token }) {
      errands.run(ask.claimAdmin({ token }), { for: 'dialog', name: 'claimAdmin' });
    },
    createInvitation: run('createInvitation', 'dialog'),
    createToken(details) {
      run('createToken', 'dialog')(details);
      errands.tell(ask.tokens(), { for: 'notice' });
    },
    revokeToken: run('revokeToken', 'dialog'),
    /** Those who have an account, or of whom that is the beginning of the name. */
    people({ name = state().dialog?.people?.name ?? '', after }) {
      const ref = errands.tell(ask.people({ name, after }), { for: 'notice' });
      dispatch({ act: 'peopleSought', ref, name, isMore: after !== undefined });
    },
    /** What a section of the administrator's view is made of is asked for when it is looked at. */
    look({ section }) {
      const asks = { numbers: 'stats', bans: 'restraints', acts: 'audit', settings: 'config' };
      if (section === 'people' && administers(state())) return deeds.people({});
      const name = asks[section];
      if (name) errands.tell(ask[name]({}), { for: 'notice' });
    },
    moreActs: ({ before }) => errands.tell(ask.audit({ before }), { for: 'notice' }),
    slowMode: run('slowMode', 'dialog'),
    lockdown: run('lockdown', 'dialog'),
    report: run('report', 'dialog'),
    endSessions: run('endSessions', 'dialog'),
    profile() {
      dispatch({ act: 'dialog', kind: 'profile' });
      errands.tell(ask.sessions(), { for: 'notice' });
      errands.tell(ask.tokens(), { for: 'notice' });
    },
    /** There is no answer unless it is no. */
    receipt({ id }) {
      dispatch({ act: 'receiptGiven', id });
      errands.tell(ask.read({ id }), { for: 'receipt', id });
    },
    search({ query, beforeId }) {
      const errand = { for: 'search', query, isMore: beforeId !== undefined };
      errands.run(ask.search({ query, beforeId }), errand);
    },
    /** Shows a message that was found, where it was said. */
    goTo({ key, seq, personId, place, words }) {
      if (personId !== null) act('openPrivate', { person: { id: personId, name: place } });
      else if (state().conversations.has(key)) act('open', { key });
      else act('join', { room: key });
      dispatch({ act: 'closeDialog' });
      if (seq !== undefined) dispatch({ act: 'seek', key, seq, words });
    },
    firstUnread() {
      const conversation = currentConversation(state());
      const first = firstUnread(conversation, state().ignored);
      if (!first) return refuse({ code: 'nothing_unread' });
      return dispatch({ act: 'seek', key: conversation.key, ...first });
    },
    /** To what was said since then, in milliseconds since the epoch. */
    goToTime({ at }) {
      dispatch({ act: 'closeDialog' });
      dispatch({ act: 'seek', key: state().current, at });
    },
    /** What an address names. */
    visit({ key, seq }) {
      const isPrivate = key.startsWith('@');
      const place = state().conversations.get(key)?.name ?? key;
      if (isPrivate && !/^@[1-9]\d*$/.test(key)) return refuse({ code: 'not_there' });
      deeds.goTo({ key, seq, personId: isPrivate ? Number(key.slice(1)) : null, place });
    },
    /** @returns {boolean} false if it stays with its writer, to be mended */
    write(details) {
      const command = details.image ? { name: 'say' } : parseCommand(details.text);
      if (command.name !== 'say') return commands[command.name](command) !== false;
      return act('post', { ...details, text: command.text ?? details.text });
    },
  };
  return deeds;
}
