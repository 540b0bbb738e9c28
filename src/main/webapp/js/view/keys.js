/** What a key that was pressed means, outside of the composition of a Chinese or Japanese word. */

/** What the key is called that ends a composition in WebKit, which no longer says `isComposing`. */
const COMPOSING = 229;

export const isKey = (event, key) =>
  event.key === key && !event.isComposing && event.keyCode !== COMPOSING;
