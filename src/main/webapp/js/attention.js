/** How the page calls for somebody who is elsewhere: joins what decides that and the browser. */
import { createNotifier } from './notifier.js';
import { createTelling } from './telling.js';

/** Rarely needed, and not before somebody asked for it. */
const play = async () => (await import('./sound.js')).play();

/**
 * @param {object} deps
 * @param {string} deps.base where the application is
 * @param {ServiceWorkerContainer} [deps.workers] of its page
 * @param {ReturnType<typeof import('./i18n.js').createI18n>} deps.i18n
 * @param {{setTimeout: Function, clearTimeout: Function}} deps.timers
 * @param {(name: string, details?: object) => any} deps.act
 * @param {AbortSignal} deps.signal over when the page is
 */
export function createAttention({ base, workers, i18n, timers, act, signal }) {
  const { pathname } = new URL('.', base);
  const channel =
    'BroadcastChannel' in globalThis ? new BroadcastChannel(`chatroom ${pathname}`) : null;
  const notifier = createNotifier({
    Notification: globalThis.Notification,
    workers,
    i18n,
    icon: new URL('img/icon.svg', base).href,
    onChosen(where) {
      globalThis.focus();
      act('goTo', where);
    },
  });
  const telling = createTelling({
    timers,
    now: Date.now,
    tab: Math.random(),
    channel,
    show: notifier.show,
    play,
    offer: () => act('offerTelling'),
  });
  signal.addEventListener('abort', () => {
    telling.stop();
    channel?.close();
  });

  return {
    permission: notifier.permission,
    follow: telling.follow,
    /** Somebody wants to be told; the browser may ask whether they do. */
    async tellMe() {
      const isGranted = (await notifier.ask()) === 'granted';
      act('prefer', { change: { notify: isGranted } });
    },
  };
}
