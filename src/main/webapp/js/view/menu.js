/** A menu of what can be done: the common emoji in a row, and below them one thing a line. */
import { nameOf } from '../emoji/emoji.js';
import { element, focusNear, setAttribute } from './dom.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';
import { createPopover } from './popover.js';

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** @returns {(anchor: Element, what: object) => void} opens it */
export function mountMenu(place, { i18n }) {
  const { t } = i18n;
  const popover = createPopover(place, { class: 'popover menu', role: 'menu' });
  const { node } = popover;
  node.addEventListener('keydown', keydown);

  const all = () => [...node.querySelectorAll('button')];

  function keydown(event) {
    const buttons = all();
    const at = buttons.indexOf(focusNear(node));
    const step = STEPS[event.key];
    if (isKey(event, 'Tab')) return popover.close();
    const end = { Home: buttons[0], End: buttons.at(-1) }[event.key];
    const next = step ? buttons[(at + step + buttons.length) % buttons.length] : end;
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** Closed first: what is chosen may want the focus. */
  const chosen = (then) => () => {
    popover.close();
    then();
  };

  const quick = ({ emoji, isChecked, choose }) =>
    element(
      'button',
      {
        type: 'button',
        class: 'emoji-button',
        role: 'menuitemcheckbox',
        tabindex: '-1',
        'aria-checked': String(isChecked),
        'aria-label': nameOf(emoji),
        on: { click: chosen(choose) },
      },
      emoji,
    );

  const line = ({ icon: picture, words, isDanger, choose }) =>
    element(
      'button',
      {
        type: 'button',
        class: isDanger ? 'menu-item danger' : 'menu-item',
        role: 'menuitem',
        tabindex: '-1',
        on: { click: chosen(choose) },
      },
      icon(picture),
      words,
    );

  return (anchor, { label, emoji, pickMore, items }) => {
    const more = element(
      'button',
      {
        type: 'button',
        class: 'emoji-button',
        role: 'menuitem',
        tabindex: '-1',
        'aria-label': t('actions.react-more'),
        title: t('actions.react-more'),
        on: { click: chosen(pickMore) },
      },
      icon('plus'),
    );
    setAttribute(node, 'aria-label', label);
    node.replaceChildren(
      element(
        'div',
        { class: 'menu-emoji', role: 'group', 'aria-label': t('actions.react') },
        ...emoji.map(quick),
        more,
      ),
      ...items.map(line),
    );
    popover.open(anchor);
    all()[0].focus();
  };
}
