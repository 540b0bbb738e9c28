import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createFavicon } from '../../main/webapp/js/favicon.js';
import { createI18n } from './speaking.js';
import { createNotifier } from '../../main/webapp/js/notifier.js';
import { FOR_EVER } from '../../main/webapp/js/preferences.js';
import { initialState } from '../../main/webapp/js/store.js';
import { createTelling } from '../../main/webapp/js/telling.js';
import { mentionsTotal, unreadTotal } from '../../main/webapp/js/totals.js';
import { mountOffer } from '../../main/webapp/js/view/offer.js';
import { mountTelling, nextMorning } from '../../main/webapp/js/view/tellingDialog.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTimers, history, message, NEW_TAB, privately, rooms, users, welcome } from './fakes.js';
import { after } from './states.js';

const connected = { act: 'connection', connection: { status: 'connected' } };
const begun = after(initialState({ ...NEW_TAB, name: 'Ada' }), connected);
const old = { ...message(1, '@Ada long ago'), mentions: [1] };
const live = after(
  begun,
  welcome(1),
  users([1, 'Ada'], [2, 'Grace']),
  history(old),
  rooms({ general: 2 }),
  { act: 'asked', question: { ref: 'q', kind: 'ping' } },
  { type: 'pong', ref: 'q' },
);
const hidden = { act: 'visible', isVisible: false };
const wanted = { act: 'prefer', change: { notify: true, sound: true } };
const away = after(live, hidden, wanted);
const toMe = (seq, text) => ({ ...message(seq, text), mentions: [1] });

/** Tabs of one browser, which hear each other. */
function browser() {
  const timers = fakeTimers();
  const tabs = [];
  return {
    timers,
    open(tab, { isAlone = false } = {}) {
      const log = [];
      const channel = {
        postMessage: (data) => tabs.forEach((other) => other !== channel && other.onmessage({ data })),
      };
      if (!isAlone) tabs.push(channel);
      const { follow, stop } = createTelling({
        timers,
        now: timers.now,
        tab,
        channel: isAlone ? null : channel,
        show: ({ key }, { text }) => {
          log.push(`${key}: ${text}`);
          return { close: () => log.push(`${key} closed`) };
        },
        play: () => log.push('sound'),
        offer: () => log.push('offer'),
      });
      return { log, follow, stop };
    },
  };
}

describe('who is away', () => {
  let timers;
  let here;
  let open;

  beforeEach(() => {
    ({ timers, open } = browser());
    here = open(1);
    here.follow(begun);
    here.follow(live);
    here.follow(away);
  });

  const hear = (state, tab = here) => {
    tab.follow(state);
    timers.pass(1_500);
    return tab.log.splice(0);
  };

  it('is told of what is said to them, but not of what was there when they came', () => {
    assert.deepEqual(hear(away), []);
    assert.deepEqual(hear(after(away, message(2, 'to all'))), []);
    const named = after(away, toMe(3, '@Ada hi'));
    assert.deepEqual(hear(named), ['sound', 'general: @Ada hi']);
    assert.deepEqual(hear(after(named, privately(1, 'psst'))), ['sound', '@2: psst']);
  });

  it('is told of several things at once by the last', () => {
    here.follow(after(away, toMe(2, 'one')));
    assert.deepEqual(hear(after(away, toMe(2, 'one'), toMe(3, 'two'))), ['sound', 'general: two']);
  });

  it('is told of all that is said where they want that, and of nothing where it is muted', () => {
    const level = (name) => after(away, { act: 'level', key: 'general', level: name });
    assert.deepEqual(hear(after(level('all'), message(2, 'hi'))), ['sound', 'general: hi']);
    assert.deepEqual(hear(after(level('muted'), toMe(3, '@Ada hi'))), []);
  });

  it('is not told of what they or an ignored person said, or what was deleted', () => {
    const all = after(away, { act: 'level', key: 'general', level: 'all' });
    assert.deepEqual(hear(after(all, message(2, 'mine', { from: 1, name: 'Ada' }))), []);
    assert.deepEqual(hear(after(all, { type: 'ignored', content: { user_ids: [2] } }, message(3, 'x'))), []);
    assert.deepEqual(hear(after(all, { ...message(4, ''), deleted_at: 5 })), []);
  });

  it('is not told of what they look at, or read elsewhere a moment later', () => {
    const seen = after(away, { act: 'visible', isVisible: true });
    assert.deepEqual(hear(after(seen, toMe(2, '@Ada hi'))), []);
    const missed = after(away, toMe(3, '@Ada there'));
    here.follow(missed);
    timers.pass(1_000);
    const read = { type: 'marked_read', room: 'general', content: { seq: 3 } };
    assert.deepEqual(hear(after(missed, read)), []);
  });

  it('sees what they were told go when it is read', () => {
    const missed = after(away, toMe(2, '@Ada hi'));
    hear(missed);
    assert.deepEqual(hear(after(missed, { act: 'visible', isVisible: true })), ['general closed']);
  });

  it('is left in peace while they are not to be disturbed, for a time or for good', () => {
    const quiet = (quietUntil) => after(away, { act: 'prefer', change: { quietUntil } });
    assert.deepEqual(hear(after(quiet(FOR_EVER), toMe(2, 'hi'))), []);
    assert.deepEqual(hear(after(quiet(timers.now() + 60_000), toMe(3, 'hi'))), []);
    assert.deepEqual(hear(after(quiet(timers.now()), toMe(4, 'hi'))), ['sound', 'general: hi']);
  });

  it('is offered to be told, if they have not said whether they want it and missed something', () => {
    const undecided = { act: 'prefer', change: { notify: null, sound: false } };
    assert.deepEqual(hear(after(away, undecided, toMe(2, 'hi'))), ['offer']);
    const elsewhere = after(live, undecided, privately(1, 'psst'));
    assert.deepEqual(hear(elsewhere), []);
    assert.deepEqual(hear(after(away, { act: 'prefer', change: { notify: false, sound: false } }, toMe(3, 'a'))), []);
  });

  it('is told, when the line comes back, of what was missed without one', () => {
    const offline = after(away, { act: 'connection', connection: { status: 'waiting' } });
    here.follow(offline);
    const back = after(offline, connected, welcome(1, { resumed: true }), toMe(2, '@Ada missed'));
    assert.deepEqual(hear(back), ['sound', 'general: @Ada missed']);
  });
});

describe('of several tabs of a person', () => {
  let timers;
  let open;
  let tabs;

  beforeEach(() => {
    ({ timers, open } = browser());
    tabs = [open(2), open(1), open(3)];
    for (const tab of tabs) for (const state of [begun, live, away]) tab.follow(state);
  });

  const logs = () => tabs.map(({ log }) => log.length > 0);

  it('one tells', () => {
    for (const tab of tabs) tab.follow(after(away, toMe(2, '@Ada hi')));
    timers.pass(1_500);
    assert.deepEqual(logs(), [false, true, false]);
  });

  it('none tells of what is seen in another, nor of what another told before', () => {
    const seen = after(live, wanted, toMe(2, '@Ada hi'));
    tabs[2].follow(seen);
    tabs[0].follow(after(away, toMe(2, '@Ada hi')));
    timers.pass(1_500);
    assert.deepEqual(logs(), [false, false, false]);
    tabs[0].follow(after(away, toMe(2, '@Ada hi'), toMe(3, 'more')));
    timers.pass(1_500);
    tabs[1].follow(after(away, toMe(3, 'more')));
    timers.pass(1_500);
    assert.deepEqual(logs(), [true, false, false]);
  });

  it('another person’s tab tells for itself', () => {
    const other = open(0);
    const grace = { ...away, me: { id: 7, name: 'Grace' } };
    for (const state of [begun, { ...live, me: grace.me }, grace]) other.follow(state);
    other.follow(after(grace, { ...message(2, 'hi'), mentions: [7] }));
    tabs[0].follow(after(away, toMe(2, '@Ada hi')));
    timers.pass(1_500);
    assert.deepEqual([other.log.length > 0, tabs[0].log.length > 0], [true, true]);
  });
});

describe('what the system shows', () => {
  class FakeNotification {
    static permission = 'granted';
    static shown = [];
    constructor(title, options) {
      FakeNotification.shown.push({ title, ...options, closed: 0, notification: this });
    }
    close() {
      FakeNotification.shown.at(-1).closed++;
    }
  }
  const room = { key: 'general', name: 'general', personId: null };
  const entry = { fromName: 'Grace', text: '**Hello** `you`', seq: 7 };
  let chosen;
  const notifier = (Notification) =>
    createNotifier({ Notification, i18n: createI18n(['en']), icon: 'i', onChosen: (to) => (chosen = to) });

  it('says who said what where, without marks, and leads there', () => {
    notifier(FakeNotification).show(room, entry);
    const [{ title, body, tag, notification }] = FakeNotification.shown;
    assert.deepEqual([title, body, tag], ['Grace · #general', 'Hello you', 'chatroom general']);
    notification.onclick();
    assert.deepEqual(chosen, { key: 'general', seq: 7, personId: null, place: 'general' });
    assert.equal(FakeNotification.shown[0].closed, 1);
  });

  it('is nothing where that is not allowed, not there, or not for a page to do', () => {
    assert.equal(notifier(undefined).permission(), 'none');
    assert.equal(notifier(undefined).show(room, entry), null);
    const denied = class extends FakeNotification { static permission = 'denied'; };
    assert.equal(notifier(denied).show(room, entry), null);
    const phone = class { static permission = 'granted'; constructor() { throw new TypeError(); } };
    assert.equal(notifier(phone).show(room, entry), null);
  });

  it('is shown by the worker of the page where only that may, and leads there, too', async () => {
    const shown = [];
    const closed = [];
    const worker = {
      showNotification: async (title, options) => void shown.push({ title, ...options }),
      getNotifications: async ({ tag }) => [{ close: () => closed.push(tag) }],
    };
    const phone = class { static permission = 'granted'; constructor() { throw new TypeError(); } };
    const workers = { ready: Promise.resolve(worker) };
    const one = createNotifier({ Notification: phone, workers, i18n: createI18n(['en']), icon: 'i' });
    const told = one.show(room, entry);
    await told.close();
    const [{ title, body, tag, data }] = shown;
    assert.deepEqual(
      [title, body, tag, data],
      ['Grace · #general', 'Hello you', 'chatroom general', '#general/7'],
    );
    assert.deepEqual(closed, ['chatroom general']);
    const refusing = { ready: Promise.resolve({ showNotification: async () => Promise.reject(new Error()) }) };
    const other = createNotifier({ Notification: phone, workers: refusing, i18n: createI18n(['en']), icon: 'i' });
    await other.show(room, entry).close();
  });
});

describe('what is muted', () => {
  it('counts nowhere, not even what is about oneself', () => {
    const missed = after(away, toMe(2, '@Ada hi'), privately(1, 'psst'));
    assert.deepEqual([unreadTotal(missed), mentionsTotal(missed)], [2, 1]);
    const muted = after(missed, { act: 'level', key: 'general', level: 'muted' });
    assert.deepEqual([unreadTotal(muted), mentionsTotal(muted)], [1, 0]);
    const link = openPage();
    link.setAttribute('href', 'img/icon.svg');
    const favicon = createFavicon(link);
    favicon(missed);
    assert.equal(link.getAttribute('href'), 'img/icon-unread.svg');
    favicon(live);
    assert.equal(link.getAttribute('href'), 'img/icon.svg');
  });
});

describe('the dialog about being told', () => {
  let body;
  let asked;
  let may;
  let update;

  beforeEach(() => {
    asked = [];
    may = 'default';
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    const i18n = createI18n(['en']);
    const context = { i18n, onAction, now: () => 1_000, permission: () => may };
    const dialog = mountTelling(body, context);
    const offer = mountOffer(body, context);
    update = (state) => [dialog, offer].forEach((show) => show(state));
  });

  const byId = (id) => body.only(withAttribute('id', id));
  const shown = { act: 'dialog', kind: 'telling' };
  const button = (words) => body.only((one) => one.tag === 'button' && one.textContent === words);

  it('asks the browser only when somebody wants it', () => {
    update(after(live, shown));
    assert.deepEqual(asked, []);
    byId('telling-notify').checked = true;
    byId('telling-notify').fire('change');
    assert.deepEqual(asked, [['tellMe', undefined]]);
  });

  it('says why it cannot be', () => {
    may = 'denied';
    update(after(live, shown));
    assert.equal(byId('telling-notify').disabled, true);
    assert.match(byId('telling').textContent, /This browser blocks notifications/);
  });

  it('mutes what is open, and gives peace', () => {
    update(after(live, shown));
    assert.equal(byId('telling-mentions').checked, true);
    byId('telling-muted').fire('change');
    assert.deepEqual(asked.at(-1), ['level', { key: 'general', level: 'muted' }]);
    button('For an hour').fire('click');
    assert.deepEqual(asked.at(-1), ['prefer', { change: { quietUntil: 3_601_000 } }]);
    update(after(live, shown, { act: 'prefer', change: { quietUntil: FOR_EVER } }));
    assert.match(byId('telling').textContent, /You are not disturbed\./);
    button('Turn it off').fire('click');
    assert.deepEqual(asked.at(-1), ['prefer', { change: { quietUntil: 0 } }]);
  });

  it('knows when it is morning', () => {
    const at = (day, hour) => new Date(2026, 10, day, hour).getTime();
    assert.deepEqual([nextMorning(at(28, 7)), nextMorning(at(28, 8))], [at(28, 8), at(29, 8)]);
  });

  it('is offered once, to who has not decided, where the browser lets one', () => {
    const offered = () => body.all((one) => one.textContent === 'Turn on').length > 0;
    const missed = after(live, { act: 'offerTelling' });
    update(live);
    assert.equal(offered(), false);
    update(missed);
    assert.equal(offered(), true);
    button('No, thanks').fire('click');
    assert.deepEqual(asked.at(-1), ['prefer', { change: { notify: false } }]);
    update(after(missed, { act: 'prefer', change: { notify: false } }));
    assert.equal(offered(), false);
    may = 'denied';
    update(missed);
    assert.equal(offered(), false);
  });
});
