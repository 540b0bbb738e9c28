/**
 * The dialogs of the page, of which one can be open. None of them is in the first picture of the
 * page, so each is fetched later.
 */
import { createLater } from '../later.js';

/**
 * @param {string} kind of the dialog
 * @param {() => Promise<(place: Element, context: object) => (state: object) => void>} load
 */
export const mountLater = (kind, load) => (place, context) => {
  const { i18n, onAction, timers } = context;
  let update;
  let latest;

  const later = createLater({
    timers,
    async load() {
      const [mount] = await Promise.all([load(), i18n.learn()]);
      return mount(place, context);
    },
    arrived(it) {
      update = it;
      update(latest);
    },
    missed(code) {
      onAction('closeDialog');
      onAction('notice', { notice: { code } });
    },
  });

  return (state) => {
    latest = state;
    if (update) update(state);
    else later.follow(state, state.dialog?.kind === kind);
  };
};

const MOUNTS = [
  mountLater('create', async () => (await import('./createRoom.js')).mountCreateRoom),
  mountLater('room', async () => (await import('./aboutRoom.js')).mountAboutRoom),
  mountLater('commands', async () => (await import('./commandsHelp.js')).mountCommandsHelp),
  mountLater('search', async () => (await import('./searchDialog.js')).mountSearch),
  mountLater('sign', async () => (await import('./signDialog.js')).mountSign),
  mountLater('profile', async () => (await import('./profile.js')).mountProfile),
  mountLater('moderate', async () => (await import('./moderateDialog.js')).mountModerate),
  mountLater('report', async () => (await import('./reportDialog.js')).mountReport),
  mountLater('admin', async () => (await import('./admin.js')).mountAdmin),
  mountLater('switch', async () => (await import('./switcher.js')).mountSwitcher),
  mountLater('date', async () => (await import('./dateDialog.js')).mountDate),
  mountLater('telling', async () => (await import('./tellingDialog.js')).mountTelling),
  mountLater('shortcuts', async () => (await import('./shortcutsSheet.js')).mountShortcuts),
];

export function mountDialogs(place, context) {
  const updates = MOUNTS.map((mount) => mount(place, context));
  return (state) => updates.forEach((update) => update(state));
}
