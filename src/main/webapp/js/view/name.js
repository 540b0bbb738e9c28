/** One's own name: shown on a button, chosen in a form that opens under the top bar. */
import { createAvatar, updateAvatar } from './avatar.js';
import { element, focusNear, focusWithin, setAttribute, setText } from './dom.js';
import { describeFailure } from './failure.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';

export function mountName(buttonPlace, formPlace, { i18n, onAction }) {
  const { t } = i18n;
  let hasAccount = false;
  const avatar = createAvatar();
  const shownName = element('bdi', { class: 'me-name' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'me',
      on: { click: openOwn },
    },
    avatar,
    shownName,
    icon('pencil'),
  );
  const input = element('input', {
    id: 'chat-name',
    name: 'name',
    dir: 'auto',
    autocomplete: 'nickname',
    autocapitalize: 'words',
    spellcheck: 'false',
    'aria-describedby': 'chat-name-error chat-name-hint',
  });
  const signs = ['in', 'up'].map((mode) =>
    element(
      'button',
      {
        type: 'button',
        class: 'button quiet',
        on: { click: () => onAction('dialog', { kind: 'sign', mode }) },
      },
      t(`sign.${mode}`),
    ),
  );
  const hint = element('p', { id: 'chat-name-hint', class: 'hint' }, t('name.hint'));
  const error = element('p', { id: 'chat-name-error', class: 'field-error', role: 'alert' });
  const form = element(
    'form',
    { class: 'name-form', novalidate: '', on: { submit, keydown } },
    element('label', { for: 'chat-name' }, t('name.label')),
    element(
      'div',
      { class: 'name-fields' },
      input,
      element('button', { class: 'button primary' }, t('name.submit')),
      element(
        'button',
        { type: 'button', class: 'button quiet', on: { click: close } },
        t('name.cancel'),
      ),
      element('span', { class: 'name-signs' }, ...signs),
    ),
    error,
    hint,
  );
  buttonPlace.append(button);
  formPlace.append(form);

  /** The name of an account is its own; there is more to see of it than that. */
  function openOwn() {
    if (hasAccount) onAction('profile');
    else onAction('nameForm', { open: form.hidden });
  }

  function submit(event) {
    event.preventDefault();
    onAction('chooseName', { name: input.value.trim() });
  }

  function keydown(event) {
    if (!isKey(event, 'Escape')) return;
    event.stopPropagation();
    close();
  }

  function close() {
    onAction('nameForm', { open: false });
    button.focus();
  }

  return ({ me, naming, account, vouched, registration }) => {
    hasAccount = account !== null;
    // Who is signed in elsewhere has no name to choose here.
    button.disabled = vouched !== null && !hasAccount;
    signs[1].hidden = registration === 'closed';
    const name = me?.name ?? t('me.unknown');
    setText(shownName, name);
    updateAvatar(avatar, name);
    setAttribute(button, 'aria-label', t(hasAccount ? 'me.account' : 'me.button', { name }));
    setAttribute(button, 'aria-expanded', hasAccount ? null : String(naming.open));
    const failure = naming.failure ? describeFailure(i18n, naming.failure) : '';
    setText(error, failure);
    setAttribute(input, 'aria-invalid', failure ? 'true' : null);
    showForm(naming, name);
  };

  function showForm({ open, failure, asked }, name) {
    if (form.hidden !== open) return;
    const hadFocus = focusWithin(form);
    form.hidden = !open;
    if (!open && hadFocus) form.getRootNode().getElementById('chat-composer').focus();
    // One refused is there to be mended, without taking the focus from who is writing.
    if (open && failure) input.value = asked;
    if (!open || focusNear(button) !== button) return;
    input.value = name;
    input.select();
  }
}
