/**
 * The line to the server: opened, watched, and opened again until it is told not to.
 *
 * @typedef {{status: 'connecting'} | {status: 'connected'}
 *   | {status: 'waiting', until: number, full: boolean}
 *   | {status: 'stopped', code: number}} ConnectionState `until` in milliseconds since the epoch
 */
import { backoff } from './backoff.js';
import { createHeartbeat } from './heartbeat.js';
import { decode, encode, SERVER_FULL, STOP_CODES } from './protocol.js';

const LOST = 1006;

/**
 * @param {object} deps
 * @param {string} deps.url
 * @param {typeof WebSocket} deps.WebSocket
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {() => number} deps.random
 * @param {() => number} deps.now milliseconds since the epoch
 * @param {(state: ConnectionState) => void} deps.onState
 * @param {(envelope: import('./protocol.js').Envelope) => void} deps.onMessage
 */
export function createConnection({ url, WebSocket, timers, random, now, onState, onMessage }) {
  /** @type {WebSocket | null} the line in use; what an earlier one still says is ignored */
  let socket = null;
  let retryTimer;
  let attempt = 0;
  /** @type {number | null} what a server going away asked for */
  let askedDelayMs = null;
  /** @type {ConnectionState} */
  let state = { status: 'connecting' };

  const heartbeat = createHeartbeat({ timers, send, onDead: giveUpLine });

  function become(next) {
    state = next;
    onState(next);
  }

  function connect() {
    timers.clearTimeout(retryTimer);
    become({ status: 'connecting' });
    const line = new WebSocket(url);
    socket = line;
    line.onmessage = (event) => socket === line && hear(event.data);
    line.onclose = (event) => socket === line && ended(event.code);
    heartbeat.heard();
  }

  function hear(data) {
    heartbeat.heard();
    const envelope = decode(data);
    if (!envelope) return;
    // Only a greeting proves that the server wants us: a full one accepts, too, before it closes.
    if (envelope.type === 'welcome') {
      attempt = 0;
      become({ status: 'connected' });
    }
    if (envelope.type === 'going_away') askedDelayMs = envelope.content?.retry_after_ms ?? null;
    onMessage(envelope);
  }

  function ended(code) {
    socket = null;
    heartbeat.stop();
    if (STOP_CODES.has(code)) return become({ status: 'stopped', code });
    const delayMs = askedDelayMs ?? backoff(attempt++, code, random);
    askedDelayMs = null;
    retryTimer = timers.setTimeout(connect, delayMs);
    become({ status: 'waiting', until: now() + delayMs, full: code === SERVER_FULL });
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
      if (state.status === 'waiting' && !state.full) connect();
    },
    stop() {
      timers.clearTimeout(retryTimer);
      heartbeat.stop();
      drop();
    },
  };
}
