/**
 * Notices a line that died without a word. The page cannot see the server's ping frames, so after
 * a silence it asks with a message of its own, and without an answer calls the line dead.
 */
import { request } from './protocol.js';

const SILENCE_MS = 20_000;
const ANSWER_MS = 10_000;
const WAKE_ANSWER_MS = 4_000;

/**
 * @param {object} deps
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(message: object) => boolean} deps.send
 * @param {() => void} deps.onDead
 */
export function createHeartbeat({ timers, send, onDead }) {
  let timer;

  function after(ms, then) {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(then, ms);
  }

  function ask(answerMs) {
    send(request.ping());
    after(answerMs, onDead);
  }

  return {
    /** Something arrived, or the line was just opened. */
    heard: () => after(SILENCE_MS, () => ask(ANSWER_MS)),
    /** The machine woke up or its network came back: find out soon. */
    probe: () => ask(WAKE_ANSWER_MS),
    stop: () => timers.clearTimeout(timer),
  };
}
