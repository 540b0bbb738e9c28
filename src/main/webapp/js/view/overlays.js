/** What opens over the page, once for all that open it. */
import { mountConfirm, mountEnlarged } from './dialog.js';
import { mountMenu } from './menu.js';
import { mountPicker } from './picker.js';

export const mountOverlays = (place, context) => ({
  place,
  openMenu: mountMenu(place, context),
  pickEmoji: mountPicker(place, context),
  confirm: mountConfirm(place, context),
  enlarge: mountEnlarged(place, context),
});
