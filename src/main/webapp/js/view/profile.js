/** The dialog about one's own account: what one may do, the password, where one is signed in. */
import { keepsOrder } from '../moderation.js';
import { createSheet } from './sheet.js';
import { element, setText } from './dom.js';
import { createOutcome, setBusy } from './fields.js';
import { createPasswordField } from './password.js';
import { mountSessions } from './sessions.js';
import { mountTokens } from './tokens.js';

export function mountProfile(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let isBusy = false;
  const name = element('bdi', { class: 'profile-name' });
  const role = element('span', { class: 'tag' });
  const signOut = element(
    'button',
    { type: 'button', class: 'button', on: { click: () => onAction('signOut') } },
    t('profile.sign-out'),
  );
  // Which name the password is of, for who keeps passwords.
  const user = element('input', { name: 'username', autocomplete: 'username', hidden: '' });
  const present = createPasswordField(i18n, { id: 'profile-present', label: t('profile.present') });
  const next = createPasswordField(i18n, {
    id: 'profile-new',
    label: t('profile.new'),
    autocomplete: 'new-password',
    'aria-describedby': 'profile-rules',
  });
  const submit = element('button', { class: 'button' }, t('profile.change'));
  const form = element(
    'form',
    { novalidate: '', on: { submit: change } },
    user,
    present.node,
    next.node,
    element('p', { id: 'profile-rules', class: 'hint' }, t('sign.rules')),
    element('p', { class: 'hint' }, t('profile.change-hint')),
    element('div', { class: 'sheet-foot' }, submit),
  );
  const admin = element(
    'button',
    {
      type: 'button',
      class: 'button',
      on: { click: () => onAction('dialog', { kind: 'admin' }) },
    },
    t('admin.title'),
  );
  const sessions = element('div');
  const showSessions = mountSessions(sessions, context);
  const token = createPasswordField(i18n, {
    id: 'profile-token',
    label: t('claim.token'),
    autocomplete: 'off',
    'aria-describedby': 'profile-claim',
  });
  const claim = element(
    'details',
    {},
    element('summary', {}, t('claim.title')),
    element(
      'form',
      { novalidate: '', on: { submit: claimAdmin } },
      token.node,
      element('p', { id: 'profile-claim', class: 'hint' }, t('claim.hint')),
      element('div', { class: 'sheet-foot' }, element('button', { class: 'button' }, t('claim.submit'))),
    ),
  );
  const programs = element('section');
  const showTokens = mountTokens(programs, context);
  const vouched = element('p', { class: 'hint' }, t('profile.vouched'));
  const own = element(
    'div',
    {},
    element('h3', {}, t('sessions.title')),
    sessions,
    element('h3', {}, t('profile.password')),
    form,
  );
  const outcome = createOutcome(i18n);
  const dialog = createSheet(
    context,
    { id: 'profile', title: t('profile.title') },
    element('div', { class: 'profile-me' }, name, role, signOut),
    vouched,
    admin,
    own,
    programs,
    claim,
    outcome.node,
  );
  place.append(dialog);

  function change(event) {
    event.preventDefault();
    const details = { password: present.input.value, next: next.input.value };
    if (isBusy || details.password === '' || details.next === '') return;
    onAction('changePassword', details);
  }

  function claimAdmin(event) {
    event.preventDefault();
    const details = { token: token.input.value.trim() };
    token.input.value = '';
    if (!isBusy && details.token !== '') onAction('claimAdmin', details);
  }

  function conceal() {
    form.reset();
    present.conceal();
    next.conceal();
    token.conceal();
    token.input.value = '';
  }

  const meant = ({ asked, failure }) =>
    asked === 'changePassword' && failure?.code === 'not_allowed'
      ? { code: 'wrong_password' }
      : failure;

  return (state) => {
    const shown = state.dialog?.kind === 'profile' ? state.dialog : null;
    if ((!shown && dialog.open) || (isBusy && shown?.done === 'changePassword')) conceal();
    if (shown && state.account) {
      isBusy = shown.ref !== undefined;
      setBusy(submit, isBusy);
      setText(name, state.me.name);
      user.value = state.me.name;
      setText(role, t(`role.${state.account.role}`));
      signOut.hidden = state.vouched?.canSignOut === false;
      vouched.hidden = state.vouched === null;
      own.hidden = state.vouched !== null;
      admin.hidden = !keepsOrder(state);
      claim.hidden = state.account.role !== 'member';
      showSessions(shown);
      showTokens(state);
      outcome.show({ ...shown, failure: meant(shown) });
    }
    dialog.show(shown !== null && state.account !== null);
  };
}
