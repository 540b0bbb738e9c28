/** Words, numbers and times in the reader's language. */
const TEXTS = {
  de: () => import('../i18n/de.js'),
  en: () => import('../i18n/en.js'),
  zh: () => import('../i18n/zh.js'),
};
/** What is said only in views that are fetched later. */
const LATER = {
  de: () => import('../i18n/later.de.js'),
  en: () => import('../i18n/later.en.js'),
  zh: () => import('../i18n/later.zh.js'),
};
const TAGS = { de: 'de', en: 'en', zh: 'zh-Hans' };

const askedOf = (wanted) => wanted.find((tag) => Object.hasOwn(TEXTS, primary(tag))) ?? 'en';

/** The words of the language that is wanted most of those that there are; the others stay away. */
export const fetchTexts = async (wanted) => (await TEXTS[primary(askedOf(wanted))]()).default;

export const fetchLaterTexts = async (wanted) => (await LATER[primary(askedOf(wanted))]()).default;

/**
 * @param {readonly string[]} wanted language tags, the most wanted first
 * @param {object} texts those of the language, by key, which are needed at once
 * @param {() => Promise<object>} [fetchLater] the others
 */
export function createI18n(wanted, texts, fetchLater = async () => ({})) {
  const asked = askedOf(wanted);
  const lang = TAGS[primary(asked)];
  // The region says how dates are written, unless it writes them in another script than our words.
  const locale = scriptOf(asked) === scriptOf(lang) ? asked : lang;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const listing = new Intl.ListFormat(locale, { type: 'conjunction' });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });

  let known = texts;

  /** The text of `key`; of several forms the one for `values.n`. */
  function template(key, values) {
    const text = known[key];
    return typeof text === 'string' ? text : (text[plural.select(values.n)] ?? text.other);
  }

  const shown = (value) => (typeof value === 'number' ? number.format(value) : String(value));

  return {
    lang,
    collator: new Intl.Collator(locale, { sensitivity: 'base', numeric: true }),
    has: (key) => Object.hasOwn(known, key),
    /** The text of `key`, which is one that comes later; empty until it is there. */
    soFar: (key) => known[key] ?? '',
    /** To be waited for by what comes later itself. */
    learn: async () => (known = { ...texts, ...(await fetchLater()) }),
    t: (key, values = {}) =>
      template(key, values).replace(/\{(\w+)\}/g, (_, name) => shown(values[name])),
    /**
     * The text as parts, those put in marked, so that each can be isolated from the direction of
     * the text around it.
     *
     * @returns {{text: string, isValue: boolean}[]}
     */
    parts: (key, values) =>
      template(key, values)
        .split(/\{(\w+)\}/)
        .map((part, index) =>
          index % 2 ? { text: shown(values[part]), isValue: true } : { text: part, isValue: false },
        ),
    number: shown,
    list: (names) => listing.format(names),
    clock: (at) => clock.format(at),
    day: (at) => day.format(at),
    date: (at) => date.format(at),
    moment: (at) => moment.format(at),
  };
}

const scriptOf = (tag) => new Intl.Locale(tag).maximize().script;

const primary = (tag) => tag.toLowerCase().split('-')[0];
