/** The parts of forms: fields with their words, and what became of what was asked. */
import { element, setAttribute, setText } from './dom.js';
import { describeFailure } from './failure.js';

/** A line of text with its label and, if there is one, a hint. */
export function createField({ id, label, hint, ...attributes }) {
  const input = element('input', {
    id,
    dir: 'auto',
    autocomplete: 'off',
    'aria-describedby': hint && `${id}-hint`,
    ...attributes,
  });
  const node = element('div', { class: 'field' }, element('label', { for: id }, label), input);
  if (hint) node.append(element('p', { id: `${id}-hint`, class: 'hint' }, hint));
  return { node, input };
}

/** A box to be ticked, with what it means. */
export function createTick({ id, label, hint }) {
  const input = element('input', { id, type: 'checkbox', 'aria-describedby': `${id}-hint` });
  const words = element('span', {}, element('label', { for: id }, label));
  words.append(element('span', { id: `${id}-hint`, class: 'hint' }, hint));
  return { node: element('div', { class: 'tick' }, input, words), input };
}

/** One of a few. */
export function createChoice({ id, label, options, onChange = () => {} }) {
  const all = options.map(([value, words]) => element('option', { value }, words));
  const input = element('select', { id, on: { change: onChange } }, ...all);
  const node = element('div', { class: 'field' }, element('label', { for: id }, label), input);
  return { node, input, options: all };
}

/** Why what a dialog asked for was refused, or that it is done. */
export function createOutcome(i18n) {
  const failed = element('p', { class: 'field-error', role: 'alert' });
  const done = element('p', { class: 'hint outcome', role: 'status' });
  const node = element('div', {}, failed, done);
  return {
    node,
    show({ failure, done: name }) {
      setText(failed, failure ? describeFailure(i18n, failure) : '');
      setText(done, name ? i18n.t(`done.${name}`) : '');
    },
  };
}

export const setBusy = (button, isBusy) =>
  setAttribute(button, 'aria-disabled', isBusy ? 'true' : null);
