/** An error that belongs to no message, and news of private messages for who cannot see a badge. */
import { element } from './dom.js';
import { describeFailure } from './failure.js';
import { icon } from './icons.js';

/** Screen readers look at what changed a few times a second, not at each change. */
const SILENCE_MS = 150;

export function mountNotice(place, { i18n, onAction, timers }) {
  const { t } = i18n;
  const text = element('p', { role: 'alert' });
  const dismiss = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('notice.dismiss'),
      on: { click: () => onAction('notice', { notice: null }) },
    },
    icon('close'),
  );
  const notice = element('div', { class: 'notice' }, text, dismiss);
  const news = element('p', { class: 'visually-hidden', role: 'status' });
  place.append(notice, news);
  const sayFailure = createSpeaker(text, timers);
  const sayNews = createSpeaker(news, timers);
  let said = { notice: null, lastPrivate: null };

  return ({ notice: failure, lastPrivate }) => {
    notice.classList.toggle('empty', !failure);
    if (failure !== said.notice) sayFailure(failure ? describeFailure(i18n, failure) : '');
    if (lastPrivate && lastPrivate !== said.lastPrivate)
      sayNews(t('private.new', { name: lastPrivate.name }));
    said = { notice: failure, lastPrivate };
  };
}

/** What is said twice in the same words is taken away in between, or nobody would hear it again. */
function createSpeaker(place, timers) {
  let timer;
  return (words) => {
    timers.clearTimeout(timer);
    const isSame = place.textContent === words;
    place.textContent = isSame ? '' : words;
    if (isSame) timer = timers.setTimeout(() => (place.textContent = words), SILENCE_MS);
  };
}
