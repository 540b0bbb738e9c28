/** What can be put in the place of what is typed: names, emoji and commands. */
import { complete, suggestions, typedAt } from '../completion.js';
import { mayNameAll, peopleHere } from '../readers.js';
import { createAvatar, updateAvatar } from './avatar.js';
import { element, setAttribute, setText } from './dom.js';
import { isKey } from './keys.js';

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** After one of these the caret is no longer behind what was typed. */
const ELSEWHERE = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * @param {Element} place above the field
 * @param {HTMLTextAreaElement} field
 * @returns {{keydown: (event: KeyboardEvent) => boolean, show: (state: object) => void}} `keydown`
 *   says whether the key was meant for the list
 */
export function mountSuggestions(place, field, { i18n, onTaken }) {
  const { t } = i18n;
  const list = element('ul', {
    id: 'chat-suggestions',
    class: 'suggestions',
    role: 'listbox',
    'aria-label': t('suggest.label'),
    hidden: '',
  });
  const told = element('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  place.append(list, told);
  setAttribute(field, 'aria-autocomplete', 'list');
  setAttribute(field, 'aria-controls', 'chat-suggestions');
  field.addEventListener('input', look);
  field.addEventListener('blur', close);
  field.addEventListener('click', look);

  let state;
  let typed = null;
  let offered = [];
  let chosen = 0;

  function look(event) {
    typed = event.isComposing ? null : typedAt(field.value, field.selectionStart);
    const me = state.me?.id;
    const people = typed ? peopleHere(state).filter(({ id }) => id !== me) : [];
    const everyone = mayNameAll(state) ? t('suggest.room') : null;
    offered = typed ? suggestions(typed, people, everyone, i18n.soFar('emoji.words')) : [];
    chosen = 0;
    draw();
  }

  function option({ label, emoji, name, command, note: said }, index) {
    const note = command ? t(`command.${command}-hint`) : said;
    const picture = emoji ? element('span', { class: 'emoji' }, emoji) : createAvatar();
    if (!emoji) updateAvatar(picture, name ?? (command ? '/' : '@'));
    const node = element(
      'li',
      { id: `chat-suggestion-${index}`, class: 'suggestion', role: 'option' },
      picture,
      element('bdi', {}, label),
      ...(note ? [element('span', { class: 'hint' }, note)] : []),
    );
    // Before the field loses the focus, which would take the list away.
    node.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(index);
    });
    return node;
  }

  function draw() {
    list.hidden = offered.length === 0;
    list.replaceChildren(...offered.map(option));
    setText(told, offered.length ? t('suggest.count', { n: offered.length }) : '');
    mark();
  }

  function mark() {
    [...list.children].forEach((node, index) =>
      setAttribute(node, 'aria-selected', String(index === chosen)),
    );
    setAttribute(
      field,
      'aria-activedescendant',
      offered.length ? `chat-suggestion-${chosen}` : null,
    );
  }

  function take(index) {
    const { text, caret } = complete(field.value, field.selectionStart, typed, offered[index]);
    field.value = text;
    field.setSelectionRange(caret, caret);
    close();
    onTaken();
  }

  /** What is written out needs no help: Enter means the message then. */
  const isWritten = ({ insert }) =>
    field.value.slice(typed.from, field.selectionStart).toLowerCase() ===
    insert.trim().toLowerCase();

  function close() {
    if (list.hidden) return;
    offered = [];
    draw();
  }

  return {
    show: (next) => (state = next),
    close,
    keydown(event) {
      if (offered.length === 0 || event.altKey) return false;
      if (ELSEWHERE.has(event.key)) close();
      if (offered.length === 0) return false;
      const step = STEPS[event.key] ?? 0;
      const isTaken = isKey(event, 'Tab') || (isKey(event, 'Enter') && !isWritten(offered[chosen]));
      if (isKey(event, 'Escape')) close();
      else if (isTaken && !event.shiftKey) take(chosen);
      else if (step) chosen = (chosen + step + offered.length) % offered.length;
      else return false;
      event.preventDefault();
      event.stopPropagation();
      mark();
      return true;
    },
  };
}
