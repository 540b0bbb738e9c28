/** Makes the element `<chat-room>` a chat room: joins the chat, its picture and the browser. */
import { followAddress, fragmentOf } from './address.js';
import { createAttention } from './attention.js';
import { createChat } from './chat.js';
import { createDrafts } from './drafts.js';
import { createI18n, fetchLaterTexts, fetchTexts } from './i18n.js';
import { createLogin } from './login.js';
import { createOffline } from './offline.js';
import { createPreferences } from './preferences.js';
import { socketUrl } from './protocol.js';
import { createSession, ownKey } from './session.js';
import { createShell, watchSight, watchWidth } from './shell.js';
import { createTab } from './tab.js';
import { createUploads } from './uploads.js';
import { mountRoom } from './view/room.js';

/** A burst of messages is drawn once. Not an animation frame: a hidden tab has a title, too. */
const DRAW_AFTER_MS = 16;

const timers = {
  setTimeout: (then, ms) => setTimeout(then, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};

/** Where the files are that this came with. The page's have its version in their address. */
const files = new URL('..', import.meta.url).href;

/** Where the application is that this comes from. */
const home = files.replace(/v-[\w-]{16}\/$/, '');

/** Whether cookies of there prove nothing here. */
const isForeign = (base) => new URL(base).origin !== location.origin;

/** Also at first: a tab may be opened behind another one. */
const isTabVisible = () => document.visibilityState === 'visible';

const texts = await fetchTexts(navigator.languages);

/**
 * `src` is where the chat is, by default where this comes from; `room` the one that is open at
 * first, and again when it is set; `tickets` where its server says who is there. `page`: the page
 * is nothing else, and tab and keys are ours.
 */
class ChatRoom extends HTMLElement {
  static observedAttributes = ['src', 'room', 'tickets'];

  /** While it is in a page. */
  #lifetime = null;
  #key;
  /** What it has had of its own, by where the chat is. */
  #keys = new Map();
  #open = () => {};

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#lifetime) return;
    if (name === 'room') this.#open(now);
    else this.#again();
  }

  #again() {
    this.disconnectedCallback();
    this.connectedCallback();
  }

  get #base() {
    const src = this.getAttribute('src');
    return src === null ? home : new URL(src, document.baseURI).href;
  }

  connectedCallback() {
    const { signal } = (this.#lifetime = new AbortController());
    const key = this.hasAttribute('page') ? undefined : this.#ownKey(signal);
    const frame = createShell(this, files, async () => {
      const login = await this.#login();
      if (!signal.aborted) this.#begin(frame, signal, login, key);
    });
  }

  /** Whoever is taken out and put back is the same guest, whatever room is named by now. */
  #ownKey(signal) {
    const base = this.#base;
    this.#key ??= this.id || (this.getAttribute('room') ?? '');
    const own = ownKey(this.#keys.get(base) ?? `chatroom ${base} ${this.#key}`, signal);
    this.#keys.set(base, own);
    return own;
  }

  /** Another page's own server says who is there, or everybody is a guest at first. */
  async #login() {
    const base = this.#base;
    const tickets = this.getAttribute('tickets');
    const deps = { base, tickets, fetch: (...request) => fetch(...request), now: Date.now };
    if (tickets === null && !isForeign(base)) return createLogin(deps);
    return (await import('./foreign.js')).createForeign(deps);
  }

  #begin(frame, signal, login, key) {
    const isPage = this.hasAttribute('page');
    const base = this.#base;
    const i18n = createI18n(navigator.languages, texts, () =>
      fetchLaterTexts(navigator.languages),
    );
    frame.lang = i18n.lang;

    const session = createSession(() => sessionStorage, key);
    let state;
    let drawing;
    let drawnInMs = 0;
    const preferences = createPreferences({
      storage: () => localStorage,
      place: isForeign(base) ? base : new URL(base).pathname,
      onLoaded: (change) => chat.act('prefer', { change }),
    });
    const draw = () => {
      drawing = undefined;
      const begun = performance.now();
      preferences.follow(state);
      update(state);
      showInTab(state);
      attention.follow(state);
      keepPage(state);
      drawnInMs = performance.now() - begun;
    };
    const chat = createChat({
      url: socketUrl(base),
      WebSocket,
      timers,
      random: Math.random,
      now: Date.now,
      isWatched: isTabVisible,
      session,
      ticket: login.ticket,
      login,
      fetchLongAgo: () => import('./longAgo.js'),
      onChange(next) {
        state = next;
        // In between there is time to take what comes.
        drawing ??= setTimeout(draw, Math.max(DRAW_AFTER_MS, 2 * drawnInMs));
      },
    });
    /** What a person does shows before the next thing they do, or their text could go astray. */
    const onAction = (name, details) => {
      // Only there can one sign in again; who comes back is who they were.
      if (name === 'comeAgain') return isPage ? location.reload() : this.#again();
      if (name === 'tellMe') return attention.tellMe();
      const result = chat.act(name, details);
      if (drawing !== undefined) {
        clearTimeout(drawing);
        draw();
      }
      return result;
    };
    const images = createUploads({
      base,
      token: () => session.recall().token,
      fetch: (...request) => fetch(...request),
      XMLHttpRequest,
      urls: URL,
    });
    const drafts = createDrafts({ session, timers });
    /** In a page of its own also of those that are pressed while nothing has the focus. */
    const onKeys = (listener) =>
      (isPage ? document : frame).addEventListener('keydown', listener, { signal });
    const showInTab = isPage ? createTab(i18n) : () => {};
    const workers = isPage ? navigator.serviceWorker : undefined;
    const attention = createAttention({ base, workers, i18n, timers, act: onAction, signal });
    const { permission } = attention;
    const keepPage = isPage
      ? createOffline({ workers, types: globalThis.trustedTypes, base, timers })
      : () => {};
    const linkTo = isPage ? (place) => new URL(fragmentOf(place), base).href : undefined;
    const now = Date.now;
    const basics = { base, i18n, onAction, onKeys, permission, timers, now, linkTo };
    const update = mountRoom(frame, { ...basics, images, drafts, isPart: !isPage });

    let isInView = isPage;
    const look = () => chat.act('visible', { isVisible: isInView && isTabVisible() });
    const tabChanged = () => {
      look();
      if (isTabVisible()) chat.wake();
    };
    const used = () => chat.act('used');
    for (const type of ['keydown', 'pointerdown', 'wheel'])
      addEventListener(type, used, { signal, passive: true });
    addEventListener('online', chat.wake, { signal });
    addEventListener('pagehide', chat.keep, { signal });
    addEventListener('pagehide', drafts.keep, { signal });
    addEventListener('storage', preferences.changed, { signal });
    document.addEventListener('visibilitychange', tabChanged, { signal });
    // The seconds until the next try are counted down, and who was muted may speak again.
    const isTicking = () => state.connection.status === 'waiting' ||
      state.muted !== null ||
      state.rooms.some(({ slowSeconds }) => slowSeconds);
    const ticking = setInterval(() => isTicking() && draw(), 1000);
    signal.addEventListener('abort', () => {
      drafts.keep();
      chat.stop();
      clearInterval(ticking);
      clearTimeout(drawing);
    });
    look();
    if (!isPage)
      watchSight(frame.querySelector('.foot'), signal, (is) => {
        isInView = is;
        look();
      });
    chat.start();
    this.#open = (room) => room && chat.act('join', { room });
    this.#open(this.getAttribute('room'));
    watchWidth(this, signal, (isNarrow) => chat.act('width', { isNarrow }));
    if (isPage) followAddress((place) => onAction('visit', place), signal);
  }

  disconnectedCallback() {
    this.#lifetime.abort();
    this.#lifetime = null;
    this.#open = () => {};
  }
}

customElements.define('chat-room', ChatRoom);
