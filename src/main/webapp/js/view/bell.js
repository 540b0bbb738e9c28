/** The button that shows how one is told of the conversation that is open, and leads to changing it. */
import { levelOf } from '../preferences.js';
import { isQuiet } from '../telling.js';
import { element, setAttribute } from './dom.js';
import { icon } from './icons.js';

export function createBell({ i18n: { t }, onAction, now }) {
  const node = element('button', {
    type: 'button',
    class: 'icon-button',
    on: { click: () => onAction('dialog', { kind: 'telling' }) },
  });
  let drawn = '';

  node.show = (state) => {
    const level = levelOf(state, state.current);
    const quiet = isQuiet(state, now());
    const words = `${t('telling.title')}: ${t(quiet ? 'telling.quiet' : `telling.${level}`)}`;
    setAttribute(node, 'aria-label', words);
    setAttribute(node, 'title', words);
    const picture = quiet || level === 'muted' ? 'bellOff' : 'bell';
    if (picture === drawn) return;
    drawn = picture;
    node.replaceChildren(icon(picture));
  };
  return node;
}
