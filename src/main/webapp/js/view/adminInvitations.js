/** How others are let make accounts, where that needs an invitation. */
import { element } from './dom.js';
import { createChoice, createField } from './fields.js';
import { createSecret } from './secret.js';

/** For how long, in seconds. */
const TIMES = [86_400, 604_800, 2_592_000];
const USUAL = TIMES[1];
const MOST = 1_000;

export function mountAdminInvitations(place, { i18n, onAction }) {
  const { t } = i18n;
  const uses = createField({
    id: 'invitation-uses',
    label: t('invitations.uses'),
    type: 'number',
    min: '1',
    max: String(MOST),
  });
  const time = createChoice({
    id: 'invitation-time',
    label: t('invitations.time'),
    options: TIMES.map((seconds) => [String(seconds), t(`moderate.time-${seconds}`)]),
  });
  const form = element(
    'form',
    { novalidate: '', on: { submit } },
    element('p', { class: 'hint' }, t('invitations.hint')),
    uses.node,
    time.node,
    element('div', { class: 'sheet-foot' }, element('button', { class: 'button' }, t('invitations.make'))),
  );
  const none = element('p', { class: 'hint' }, t('invitations.none'));
  const secret = createSecret(i18n, { id: 'invitation-token', label: t('sign.invitation') });
  place.append(none, form, secret);
  uses.input.value = '1';
  time.input.value = String(USUAL);

  function submit(event) {
    event.preventDefault();
    const wanted = Math.round(Number(uses.input.value)) || 1;
    const n = Math.min(Math.max(wanted, 1), MOST);
    uses.input.value = String(n);
    onAction('createInvitation', { uses: n, seconds: Number(time.input.value) });
  }

  return ({ registration, dialog: { invitation } }) => {
    none.hidden = registration === 'invitation';
    form.hidden = !none.hidden;
    secret.show(
      invitation?.token,
      invitation &&
        t('invitations.made', { n: invitation.uses, time: i18n.moment(invitation.expires_at * 1000) }),
    );
  };
}
