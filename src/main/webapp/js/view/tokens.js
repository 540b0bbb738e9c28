/** By what programs come as oneself, or as a bot: made, shown once, and taken back. */
import { administers, keepsOrder } from '../moderation.js';
import { element, reconcile, setText } from './dom.js';
import { createChoice, createField, createTick } from './fields.js';
import { createSecret } from './secret.js';

/** For how long, in seconds; null has no end. */
const TIMES = [2_592_000, 31_536_000, null];

export function mountTokens(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('ul', { class: 'session-list', role: 'list' });
  const none = element('p', { class: 'hint' }, t('tokens.none'));
  const name = createField({ id: 'token-name', label: t('tokens.name'), maxlength: '40' });
  const scopes = ['read', 'write', 'moderate'].map((scope) => [
    scope,
    createTick({ id: `token-${scope}`, label: t(`scope.${scope}`), hint: t(`scope.${scope}-hint`) }),
  ]);
  const [[, read], , [, moderate]] = scopes;
  const time = createChoice({
    id: 'token-time',
    label: t('tokens.time'),
    options: TIMES.map((seconds) => [String(seconds), t(`tokens.time-${seconds}`)]),
  });
  const bot = createField({ id: 'token-bot', label: t('tokens.bot'), hint: t('tokens.bot-hint') });
  const secret = createSecret(i18n, { id: 'token-secret', label: t('tokens.secret') });
  const form = element(
    'form',
    { novalidate: '', on: { submit } },
    name.node,
    element(
      'fieldset',
      { class: 'scopes' },
      element('legend', {}, t('tokens.scopes')),
      ...scopes.map(([, { node }]) => node),
    ),
    time.node,
    bot.node,
    element('div', { class: 'sheet-foot' }, element('button', { class: 'button' }, t('tokens.make'))),
  );
  const fold = element('details', {}, element('summary', {}, t('tokens.new')), form);
  place.append(
    element('h3', {}, t('tokens.title')),
    element('p', { class: 'hint' }, t('tokens.hint')),
    list,
    none,
    secret,
    fold,
  );
  let needsBot = false;
  reset();

  function reset() {
    name.input.value = '';
    bot.input.value = '';
    // Who is here hears: nobody can give less.
    read.input.checked = true;
    read.input.disabled = true;
    for (const [, { input }] of scopes.slice(1)) input.checked = false;
    time.input.value = String(TIMES[0]);
  }

  function submit(event) {
    event.preventDefault();
    const details = {
      called: name.input.value.trim(),
      scopes: scopes.filter(([, { input, node }]) => input.checked && !node.hidden).map(([it]) => it),
      seconds: time.input.value === 'null' ? undefined : Number(time.input.value),
      bot: bot.node.hidden ? '' : bot.input.value.trim(),
    };
    if (details.called === '' || (needsBot && details.bot === '')) return;
    onAction('createToken', details);
  }

  function create({ id, name: called, scopes: given, bot: isBot, created_at: at, expires_at: end }) {
    const words = [
      given.split(',').map((scope) => t(`scope.${scope}`)).join(', '),
      isBot && t('admin.kind-bot'),
      t('sessions.since', { time: i18n.date(at * 1000) }),
      end && t('admin.until', { time: i18n.date(end * 1000) }),
    ];
    const tag = element('span', { class: 'tag' });
    const revoke = () => onAction('revokeToken', { id });
    const label = t('tokens.revoke-name', { name: called });
    const row = element(
      'li',
      { class: 'session' },
      element(
        'span',
        { class: 'session-words' },
        element('bdi', { class: 'admin-name' }, called),
        ' ',
        element('span', { class: 'hint' }, words.filter(Boolean).join(' · ')),
      ),
      tag,
      element(
        'button',
        { type: 'button', class: 'button small', 'aria-label': label, on: { click: revoke } },
        t('tokens.revoke'),
      ),
    );
    row.show = ({ online }) => {
      setText(tag, online ? t('sessions.online') : '');
      tag.hidden = !online;
    };
    return row;
  }

  let shown;
  return (state) => {
    const { tokens = [], secret: made } = state.dialog;
    // Whom others vouch for comes only by their word, and so do no programs in the same name.
    needsBot = state.vouched !== null;
    place.hidden = needsBot && !administers(state);
    bot.node.hidden = !administers(state);
    moderate.node.hidden = !keepsOrder(state);
    none.hidden = tokens.length > 0;
    reconcile(list, tokens, {
      key: ({ id }) => `token-${id}`,
      create,
      update: (row, token) => row.show(token),
    });
    secret.show(made?.token, made && t('tokens.made', { name: made.name }));
    if (made === shown) return;
    shown = made;
    if (made) reset();
  };
}
