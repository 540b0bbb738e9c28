/** Building DOM without markup: text only ever becomes text. */

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `class`, `aria-label` …; `on` holds listeners by event;
 *   false, null and undefined leave an attribute out
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  const { on = {}, ...rest } = attributes;
  for (const [name, value] of Object.entries(rest)) setAttribute(node, name, value);
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children);
  return node;
}

export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/** Sets the text only if it is another, so that a live region is not announced again. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** What has the focus in the tree that the node is in: the document does not see into the element. */
export const focusNear = (node) => node.getRootNode().activeElement ?? null;

/** What has the focus, if it is in there. */
export function focusWithin(node) {
  const focused = focusNear(node);
  return focused && node.contains(focused) ? focused : null;
}

/** A text with names in it, each kept apart from the writing direction around it. */
export function isolated(parts) {
  const nodes = parts.map(({ text, isValue }) => (isValue ? element('bdi', {}, text) : text));
  return element('span', {}, ...nodes);
}

/**
 * Makes the children of `parent` those of `items`, in their order, keeping the element of every
 * item that stays: focus, selection and what was already read out are left alone.
 *
 * @param {Element} parent
 * @param {readonly any[]} items
 * @param {object} how
 * @param {(item: any) => string} how.key
 * @param {(item: any) => Element} how.create
 * @param {(element: any, item: any) => void} how.update
 */
export function reconcile(parent, items, { key, create, update }) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const wanted = new Set(items.map(key));
  // First, so that those which stay need not move, which a screen reader would take for news.
  for (const [childKey, child] of known) if (!wanted.has(childKey)) child.remove();
  let next = parent.firstElementChild;
  for (const item of items) {
    const child = known.get(key(item)) ?? create(item);
    child.dataset.key = key(item);
    update(child, item);
    if (child === next) next = next.nextElementSibling;
    else moveBefore(parent, child, next);
  }
}

/** Moving an element takes the focus from it; it gets it back. */
function moveBefore(parent, child, next) {
  const focused = focusWithin(child);
  parent.insertBefore(child, next);
  focused?.focus();
}
