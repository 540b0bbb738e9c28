/**
 * What was said too long ago to read all that came since: a stretch around a message that is asked
 * for, which goes on in both directions. The conversation itself stays as it is meanwhile. How a
 * stretch comes about is in `stretch.js`, which is fetched when somebody first goes anywhere.
 *
 * @typedef {import('./conversation.js').Conversation & {wantsLater: boolean, step: number}} Far
 *   `step`: how many numbers further it goes on at a time
 */

/** Whether there is something between it and the newest message. */
export const hasLater = ({ far, conversations }) =>
  far.reach.last < conversations.get(far.key).reach.goal;

/** Changes it, if it is of that conversation. */
export function withFar(state, key, change) {
  if (!state.far || state.far.key !== key) return state;
  const far = change(state.far);
  return far === state.far ? state : { ...state, far };
}

export const farActs = {
  /** Back to what is said now. */
  latest: (state) => ({ ...state, far: null }),
  later: (state) =>
    withFar(state, state.current, (far) =>
      far.wantsLater || !hasLater(state) ? far : { ...far, wantsLater: true },
    ),
};

/** The server would not tell it. */
export const refusedFar = (state, { room }) =>
  withFar(state, room, (far) => ({ ...far, wantsEarlier: false, wantsLater: false }));
