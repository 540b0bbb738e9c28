/**
 * Who is told of what, once: of what came while nobody looked at it, a moment later, if it has not
 * been read anywhere by then, and by one of the tabs of the same person in this browser.
 */
import { isMuted, levelOf } from './preferences.js';
import { phaseOf } from './store.js';
import { isMention } from './unread.js';

/** In which what is read on another device is known here, and the tabs agree who tells. */
const WAIT_MS = 1_500;

export const isQuiet = ({ preferences: { quietUntil } }, now) => quietUntil > now;

const isRead = ({ unread, read }, seq) =>
  unread === 0 || (read?.unread === 0 && read.upTo >= seq);

const newestOf = ({ entries }) => entries.findLast(({ seq }) => seq !== undefined)?.seq ?? 0;

/** Up to where something was told of before there was anybody to tell. */
const baseOf = ({ reach, read, entries }, isLive) =>
  isLive && entries.length
    ? (read?.upTo ?? newestOf({ entries }))
    : Math.max(reach.goal ?? 0, reach.last ?? 0, read?.upTo ?? 0, newestOf({ entries }));

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.now
 * @param {number} deps.tab a number that no other tab has
 * @param {{postMessage: Function, onmessage: Function} | null} deps.channel to the other tabs
 * @param {(conversation: object, entry: object) => {close: Function} | null} deps.show
 * @param {() => void} deps.play
 * @param {() => void} deps.offer
 */
export function createTelling({ timers, now, tab, channel, show, play, offer }) {
  let state = null;
  let me;
  let wasLive = false;
  /** @type {Map<string, number>} by conversation, up to which `seq` it was looked through */
  const through = new Map();
  /** @type {Map<string, {entry: object, timer: any, wasHidden: boolean}>} what may be told soon */
  const waiting = new Map();
  /** @type {Map<string, {seq: number, close: Function}>} what is shown by the system */
  const shown = new Map();
  /** @type {Set<number>} ids of messages that another tab tells of, or that were seen there */
  const others = new Set();

  const say = (message) => channel?.postMessage({ ...message, me, tab });

  if (channel)
    channel.onmessage = ({ data }) => {
      if (data.me !== me) return;
      if (data.seen || data.tab < tab) others.add(data.id);
      const conversation = state.conversations.get(data.key);
      const isHere = conversation && newestOf(conversation) >= data.seq;
      const isSeen = isHere && isRead(conversation, data.seq);
      const isShown = shown.get(data.key)?.seq >= data.seq;
      if (!data.seen && (isSeen || isShown)) say({ ...data, seen: true });
    };

  const isWanted = (key, entry) =>
    levelOf(state, key) === 'all' ||
    (levelOf(state, key) === 'mentions' && isMention(entry, state.me));

  const isNews = ({ key }, entry) =>
    entry.kind === 'message' &&
    entry.seq > through.get(key) &&
    !entry.own &&
    !entry.deletedAt &&
    !state.ignored.has(entry.fromId) &&
    isWanted(key, entry);

  function lookThrough(conversation) {
    const { key, entries } = conversation;
    if (!wasLive || !through.has(key)) through.set(key, baseOf(conversation, wasLive));
    const newest = newestOf(conversation);
    if (newest <= through.get(key)) return;
    const entry = entries.findLast((one) => isNews(conversation, one));
    through.set(key, newest);
    if (entry && !isRead(conversation, entry.seq)) wait(key, entry);
  }

  function wait(key, entry) {
    const { timer = timers.setTimeout(() => tell(key), WAIT_MS) } = waiting.get(key) ?? {};
    waiting.set(key, { entry, timer, wasHidden: !state.isVisible });
    say({ key, id: entry.id, seq: entry.seq });
  }

  function tell(key) {
    const { entry, wasHidden } = waiting.get(key);
    waiting.delete(key);
    const conversation = state.conversations.get(key);
    if (!conversation || isRead(conversation, entry.seq) || others.delete(entry.id)) return;
    if (isMuted(state, key) || isQuiet(state, now())) return;
    const { notify, sound } = state.preferences;
    if (notify === null && wasHidden) offer();
    if (sound) play();
    const notification = notify ? show(conversation, entry) : null;
    if (notification) shown.set(key, { seq: entry.seq, close: () => notification.close() });
  }

  function closeRead() {
    for (const [key, { seq, close }] of [...shown]) {
      const conversation = state.conversations.get(key);
      if (conversation && !isRead(conversation, seq)) continue;
      close();
      shown.delete(key);
    }
  }

  function stop() {
    for (const { timer } of waiting.values()) timers.clearTimeout(timer);
    for (const { close } of shown.values()) close();
    for (const all of [through, waiting, shown, others]) all.clear();
    wasLive = false;
  }

  return {
    /** To be called with each new state. */
    follow(next) {
      if (next.me?.id !== me) stop();
      me = next.me?.id;
      state = next;
      for (const conversation of state.conversations.values()) lookThrough(conversation);
      wasLive ||= phaseOf(state) === 'live';
      closeRead();
    },
    stop,
  };
}
