/** Somebody who speaks a language, of which the words are there at once. */
import { createI18n as create, fetchLaterTexts, fetchTexts } from '../../main/webapp/js/i18n.js';

const texts = new Map();
for (const tag of ['de', 'en', 'zh'])
  texts.set(tag, { ...(await fetchTexts([tag])), ...(await fetchLaterTexts([tag])) });

/** All words of a language. */
export const wordsIn = (tag) => texts.get(tag);

/** As the page's own, of the words of the language that it chooses. */
export function createI18n(wanted) {
  const { lang } = create(wanted, {});
  return create(wanted, texts.get(lang.slice(0, 2)));
}
