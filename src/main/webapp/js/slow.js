/** Slow mode: how long members wait in a room from one message to the next. */
import { roomInfo } from './facts.js';
import { keepsOrder } from './moderation.js';

/** Whether we keep order there, in that room or everywhere; who does need not wait. */
export const keepsOrderIn = (state, { role, ownerId }) =>
  keepsOrder(state) || role === 'moderator' || (ownerId !== undefined && ownerId === state.me?.id);

/**
 * @param {number} now by this machine's clock
 * @returns {{seconds: number, left: number} | null} how slow it is for us where we are, and for how
 *   many seconds we wait still; null if it is not
 */
export function slowness(state, now) {
  const info = roomInfo(state, state.current);
  if (!info.slowSeconds || keepsOrderIn(state, info)) return null;
  const { entries } = state.conversations.get(state.current);
  const last = entries.findLast(({ own, status }) => own && status === 'stored');
  const end = last ? last.at + info.slowSeconds * 1000 : 0;
  return { seconds: info.slowSeconds, left: Math.max(0, Math.ceil((end - now - state.aheadMs) / 1000)) };
}
