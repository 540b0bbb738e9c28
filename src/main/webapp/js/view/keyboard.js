/** What the keys do that are heard anywhere in the page. */
import { neighbour } from '../destinations.js';
import { shortcutOf } from '../shortcuts.js';
import { isKey } from './keys.js';

const TYPED_IN = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** What opens over the page has keys of its own. */
const isOver = (node) => node.tagName === 'DIALOG' || Boolean(node.popover);

/**
 * @param {(listener: (event: KeyboardEvent) => void) => void} onKeys where the keys are heard: of a
 *   page of its own also those that are pressed while nothing has the focus
 * @returns {(state: import('../store.js').State) => void}
 */
export function mountKeyboard(onKeys, { onAction }) {
  let latest;

  const goTo = (step, isUnread) => () => {
    const key = neighbour(latest, step, isUnread);
    if (key !== undefined) onAction('open', { key });
  };

  const dialog = (kind) => () => onAction('dialog', { kind });

  const deeds = {
    switch: dialog('switch'),
    search: dialog('search'),
    shortcuts: dialog('shortcuts'),
    previous: goTo(-1, false),
    next: goTo(1, false),
    previousUnread: goTo(-1, true),
    nextUnread: goTo(1, true),
    firstUnread: () => onAction('firstUnread'),
    back() {
      if (latest.isDrawerOpen && latest.isNarrow) onAction('drawer', { open: false });
      else onAction('back');
    },
  };

  onKeys((event) => {
    const path = event.composedPath?.() ?? [event.target];
    const where = {
      areKeysObeyed: latest.preferences.keys,
      isTyping: TYPED_IN.has(path[0].tagName),
    };
    const name = isKey(event, event.key) ? shortcutOf(event, where) : undefined;
    if (name === undefined) return;
    // The browser has a meaning for most of them, too.
    if (name !== 'back') event.preventDefault();
    if (name === 'switch' && latest.dialog?.kind === 'switch') onAction('closeDialog');
    else if (latest.dialog === null && !path.some(isOver)) deeds[name]();
  });

  return (state) => (latest = state);
}
