/**
 * Keeps the files of the page, so that it opens while the server is away or says nothing, too. The
 * server puts a line before this: `FILES`, their addresses and what they have to hash to. A version
 * is taken as a whole or not at all, and it is in the addresses, so that a page never gets a file of
 * another one. Nothing is kept but these files, which are the same for everybody.
 */
const HOME = registration.scope;
const DOCUMENT = 'index.html';
const VERSIONS = 2;
const VERSIONED = /^v-[\w-]{16}\//;

/** Whoever gives a password to the browser itself has to be done by then. */
const PATIENCE_MS = 20_000;

/** The origin may have other chats, and other things, which have caches of their own. */
const OURS = `chatroom ${HOME} `;
const NAME = OURS + Object.keys(FILES).find((path) => VERSIONED.test(path)).split('/')[0];

const addressOf = (path) => new URL(path, HOME).href;

/** What is not exactly the file, such as a form to sign in, fails it. */
async function take() {
  const cache = await caches.open(NAME);
  const files = Object.entries(FILES).map(
    ([path, integrity]) => new Request(addressOf(path), { integrity, redirect: 'error' }),
  );
  try {
    await cache.addAll(files);
  } catch (failure) {
    // It would count as a version, and cost one that is needed.
    await caches.delete(NAME);
    throw failure;
  }
  await skipWaiting();
}

/** The version before stays for pages that are open and still need something of it. */
async function begin() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS)).slice(0, -VERSIONS);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

/** As the server gives it, be it a form to sign in; while it gives none in time, as it was kept. */
async function opened(request) {
  const coming = fetch(request).catch(Response.error);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, Response.error()));
  const answer = await Promise.race([coming, late]);
  const isAway = answer.type === 'error' || answer.status === 404 || answer.status >= 500;
  return (isAway && (await caches.match(addressOf(DOCUMENT), { cacheName: NAME }))) || coming;
}

const kept = async (request) =>
  (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);

/** A page that is open comes to what was said, or one is opened there. */
async function lead({ notification }) {
  notification.close();
  const address = HOME + notification.data;
  const pages = await clients.matchAll({ type: 'window' });
  const page = pages.find(({ url }) => url.split(/[?#]/)[0] === HOME);
  if (!page) return clients.openWindow(address);
  await page.navigate(address);
  return page.focus();
}

addEventListener('notificationclick', (event) => event.waitUntil(lead(event)));
addEventListener('install', (event) => event.waitUntil(take()));
addEventListener('activate', (event) => event.waitUntil(begin()));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(HOME)) return;
  const path = request.url.slice(HOME.length).split(/[?#]/)[0];
  if (request.mode === 'navigate' && ['', DOCUMENT].includes(path))
    event.respondWith(opened(request));
  else if (VERSIONED.test(path)) event.respondWith(kept(request));
});
