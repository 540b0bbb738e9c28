/** Who let us into which room, to come or not. */
import { element, isolated, reconcile } from './dom.js';

export function mountInvites(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('div', { class: 'invites', 'aria-live': 'polite' });
  place.append(list);

  function create({ room, byName, topic }) {
    const words = isolated(i18n.parts('invite.words', { name: byName, room }));
    const about = topic ? [' ', element('bdi', { class: 'hint' }, topic)] : [];
    const button = (kind, key, action) =>
      element(
        'button',
        {
          type: 'button',
          class: `button small ${kind}`,
          on: { click: () => onAction(action, { room }) },
        },
        t(key),
      );
    return element(
      'div',
      { class: 'banner' },
      element('p', {}, words, ...about),
      element(
        'div',
        { class: 'choices' },
        button('primary', 'invite.join', 'join'),
        button('quiet', 'invite.later', 'dismissInvite'),
      ),
    );
  }

  return ({ invites }) =>
    reconcile(list, invites, { key: ({ room }) => room, create, update: () => {} });
}
