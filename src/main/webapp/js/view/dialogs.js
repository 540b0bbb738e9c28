/** The dialogs of the page, of which one can be open. */
import { mountAboutRoom } from './aboutRoom.js';
import { mountCommandsHelp } from './commandsHelp.js';
import { mountCreateRoom } from './createRoom.js';
import { mountSearch } from './searchDialog.js';

export function mountDialogs(place, context) {
  const updates = [mountCreateRoom, mountAboutRoom, mountCommandsHelp, mountSearch].map((mount) =>
    mount(place, context),
  );
  return (state) => updates.forEach((update) => update(state));
}
