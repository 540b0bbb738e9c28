/** All emoji, to be found by a word or looked through. */
import { findEmoji, GROUPS } from '../emoji/emoji.js';
import { element, focusNear, setText } from './dom.js';
import { isKey } from './keys.js';
import { createPopover } from './popover.js';

const SIDEWAYS = { ArrowLeft: -1, ArrowRight: 1 };

/** @returns {(anchor: Element, onPick: (emoji: string) => void) => void} opens it */
export function mountPicker(place, { i18n }) {
  const { t } = i18n;
  const search = element('input', {
    type: 'search',
    class: 'picker-search',
    placeholder: t('emoji.search'),
    'aria-label': t('emoji.search'),
    autocomplete: 'off',
    on: { input: show, keydown: enter },
  });
  const list = element('div', { class: 'picker-list', on: { keydown: move, click: choose } });
  const told = element('p', { class: 'visually-hidden', role: 'status' });
  const popover = createPopover(
    place,
    { class: 'popover picker', role: 'dialog', 'aria-label': t('emoji.title') },
    search,
    list,
    told,
  );
  let pick = () => {};

  const button = ({ char, code }) =>
    element(
      'button',
      {
        type: 'button',
        class: 'emoji-button',
        tabindex: '-1',
        title: `:${code}:`,
        'aria-label': code.replaceAll('_', ' '),
        'data-emoji': char,
      },
      char,
    );

  const group = (name, emoji) => {
    const title = t(`emoji.${name}`);
    return element(
      'div',
      { role: 'group', 'aria-label': title },
      element('p', { class: 'picker-title', 'aria-hidden': 'true' }, title),
      element('div', { class: 'picker-grid' }, ...emoji.map(button)),
    );
  };

  const all = () => [...list.querySelectorAll('button')];

  function show() {
    const query = search.value.trim();
    const found = findEmoji(query, i18n.soFar('emoji.words'));
    const groups = query
      ? [group('found', found)]
      : GROUPS.map(({ name, emoji }) => group(name, emoji));
    list.replaceChildren(
      ...(found.length ? groups : [element('p', { class: 'hint picker-none' }, t('emoji.none'))]),
    );
    list.scrollTop = 0;
    all()[0]?.setAttribute('tabindex', '0');
    setText(told, query ? t('emoji.count', { n: found.length }) : '');
  }

  /** From the search field, Enter takes the first and the arrow goes to it. */
  function enter(event) {
    const [first] = all();
    if (!first || !(isKey(event, 'Enter') || isKey(event, 'ArrowDown'))) return;
    event.preventDefault();
    if (isKey(event, 'Enter')) first.click();
    else first.focus();
  }

  function move(event) {
    const buttons = all();
    const at = buttons.indexOf(focusNear(search));
    const next = SIDEWAYS[event.key]
      ? buttons[at + SIDEWAYS[event.key]]
      : nextRow(buttons, at, { ArrowUp: -1, ArrowDown: 1 }[event.key]);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    if (next === null) return search.focus();
    for (const one of [buttons[at], next]) one.setAttribute('tabindex', one === next ? '0' : '-1');
    next.focus();
  }

  function choose({ target }) {
    const chosen = target.closest('[data-emoji]');
    if (!chosen) return;
    popover.close();
    pick(chosen.dataset.emoji);
  }

  return (anchor, onPick) => {
    pick = onPick;
    search.value = '';
    show();
    popover.open(anchor);
    search.focus();
    // Without them all are found by their codes.
    const words = () => search.value && show();
    i18n.learn().then(words, () => {});
  };
}

/** The nearest one in the row above or below; null above the first row. */
function nextRow(buttons, at, step) {
  if (step === undefined || at < 0) return undefined;
  const { offsetTop: top, offsetLeft: left } = buttons[at];
  const beyond = buttons.filter((button) => (button.offsetTop - top) * step > 0);
  if (beyond.length === 0) return step < 0 ? null : undefined;
  const row = step < 0 ? Math.max(...beyond.map(topOf)) : Math.min(...beyond.map(topOf));
  const distance = (button) => Math.abs(button.offsetLeft - left);
  return beyond
    .filter((button) => topOf(button) === row)
    .sort((a, b) => distance(a) - distance(b))[0];
}

const topOf = ({ offsetTop }) => offsetTop;
