/** What is above the first message: the way to what is older, or the word that there is nothing. */
import { topOf } from '../conversation.js';
import { element, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

export function mountEarlier(place, { i18n, onAsk }) {
  const { t } = i18n;
  const words = element('span');
  const button = element(
    'button',
    { type: 'button', class: 'button small', on: { click: onAsk } },
    icon('up'),
    words,
  );
  const end = element('p', { class: 'hint' });
  place.append(button, end);

  /** @returns {boolean} whether there is a button */
  return (conversation) => {
    const top = topOf(conversation);
    const isEmpty = conversation.entries.length === 0;
    button.hidden = top !== 'more';
    setAttribute(button, 'aria-disabled', conversation.wantsEarlier ? 'true' : null);
    setText(words, t(conversation.wantsEarlier ? 'log.earlier-loading' : 'log.earlier'));
    end.hidden = top === 'more' || top === 'unknown' || isEmpty;
    setText(end, end.hidden ? '' : t(`log.${top}`));
    return top === 'more';
  };
}
