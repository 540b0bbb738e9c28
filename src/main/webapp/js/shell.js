/** What is around the chat room in its element: a root with styles of its own, and its width. */

/** As wide as this it has the people and conversations beside the rest; layout.css says so, too. */
const WIDE_REM = 48;

/**
 * An empty frame in the element's own root, into which no style of the page around it reaches.
 *
 * @param {Element} host
 * @param {string} base where the application's files are
 * @param {() => void} onReady nothing is shown before it is known what it looks like
 */
export function createShell(host, base, onReady) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const frame = document.createElement('div');
  frame.className = 'frame';
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('css/chat-room.css', base).href;
  // Another host gives it to be read, or not at all.
  if (new URL(base).origin !== location.origin) link.crossOrigin = 'anonymous';
  // Without styles it can still be used.
  link.onload = link.onerror = onReady;
  root.replaceChildren(link, frame);
  return frame;
}

/**
 * @param {Element} host
 * @param {AbortSignal} signal over when the width does not matter any more
 * @param {(isNarrow: boolean) => void} onWidth now and whenever it is another
 */
export function watchWidth(host, signal, onWidth) {
  const measure = () => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    onWidth(host.clientWidth < WIDE_REM * rem);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
  measure();
}

/** An edge that touches what is in view is not in view. */
const LEAST_IN_VIEW = 0.01;

/**
 * A part of a page may be below its fold, or in what is closed.
 *
 * @param {Element} foot what is below the end: whoever can see it sees what is said
 * @param {AbortSignal} signal over when nobody looks any more
 * @param {(isInView: boolean) => void} onSight soon, and whenever it comes into view or leaves it
 */
export function watchSight(foot, signal, onSight) {
  const observer = new IntersectionObserver(
    (changes) => onSight(changes.at(-1).intersectionRatio >= LEAST_IN_VIEW),
    { threshold: LEAST_IN_VIEW },
  );
  observer.observe(foot);
  signal.addEventListener('abort', () => observer.disconnect());
}
