/** Who is writing something just now. Not read out: it would talk into what is said. */
import { writers } from '../typing.js';
import { element, isolated, setAttribute } from './dom.js';

const NAMED = 2;

export function mountTypingLine(place, { i18n }) {
  const words = element('span');
  const dots = element('span', { class: 'dots', 'aria-hidden': 'true' });
  dots.append(element('i'), element('i'), element('i'));
  const line = element('p', { class: 'typing empty' }, dots, words);
  place.append(line);
  let shown = '';

  function describe([first, second, ...others]) {
    if (second === undefined) return i18n.parts('typing.one', { name: first });
    if (others.length === 0) return i18n.parts('typing.two', { name: first, other: second });
    return i18n.parts('typing.many', { n: others.length + NAMED });
  }

  return (state) => {
    const names = writers(state);
    const key = names.join('\n');
    if (key === shown) return;
    shown = key;
    setAttribute(line, 'class', names.length ? 'typing' : 'typing empty');
    words.replaceChildren(...(names.length ? [isolated(describe(names))] : []));
  };
}
