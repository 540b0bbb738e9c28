/**
 * The line to the server: opened, watched, and opened again until it is told not to.
 *
 * @typedef {{status: 'connecting'} | {status: 'connected'}
 *   | {status: 'waiting', until: number, cause: 'lost' | 'full' | 'unavailable'}
 *   | {status: 'stopped', code: number}} ConnectionState `until` in milliseconds since the epoch
 */
import { backoff } from './backoff.js';
import { createHeartbeat } from './heartbeat.js';
import {
  decodeFrame,
  encode,
  NOT_UNDERSTOOD,
  refOf,
  REPLACED,
  SERVER_FULL,
  STOP_CODES,
  SUBPROTOCOL,
} from './protocol.js';
import { createSlices } from './slices.js';

const LOST = 1006;

/** How long a server may take from the handshake to its greeting. */
const GREETING_MS = 15_000;

/**
 * @param {object} deps
 * @param {string} deps.url
 * @param {() => Promise<string>} [deps.ticket] what is shown on each new line, if that is needed
 * @param {typeof WebSocket} deps.WebSocket
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.random
 * @param {() => number} deps.now milliseconds since the epoch
 * @param {() => boolean} deps.isWatched somebody can be looking at the tab
 * @param {() => object} deps.hello what to begin with, asked for on each new line
 * @param {() => void} deps.onReplaced another has our token; the next `hello` must be without it
 * @param {(state: ConnectionState) => void} deps.onState
 * @param {(envelope: import('./protocol.js').Envelope) => void} deps.onMessage
 */
export function createConnection({
  url,
  ticket,
  WebSocket,
  timers,
  random,
  now,
  isWatched,
  hello,
  onReplaced,
  onState,
  onMessage,
}) {
  /** @type {WebSocket | null} the line in use; what an earlier one still says is ignored */
  let socket = null;
  let retryTimer;
  let greetingTimer;
  let attempt = 0;
  /** @type {number | null} what the server asked for */
  let askedDelayMs = null;
  let isUnavailable = false;
  /** @type {ConnectionState} */
  let state = { status: 'connecting' };

  const slices = createSlices({
    timers,
    now,
    isWatched,
    // One of the lines of a frame may have been the reason to give the line up.
    take: ({ line, envelope }) => socket === line && take(envelope),
  });
  const heartbeat = createHeartbeat({ timers, send, onDead: giveUpLine });

  function become(next) {
    state = next;
    onState(next);
  }

  function connect() {
    timers.clearTimeout(retryTimer);
    become({ status: 'connecting' });
    askedDelayMs = null;
    isUnavailable = false;
    heartbeat.heard();
    if (!ticket) return dial(url);
    const place = { readyState: WebSocket.CONNECTING, close() {} };
    socket = place;
    ticket().then(
      (shown) => socket === place && dial(`${url}?ticket=${encodeURIComponent(shown)}`),
      () => socket === place && ended(LOST),
    );
  }

  function dial(address) {
    const line = new WebSocket(address, [SUBPROTOCOL]);
    line.binaryType = 'arraybuffer';
    socket = line;
    line.onopen = () => socket === line && opened(line);
    line.onmessage = (event) => socket === line && hear(line, event.data);
    line.onclose = (event) => socket === line && closed(line, event.code);
  }

  function opened(line) {
    if (line.protocol !== SUBPROTOCOL) {
      drop();
      return ended(NOT_UNDERSTOOD);
    }
    greetingTimer = timers.setTimeout(giveUpLine, GREETING_MS);
    send(hello());
  }

  function hear(line, data) {
    heartbeat.heard();
    slices.add(decodeFrame(data).map((envelope) => ({ line, envelope })));
  }

  /** What it told counts. */
  function closed(line, code) {
    slices.finish();
    if (socket === line) ended(code);
  }

  function take(envelope) {
    const { type, content } = envelope;
    // Only a greeting proves that the server wants us: a full one accepts, too, before it closes.
    if (type === 'welcome') {
      attempt = 0;
      askedDelayMs = null;
      isUnavailable = false;
      timers.clearTimeout(greetingTimer);
      become({ status: 'connected' });
    }
    if (type === 'going_away') askedDelayMs = content?.retry_after_ms ?? null;
    if (type === 'error' && content?.code === 'unavailable' && !refOf(envelope)) {
      isUnavailable = true;
      // All are told the same time.
      askedDelayMs = (content.retry_after_ms ?? 0) + backoff(attempt, LOST, random);
    }
    onMessage(envelope);
  }

  function ended(code) {
    socket = null;
    heartbeat.stop();
    timers.clearTimeout(greetingTimer);
    if (STOP_CODES.has(code)) return become({ status: 'stopped', code });
    if (code === REPLACED) onReplaced();
    const delayMs = askedDelayMs ?? backoff(attempt, code, random);
    attempt++;
    retryTimer = timers.setTimeout(connect, delayMs);
    become({ status: 'waiting', until: now() + delayMs, cause: causeOf(code) });
  }

  function causeOf(code) {
    if (isUnavailable) return 'unavailable';
    return code === SERVER_FULL ? 'full' : 'lost';
  }

  /** A dead line takes its time to close; nobody needs to wait for that. */
  function giveUpLine() {
    drop();
    ended(LOST);
  }

  function drop() {
    const line = socket;
    socket = null;
    line?.close();
  }

  function send(message) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(encode(message));
    return true;
  }

  return {
    send,
    start: connect,
    /** A person asked for it, so now, whatever was agreed. */
    reconnect() {
      if (state.status === 'waiting' || state.status === 'stopped') connect();
    },
    /** The machine is awake or online again. */
    wake() {
      if (state.status === 'connected') heartbeat.probe();
      if (state.status === 'waiting' && state.cause === 'lost') connect();
    },
    /** Nothing more until a person asks for it. */
    rest(code) {
      timers.clearTimeout(retryTimer);
      drop();
      ended(code);
    },
    /** Leaves for good, and comes anew. */
    restart() {
      drop();
      heartbeat.stop();
      timers.clearTimeout(greetingTimer);
      connect();
    },
    stop() {
      timers.clearTimeout(retryTimer);
      timers.clearTimeout(greetingTimer);
      heartbeat.stop();
      drop();
    },
  };
}
