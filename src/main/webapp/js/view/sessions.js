/** Where one is signed in, and how to end that. */
import { element, reconcile, setAttribute, setText } from './dom.js';

export function mountSessions(place, { i18n, onAction }) {
  const { t } = i18n;
  const list = element('ul', { class: 'session-list', role: 'list' });
  const none = element('p', { class: 'hint' }, t('sessions.none'));
  const others = element(
    'button',
    { type: 'button', class: 'button', on: { click: () => onAction('endSessions', {}) } },
    t('sessions.end-others'),
  );
  place.append(list, none, others);

  function createSession({ id, since, current }) {
    const time = i18n.moment(since * 1000);
    const tag = element('span', { class: 'tag' });
    const end = element(
      'button',
      {
        type: 'button',
        class: 'button small',
        'aria-label': t('sessions.end-name', { time }),
        on: { click: () => onAction('endSessions', { id }) },
      },
      t('sessions.end'),
    );
    const row = element('li', { class: 'session' });
    row.append(element('span', { class: 'session-words' }, t('sessions.since', { time })), tag);
    if (!current) row.append(end);
    row.show = ({ online }) => {
      const words = current ? t('sessions.current') : online ? t('sessions.online') : '';
      setText(tag, words);
      setAttribute(tag, 'hidden', words ? null : '');
    };
    return row;
  }

  return ({ sessions = [] }) => {
    reconcile(list, sessions, {
      key: ({ id }) => id,
      create: createSession,
      update: (row, session) => row.show(session),
    });
    const isAlone = sessions.length < 2;
    none.hidden = !isAlone;
    others.hidden = isAlone;
  };
}
