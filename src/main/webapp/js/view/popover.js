/**
 * Something small that opens beside what was pressed and goes when something else is; on a phone
 * it comes up from below. The focus returns to where it was.
 */
import { element, focusWithin } from './dom.js';
import { isKey } from './keys.js';

const SHEET = '(max-width: 30rem)';
const GAP_PX = 6;

/** @param {Element} place where it stands in the page; nothing there is taken up */
export function createPopover(place, attributes, ...children) {
  const node = element('div', { popover: 'auto', ...attributes }, ...children);
  let opener;
  node.addEventListener('keydown', (event) => {
    // Only this is left by it, not the conversation.
    if (isKey(event, 'Escape')) event.stopPropagation();
  });
  node.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    // What is hidden has the focus until the browser draws next.
    if (document.activeElement === document.body || focusWithin(node)) opener?.focus();
  });
  place.append(node);

  return {
    node,
    open(anchor) {
      opener = anchor;
      node.showPopover();
      if (!matchMedia(SHEET).matches) putBeside(node, anchor.getBoundingClientRect());
      else node.style.cssText = '';
    },
    close() {
      const hadFocus = focusWithin(node);
      node.hidePopover();
      if (hadFocus && opener?.isConnected) opener.focus();
    },
  };
}

/** Above, if there is room, as what is pressed is mostly far below. */
function putBeside(node, { top, bottom, left, right }) {
  const { offsetWidth: width, offsetHeight: height } = node;
  const above = top - height - GAP_PX;
  const y = above >= GAP_PX ? above : Math.min(bottom + GAP_PX, innerHeight - height - GAP_PX);
  const x = left + width + GAP_PX <= innerWidth ? left : right - width;
  node.style.top = `${Math.max(GAP_PX, y)}px`;
  node.style.left = `${Math.max(GAP_PX, Math.min(x, innerWidth - width - GAP_PX))}px`;
}
