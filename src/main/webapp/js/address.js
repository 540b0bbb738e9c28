/** Where in the page's address it says which conversation is meant, and which message of it. */

/** @type {(place: {key: string, seq: number}) => string} */
export const fragmentOf = ({ key, seq }) => `#${encodeURIComponent(key).replace(/^%40/, '@')}/${seq}`;

/** @returns {{key: string, seq?: number} | null} null: it names none */
export function placeIn(fragment) {
  const [, name, seq] = /^#([^/]+)(?:\/(\d{1,15}))?$/.exec(fragment) ?? [];
  if (name === undefined) return null;
  try {
    return { key: decodeURIComponent(name), seq: seq === undefined ? undefined : Number(seq) };
  } catch {
    return null;
  }
}

/**
 * Goes where the address of the page leads, now and whenever it is another. It has done its part
 * then: the same link can be followed again, and who reloads stays where they are.
 *
 * @param {(place: {key: string, seq?: number}) => void} visit
 * @param {AbortSignal} signal
 */
export function followAddress(visit, signal) {
  const follow = () => {
    const place = placeIn(location.hash);
    if (!place) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    visit(place);
  };
  addEventListener('hashchange', follow, { signal });
  follow();
}
