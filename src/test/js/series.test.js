import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChat } from '../../main/webapp/js/chat.js';
import * as longAgo from '../../main/webapp/js/longAgo.js';
import { createSession } from '../../main/webapp/js/session.js';
import { currentConversation, phaseOf } from '../../main/webapp/js/store.js';
import { fakeStorage, fakeTimers } from './fakes.js';
import { badNetwork } from './badNetwork.js';
import { modelServer, seeded } from './modelServer.js';

const SERIES = Number(process.env.SERIES ?? 60);
const STEPS = 60;
const EMOJI = ['👍', '🎉'];

/** A page, other people, and all that can happen to them, by chance. */
function play(seed, chances) {
  const random = seeded(seed);
  const timers = fakeTimers();
  const server = modelServer(random);
  const other = server.newUser();
  for (let i = Math.floor(random() * 300); i > 0; i--) server.say(other, `before ${i}`);
  const WebSocket = badNetwork(server, timers, random, chances);
  const storage = fakeStorage();
  const written = { general: [], random: [], private: [] };
  const happened = [];
  let chat;
  let state;

  function open() {
    const session = createSession(() => storage);
    const onChange = (next) => (state = next);
    const deps = { url: '', WebSocket, timers, random, now: timers.now, session, onChange };
    chat = createChat({ ...deps, isWatched: () => true, fetchLongAgo: async () => longAgo });
    chat.start();
  }

  function write(key, texts) {
    chat.act('open', { key });
    const text = `own ${Object.values(written).flat().length}`;
    chat.act('write', { text: random() < 0.2 ? 'again' : text });
    texts.push(text);
  }

  const anyOf = (all) => all[Math.floor(random() * all.length)];

  /** Mostly to what was said last, which the page shows. */
  function change(by, room, how) {
    const type = anyOf(['edit', 'react', 'react', 'delete']);
    const rest = { content: `edited ${random()}`, emoji: anyOf(EMOJI), on: random() < 0.6 };
    how(type, by, room, 1 - random() ** 4, rest);
  }

  const anyRoom = () => (random() < 0.5 ? 'random' : 'general');

  const acts = {
    say: () => server.say(other, `said ${random()}`, anyRoom()),
    join: () => chat.act('join', { room: anyRoom() }),
    leave() {
      const key = anyRoom();
      if (state.conversations.has(key)) chat.act('open', { key });
      chat.act('leave');
    },
    writeInRandom: () => state.conversations.has('random') && write('random', written.random),
    whisper: () => state.me && server.sayPrivately(other, state.me.id, `whispered ${random()}`),
    write: () => state.conversations.has('general') && write('general', written.general),
    writePrivately() {
      if (!state.me) return;
      chat.act('openPrivate', { person: { id: other, name: `User${other}` } });
      write(`@${other}`, written.private);
    },
    othersChange: () => change(other, anyRoom(), server.change),
    changeOwn() {
      const entry = anyOf(currentConversation(state).entries.filter(({ id, own }) => id && own));
      if (!entry || entry.deletedAt) return;
      if (random() < 0.7) chat.act('edit', { id: entry.id, text: `edited ${random()}` });
      else chat.act('remove', { id: entry.id });
    },
    react() {
      const entry = anyOf(currentConversation(state).entries.filter(({ id }) => id));
      if (entry) chat.act('react', { id: entry.id, emoji: anyOf(EMOJI), on: random() < 0.6 });
    },
    wait: () => timers.pass(Math.floor(random() * 400)),
    cut: () => [...server.lines].forEach((line) => line.cut()),
    awake: () => chat.wake(),
    reload() {
      // Without a goodbye now and then, as when the browser is killed.
      if (random() < 0.5) chat.keep();
      const lines = [...server.lines];
      chat.stop();
      lines.forEach((line) => line.close());
      open();
    },
    earlier: () => chat.act('earlier'),
    longSilence() {
      [...server.lines].forEach((line) => line.cut());
      for (let i = random() < 0.2 ? 1_100 : 40; i > 0; i--) server.say(other, `missed ${i}`);
    },
  };
  const odds = {
    say: 8,
    write: 6,
    writeInRandom: 3,
    writePrivately: 2,
    whisper: 3,
    wait: 8,
    join: 3,
    othersChange: 8,
    changeOwn: 3,
    react: 4,
    cut: 2,
    earlier: 2,
  };
  const names = Object.keys(acts).flatMap((name) => Array(odds[name] ?? 1).fill(name));

  open();
  for (let step = 0; step < STEPS; step++) {
    const name = names[Math.floor(random() * names.length)];
    happened.push(name);
    acts[name]();
    if (random() < 0.5) timers.pass(Math.floor(random() * 60));
    assertSane(state);
  }

  // The network is well again, with the line that is there or a new one, and in each room there is
  // something new, by which the page can tell what it missed.
  Object.assign(chances, { late: 0, twice: 0, lost: 0 });
  if (random() < 0.5) [...server.lines].forEach((line) => line.cut());
  timers.pass(120_000);
  server.say(other, 'last');
  server.say(other, 'last', 'random');
  if (state.me) server.sayPrivately(other, state.me.id, 'last');
  for (let i = 0; i < 40; i++) {
    timers.pass(1_000);
    [...server.lines].forEach((line) => line.settle());
  }
  return { state, server, written, other, happened };
}

const stored = ({ entries }) => entries.filter(({ seq }) => seq);

/** Holds at any time: nothing is shown twice, and the order is the server's. */
function assertSane(state) {
  for (const conversation of state.conversations.values()) {
    const seqs = stored(conversation).map(({ seq }) => seq);
    for (let i = 1; i < seqs.length; i++) assert.ok(seqs[i - 1] < seqs[i], `${seqs}`);
    const keys = conversation.entries.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  }
}

const some = (reactions = []) =>
  reactions
    .filter(({ count }) => count > 0)
    .map(({ emoji, count, mine }) => `${emoji} ${count} ${mine}`)
    .sort();

/** The page shows what somebody who came just now would be shown, from where it begins. */
function assertSame(conversation, server, me) {
  const { key, reach } = conversation;
  assert.deepEqual(
    stored(conversation).map(({ seq, text, editedAt, deletedAt, reactions }) => {
      return [seq, text, deletedAt ? undefined : editedAt, deletedAt, some(reactions)];
    }),
    server
      .present(me, key)
      .filter(({ seq }) => seq > reach.from)
      .map(({ seq, content, edited_at: editedAt, deleted_at: deletedAt, reactions }) => {
        return [seq, content, deletedAt ? undefined : editedAt, deletedAt, some(reactions)];
      }),
  );
  assert.equal(reach.last, server.lastSeq(me, key));
  assert.deepEqual(
    conversation.entries.filter(({ kind, status }) => kind === 'message' && status !== 'stored'),
    [],
  );
}

describe('after any series of events the page', () => {
  for (const [name, chances] of Object.entries({
    'on a good network': { late: 0, twice: 0, lost: 0 },
    'with late and repeated messages': { late: 0.1, twice: 0.1, lost: 0 },
    'with lost ones, too': { late: 0.1, twice: 0.1, lost: 0.05 },
  })) {
    it(`knows what the server knows, nothing twice and nothing lost, ${name}`, () => {
      for (let seed = 1; seed <= SERIES; seed++) {
        const played = play(seed, { ...chances });
        const { state, server, written, other, happened } = played;
        try {
          assert.equal(phaseOf(state), 'live');
          const me = state.me.id;
          const ourRooms = ['general', 'random'].filter((room) => state.conversations.has(room));
          assert.deepEqual(server.roomsOf(me).sort(), ourRooms);
          for (const room of ourRooms) assertSame(state.conversations.get(room), server, me);
          const key = `@${other}`;
          if (server.lastSeq(me, key)) assertSame(state.conversations.get(key), server, me);
          for (const { key: name, unread } of state.conversations.values())
            assert.equal(unread, server.unread(me, name), `unread in ${name}`);
          const ours = server.all().filter(({ by }) => by === me);
          assert.equal(ours.length, Object.values(written).flat().length);
        } catch (e) {
          throw new Error(`seed ${seed}: ${happened.join(' ')}`, { cause: e });
        }
      }
    });
  }
});
