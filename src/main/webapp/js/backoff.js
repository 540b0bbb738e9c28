/**
 * How long to wait before the next try: full jitter, so that a thousand pages that lost the same
 * server do not come back in one wave.
 */
import { SERVER_FULL } from './protocol.js';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
const FULL_LEAST_MS = 10_000;
const FULL_SPREAD_MS = 20_000;

/**
 * @param {number} attempt how many tries failed since the last time it worked
 * @param {number} closeCode
 * @param {() => number} random in [0, 1)
 * @returns {number} milliseconds
 */
export function backoff(attempt, closeCode, random) {
  // Somebody has to leave first: asking often would not help and costs the full server.
  if (closeCode === SERVER_FULL) return FULL_LEAST_MS + random() * FULL_SPREAD_MS;
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
}
