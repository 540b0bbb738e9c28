/** As much of a document as the views need, with what happens in it told to the test. */

class FakeNode {
  parent = null;

  remove() {
    const siblings = this.parent?.childNodes;
    siblings?.splice(siblings.indexOf(this), 1);
    this.parent = null;
  }
}

class FakeText extends FakeNode {
  constructor(textContent) {
    super();
    this.textContent = textContent;
  }
}

class FakeElement extends FakeNode {
  attributes = new Map();
  childNodes = [];
  dataset = {};
  style = {};
  value = '';
  submits = 0;
  #listeners = new Map();

  constructor(page, tag) {
    super();
    this.page = page;
    this.tag = tag;
  }

  get tagName() {
    return this.tag.toUpperCase();
  }

  getAttribute = (name) => this.attributes.get(name) ?? null;
  setAttribute = (name, value) => this.attributes.set(name, String(value));
  removeAttribute = (name) => this.attributes.delete(name);

  get hidden() {
    return this.attributes.has('hidden');
  }
  set hidden(isHidden) {
    if (isHidden) this.setAttribute('hidden', '');
    else this.removeAttribute('hidden');
  }

  classList = { toggle: () => {} };

  get children() {
    return this.childNodes.filter((node) => node instanceof FakeElement);
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  get nextElementSibling() {
    const siblings = this.parent.children;
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  get textContent() {
    return this.childNodes.map((node) => node.textContent).join('');
  }
  set textContent(text) {
    this.replaceChildren(...(text ? [text] : []));
  }

  insertBefore(node, next) {
    node.remove();
    const index = next ? this.childNodes.indexOf(next) : this.childNodes.length;
    this.childNodes.splice(index, 0, node);
    node.parent = this;
  }
  append(...nodes) {
    for (const node of nodes)
      this.insertBefore(typeof node === 'string' ? new FakeText(node) : node, null);
  }
  replaceChildren(...nodes) {
    for (const node of [...this.childNodes]) node.remove();
    this.append(...nodes);
  }
  replaceWith(node) {
    this.parent.insertBefore(node, this);
    this.remove();
  }
  get isConnected() {
    return this.parent !== null;
  }
  getRootNode = () => this.page;
  contains = (node) => node === this || this.children.some((child) => child.contains(node));

  addEventListener(type, listener) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  /** What a person did here; told to the elements around it, too. */
  fire(type, details = {}) {
    let isHeard = false;
    const stopPropagation = () => (isHeard = true);
    const event = { target: this, preventDefault() {}, stopPropagation, ...details };
    for (let at = this; at && !isHeard; at = at.parent)
      for (const hear of at.#listeners.get(type) ?? []) hear(event);
  }
  focus() {
    this.page.activeElement = this;
  }
  open = false;
  showModal() {
    this.open = true;
  }
  close() {
    this.open = false;
  }
  showPopover() {}
  querySelectorAll = (tag) => this.all((node) => node.tag === tag);
  reset() {}
  select() {}
  scrollIntoView() {}
  requestSubmit() {
    this.submits++;
  }

  /** Everything in here for which `is` holds, in the order of the page. */
  all(is) {
    return this.children.flatMap((child) => [...(is(child) ? [child] : []), ...child.all(is)]);
  }
  only(is) {
    const [found, ...more] = this.all(is);
    if (!found || more.length) throw new Error(`${more.length + (found ? 1 : 0)} such elements`);
    return found;
  }
}

export const withAttribute = (name, value) => (node) => node.getAttribute(name) === value;

/** Makes the globals those of a page with an empty body, which it returns. */
export function openPage() {
  const page = { activeElement: null, title: '' };
  page.createElement = (tag) => new FakeElement(page, tag);
  page.createElementNS = (_, tag) => new FakeElement(page, tag);
  const body = page.createElement('body');
  page.getElementById = (id) => body.only(withAttribute('id', id));
  globalThis.document = page;
  // What opens comes up from below, for nothing here has a place.
  globalThis.matchMedia = () => ({ matches: true });
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
  };
  return body;
}
