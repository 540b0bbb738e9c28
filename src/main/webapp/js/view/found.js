/** One message that was found: where, by whom and when it was said, and the words in it. */
import { plainText } from '../markdown/blocks.js';
import { excerpt, marked, wordsOf } from '../searchQuery.js';
import { actionIn } from '../slash.js';
import { element } from './dom.js';
import { icon } from './icons.js';

export function createFound(found, query, { i18n, onAction }) {
  const { key, place, personId, fromName, text, at } = found;
  const words = wordsOf(query);
  const action = actionIn(text);
  const actor = action === null ? [] : [element('bdi', { class: 'actor' }, fromName), ' '];
  const parts = marked(excerpt(plainText(action ?? text), words), words).map(({ text: part, isFound }) =>
    isFound ? element('mark', {}, part) : part,
  );
  const where = element(
    'span',
    { class: 'found-where' },
    icon(personId === null ? 'room' : 'lock'),
    element('bdi', {}, place),
  );
  const head = element(
    'span',
    { class: 'found-head' },
    where,
    element('bdi', { class: 'author' }, fromName),
    element(
      'time',
      { class: 'time', datetime: new Date(at).toISOString(), title: i18n.moment(at) },
      `${i18n.day(at)}, ${i18n.clock(at)}`,
    ),
  );
  const button = element(
    'button',
    {
      type: 'button',
      class: 'found-item',
      'data-place': key,
      on: { click: () => onAction('goTo', { ...found, words }) },
    },
    head,
    element('span', { class: 'found-text', dir: 'auto' }, ...actor, ...parts),
  );
  return element('li', {}, button);
}
