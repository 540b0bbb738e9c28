/** The dialog in which somebody signs in or makes an account. */
import { createSheet } from './sheet.js';
import { element, setAttribute, setText } from './dom.js';
import { createField, createOutcome, setBusy } from './fields.js';
import { createPasswordField } from './password.js';

export function mountSign(place, context) {
  const { i18n, onAction } = context;
  const { t } = i18n;
  let isUp = false;
  let isBusy = false;
  /** The server said that it takes who was invited. */
  let isInvited = false;
  const title = element('span');
  const intro = element('p', { class: 'hint' });
  const name = createField({
    id: 'sign-name',
    name: 'username',
    label: t('sign.name'),
    autocomplete: 'username',
    autofocus: '',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: '',
  });
  const password = createPasswordField(i18n, { id: 'sign-password', name: 'password' });
  const rules = element('p', { id: 'sign-rules', class: 'hint' }, t('sign.rules'));
  const invitation = createField({
    id: 'sign-invitation',
    label: t('sign.invitation'),
    hint: t('sign.invitation-hint'),
    autocapitalize: 'none',
    spellcheck: 'false',
  });
  const outcome = createOutcome(i18n);
  const submit = element('button', { class: 'button primary' });
  const other = element('button', {
    type: 'button',
    class: 'button quiet',
    on: { click: () => onAction('dialog', { kind: 'sign', mode: isUp ? 'in' : 'up' }) },
  });
  const form = element(
    'form',
    { novalidate: '', on: { submit: sign } },
    name.node,
    password.node,
    rules,
    invitation.node,
    outcome.node,
    element('div', { class: 'sheet-foot spread' }, other, submit),
  );
  const dialog = createSheet(context, { id: 'sign', title }, intro, form);
  place.append(dialog);

  function sign(event) {
    event.preventDefault();
    const details = { username: name.input.value.trim(), password: password.input.value };
    if (isBusy || details.username === '' || details.password === '') return;
    if (isUp) onAction('signUp', { ...details, invitation: invitation.input.value.trim() });
    else onAction('signIn', details);
  }

  /** What an answer means here, where it is about an account. */
  function inContext(failure) {
    const code = `sign_${failure?.code}`;
    return i18n.has(`error.${code}`) ? { ...failure, code } : failure;
  }

  function showMode(mode, { isBarred, registration }) {
    isUp = mode === 'up';
    setText(title, t(isUp ? 'sign.up' : 'sign.in'));
    setText(submit, t(isUp ? 'sign.up' : 'sign.in'));
    setText(other, t(isUp ? 'sign.to-in' : 'sign.to-up'));
    const why = isBarred ? 'sign.barred' : isUp ? 'sign.up-hint' : 'sign.in-hint';
    setText(intro, t(why));
    other.hidden = !isUp && registration === 'closed' && !isBarred;
    rules.hidden = !isUp;
    invitation.node.hidden = !isUp || !isInvited;
    setAttribute(password.input, 'autocomplete', isUp ? 'new-password' : 'current-password');
    setAttribute(password.input, 'aria-describedby', isUp ? 'sign-rules' : null);
  }

  return (state) => {
    const shown = state.dialog?.kind === 'sign' ? state.dialog : null;
    if (!shown && dialog.open) {
      form.reset();
      password.conceal();
    }
    if (shown) {
      isInvited ||= state.registration === 'invitation' || shown.failure?.code === 'invalid_invitation';
      showMode(shown.mode, state);
      dialog.mayClose(!state.isBarred);
      isBusy = shown.ref !== undefined;
      setBusy(submit, isBusy);
      outcome.show({ ...shown, failure: inContext(shown.failure) });
    }
    dialog.show(shown !== null);
  };
}
