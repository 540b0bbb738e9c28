/** The dialog in which somebody looks for what was said, and goes to where it was said. */
import { FILTERS, withFilter } from '../searchQuery.js';
import { whenChanged } from './changes.js';
import { createSheet } from './sheet.js';
import { element, reconcile, setAttribute, setText } from './dom.js';
import { describeFailure } from './failure.js';
import { createFound } from './found.js';
import { icon } from './icons.js';

export function mountSearch(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  const field = element('input', {
    id: 'search-query',
    type: 'search',
    dir: 'auto',
    autofocus: '',
    maxlength: '200',
    autocomplete: 'off',
    enterkeyhint: 'search',
    placeholder: t('search.placeholder'),
    'aria-describedby': 'search-help',
  });
  const form = element(
    'form',
    { class: 'search-form', role: 'search', novalidate: '', on: { submit: ask } },
    element('label', { for: 'search-query', class: 'visually-hidden' }, t('search.label')),
    field,
    element(
      'button',
      { class: 'button primary send', 'aria-label': t('search.submit') },
      icon('search'),
    ),
  );
  const filters = element(
    'div',
    { class: 'filters', role: 'group', 'aria-label': t('search.filters') },
    ...FILTERS.map(createFilter),
  );
  const outcome = element('p', { class: 'hint outcome', role: 'status' });
  const failed = element('p', { class: 'field-error', role: 'alert' });
  const list = element('ol', { class: 'found', role: 'list' });
  const more = element(
    'button',
    { type: 'button', class: 'button small', on: { click: askMore } },
    t('search.more'),
  );
  const results = element('div', { class: 'search-results' }, list, more);
  const dialog = createSheet(
    context,
    { id: 'search', title: t('search.title') },
    form,
    filters,
    element('p', { id: 'search-help', class: 'hint' }, t('search.help')),
    outcome,
    failed,
    results,
  );
  place.append(dialog);
  let shown;

  function createFilter(filter) {
    const name = filter.split(':')[0];
    const put = () => {
      field.value = withFilter(field.value, filter);
      field.focus();
    };
    return element(
      'button',
      { type: 'button', class: 'button small filter', on: { click: put } },
      element('code', {}, filter),
      element('span', {}, t(`search.${name}`)),
    );
  }

  function ask(event) {
    event.preventDefault();
    const query = field.value.trim();
    if (query) onAction('search', { query });
  }

  function askMore() {
    if (shown.ref === undefined)
      onAction('search', { query: shown.query, beforeId: shown.found.at(-1).id });
  }

  function describe({ ref, found, hasMore, isDone, failure }) {
    if (ref !== undefined) return t('search.asking');
    if (!isDone || failure) return '';
    if (found.length === 0) return t('search.nothing');
    return t(hasMore ? 'search.found-more' : 'search.found', { n: found.length });
  }

  function draw({ search }) {
    shown = search;
    setText(outcome, describe(search));
    setText(failed, search.failure ? describeFailure(i18n, search.failure) : '');
    const found = search.isMore || search.ref === undefined ? search.found : [];
    reconcile(list, found, {
      key: ({ id }) => `found-${id}`,
      create: (one) => createFound(one, search.query, context),
      update: (row) => row,
    });
    more.hidden = !search.hasMore || found.length === 0;
    setAttribute(more, 'aria-disabled', search.ref === undefined ? null : 'true');
  }

  const drawResults = whenChanged((state) => [state.search], draw);
  return (state) => {
    drawResults(state);
    const isOpen = state.dialog?.kind === 'search';
    const isNew = isOpen && !dialog.open;
    dialog.show(isOpen);
    if (!isNew) return;
    // It may have been asked elsewhere.
    field.value = state.search.query || field.value;
    field.select();
  };
}
