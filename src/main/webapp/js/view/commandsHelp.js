/** The dialog that explains the commands which are typed like a message. */
import { COMMANDS } from '../slash.js';
import { createSheet } from './sheet.js';
import { element } from './dom.js';

export function mountCommandsHelp(place, context) {
  const { t } = context.i18n;
  const rows = Object.keys(COMMANDS).flatMap((name) => [
    element('dt', {}, element('code', {}, t(`command.${name}`))),
    element('dd', {}, t(`command.${name}-hint`)),
  ]);
  const dialog = createSheet(
    context,
    { id: 'commands-help', title: t('command.title') },
    element('dl', { class: 'commands' }, ...rows),
    element('p', { class: 'hint' }, t('command.escape')),
  );
  place.append(dialog);
  return (state) => dialog.show(state.dialog?.kind === 'commands');
}
