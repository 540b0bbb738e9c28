/** What the system shows of what was said, for who wants that. */
import { fragmentOf } from './address.js';
import { plainText } from './markdown/blocks.js';

const MOST = 200;

/** Nobody who is away from the page needs the whole of a long text. */
const short = (text) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

/** Where a page may not show anything by itself: what is chosen leads to the page in `sw.js`. */
function showByWorker(workers, title, options) {
  const showing = workers.ready.then(async (worker) => {
    await worker.showNotification(title, options);
    return worker.getNotifications({ tag: options.tag });
  });
  const closing = (shown) => shown.forEach((one) => one.close());
  const close = () => showing.then(closing).catch(() => {});
  // Whether the system shows it is for the system to say.
  showing.catch(() => {});
  return { close };
}

/**
 * @param {object} deps
 * @param {typeof Notification | undefined} deps.Notification absent without https, and where a page
 *   is part of another
 * @param {ReturnType<typeof import('./i18n.js').createI18n>} deps.i18n
 * @param {string} deps.icon its address
 * @param {ServiceWorkerContainer} [deps.workers] absent where they are not ours
 * @param {(where: {key: string, seq: number, personId: number | null, place: string}) => void}
 *   deps.onChosen
 */
export function createNotifier({ Notification, workers, i18n, icon, onChosen }) {
  const permission = () => Notification?.permission ?? 'none';

  return {
    /** @returns {'default' | 'granted' | 'denied' | 'none'} */
    permission,

    /** Asks, if that has not been answered. Only to be called when somebody has asked for it. */
    async ask() {
      if (permission() !== 'default') return permission();
      return Notification.requestPermission();
    },

    /** @returns {{close: () => void} | null} null: the system does not show it */
    show({ key, name, personId }, { fromName, text, image, seq }) {
      if (permission() !== 'granted') return null;
      const words = short(plainText(text)) || (image ? i18n.t('image.label') : '');
      const title = personId === null ? `${fromName} · #${name}` : fromName;
      // By the tag, a newer one takes the place of an older one, also of another tab's.
      const tag = `chatroom ${key}`;
      const options = { body: words, icon, tag, renotify: true, silent: true };
      try {
        const shown = new Notification(title, options);
        shown.onclick = () => {
          shown.close();
          onChosen({ key, seq, personId, place: name });
        };
        return shown;
      } catch {
        // Phones let only a service worker do that.
        const data = fragmentOf({ key, seq });
        return workers ? showByWorker(workers, title, { ...options, data }) : null;
      }
    },
  };
}
