/**
 * Draws again only when something of what is drawn is another object than before: every message
 * is a new state, in which most is the same.
 *
 * @param {(state: import('../store.js').State) => any[]} select all that `draw` draws from
 * @param {(state: import('../store.js').State) => void} draw
 */
export function whenChanged(select, draw) {
  let drawn = [];
  return (state) => {
    const next = select(state);
    if (next.every((part, index) => part === drawn[index])) return;
    drawn = next;
    draw(state);
  };
}
