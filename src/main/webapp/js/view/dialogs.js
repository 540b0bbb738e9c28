/** The dialogs of the page, of which one can be open. */
import { mountAboutRoom } from './aboutRoom.js';
import { mountAdmin } from './admin.js';
import { mountCommandsHelp } from './commandsHelp.js';
import { mountCreateRoom } from './createRoom.js';
import { mountLater } from './later.js';
import { mountModerate } from './moderateDialog.js';
import { mountProfile } from './profile.js';
import { mountReport } from './reportDialog.js';
import { mountSearch } from './searchDialog.js';
import { mountSign } from './signDialog.js';

const MOUNTS = [
  mountCreateRoom,
  mountAboutRoom,
  mountCommandsHelp,
  mountSearch,
  mountSign,
  mountProfile,
  mountModerate,
  mountReport,
  mountAdmin,
  mountLater('switch', async () => (await import('./switcher.js')).mountSwitcher),
  mountLater('telling', async () => (await import('./tellingDialog.js')).mountTelling),
  mountLater('shortcuts', async () => (await import('./shortcutsSheet.js')).mountShortcuts),
];

export function mountDialogs(place, context) {
  const updates = MOUNTS.map((mount) => mount(place, context));
  return (state) => updates.forEach((update) => update(state));
}
