import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { destinations, findDestinations } from '../../main/webapp/js/destinations.js';
import { createI18n } from './speaking.js';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { mountLater } from '../../main/webapp/js/view/dialogs.js';
import { mountSwitcher } from '../../main/webapp/js/view/switcher.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTimers, history, message, NEW_TAB, privately, rooms, users, welcome } from './fakes.js';
import { after } from './states.js';
import { mountWhole } from './wholePage.js';

const greeted = after(
  initialState({ ...NEW_TAB, name: 'Ada' }),
  welcome(1),
  users([1, 'Ada'], [2, 'Grace Hopper'], [3, '王小明']),
  history(),
  rooms({ general: 3, random: 1, 'game-night': 1 }),
  { act: 'join', room: 'random' },
  { ...users([1, 'Ada']), room: 'random' },
  { ...history(), room: 'random' },
  privately(3, 'psst', { from: 4, name: 'Gustav' }),
);

describe('where one can go', () => {
  const found = (query, state = greeted) =>
    findDestinations(destinations(state), query, state.current).map(({ kind, name }) => [kind, name]);

  it('is first where something is new, and not where one is', () => {
    const news = after(greeted, message(1, 'news'));
    assert.deepEqual(found('', news), [
      ['chat', 'Gustav'],
      ['room', 'general'],
      ['other', 'game-night'],
      ['person', 'Grace Hopper'],
      ['person', '王小明'],
    ]);
    const muted = after(news, { act: 'level', key: 'general', level: 'muted' });
    assert.deepEqual(destinations(muted)[0].unread, 0);
  });

  for (const [query, names] of [
    ['g', ['Gustav', 'general', 'game-night', 'Grace Hopper']],
    ['hop', ['Grace Hopper']],
    ['NIGHT', ['game-night']],
    ['rdm', ['random']],
    ['小', ['王小明']],
    ['#g', ['general', 'game-night']],
    ['@ g', ['Gustav', 'Grace Hopper']],
    ['random', ['random']],
    ['no such place', []],
  ])
    it(`is found by “${query}”`, () => {
      assert.deepEqual(found(query).map(([, name]) => name), names);
    });
});

describe('the way to go', () => {
  let body;
  let asked;
  let update;

  beforeEach(() => {
    asked = [];
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    update = mountSwitcher(body, { i18n: createI18n(['en']), onAction });
    update(act(greeted, { act: 'dialog', kind: 'switch' }));
  });

  const byId = (id) => body.only(withAttribute('id', id));
  const options = () => byId('switch-list').children;
  const chosen = () => options().find((node) => node.getAttribute('aria-selected') === 'true');
  const write = (text) => {
    byId('switch-to').value = text;
    byId('switch-to').fire('input');
  };
  const press = (key) => byId('switch-to').fire('keydown', { key });

  it('is gone by keyboard: letters, arrows, Enter', () => {
    write('g');
    press('ArrowDown');
    assert.match(chosen().textContent, /^general/);
    assert.equal(byId('switch-to').getAttribute('aria-activedescendant'), chosen().getAttribute('id'));
    press('Enter');
    assert.deepEqual(asked, [['closeDialog', undefined], ['open', { key: 'general' }]]);
  });

  it('leads into rooms one is not in, and to people one has not written to', () => {
    write('night');
    press('Enter');
    assert.deepEqual(asked.at(-1), ['join', { room: 'game-night' }]);
    write('hopper');
    press('Enter');
    assert.deepEqual(asked.at(-1), ['openPrivate', { person: { id: 2, name: 'Grace Hopper' } }]);
  });

  it('ends, where nothing is called so, in a search for the words', () => {
    write('two robots');
    press('ArrowUp');
    press('Enter');
    assert.deepEqual(asked.slice(1), [
      ['search', { query: 'two robots' }],
      ['dialog', { kind: 'search' }],
    ]);
  });
});

describe('the words that somebody looked for', () => {
  let body;
  let update;

  beforeEach(async () => {
    const timers = fakeTimers();
    body = openPage();
    const onAction = () => {};
    update = await mountWhole(body, { i18n: createI18n(['en']), onAction, timers, now: timers.now });
  });

  const state = after(
    greeted,
    { act: 'open', key: 'general' },
    message(1, 'The **two** robots, `robots()` and https://robots.example'),
    message(2, 'robots again'),
  );
  const goTo = (from, seq, words) =>
    after(from, { act: 'seek', key: 'general', seq, words }, { act: 'found' });
  const marks = (from) => {
    update(from);
    return body.all(({ tag }) => tag === 'mark').map(({ textContent }) => textContent);
  };

  it('are marked in the message that they led to, wherever they stand in it', () => {
    const shown = goTo(state, 1, ['two', 'robots']);
    assert.deepEqual(marks(shown), ['two', 'robots', 'robots', 'robots']);
  });

  it('are marked no more when the next message is found, nor where nothing was looked for', () => {
    const next = goTo(goTo(state, 1, ['robots']), 2, ['again']);
    assert.deepEqual(marks(next), ['again']);
    assert.deepEqual(marks(goTo(next, 1)), []);
  });
});

describe('a dialog that few need', () => {
  const there = { isGreeted: true, connection: { status: 'connected' }, dialog: null };
  const open = { ...there, dialog: { kind: 'rare' } };
  let timers;
  let asked;
  let loads;
  let drawn;
  let update;
  let fails;
  /** Its words are there before it is. */
  let learnt;

  beforeEach(() => {
    [timers, asked, loads, drawn, fails] = [fakeTimers(), [], 0, [], false];
    const load = async () => {
      loads++;
      if (fails) throw new Error('no line');
      return () => (learnt ? (state) => drawn.push(state) : null);
    };
    const onAction = (name, details) => asked.push(details?.notice.code ?? name);
    const i18n = { learn: async () => (learnt = true) };
    learnt = false;
    update = mountLater('rare', load)(null, { i18n, onAction, timers });
  });

  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('is fetched when it is asked for, once, and shows what is so by then', async () => {
    update(open);
    update({ ...open, dialog: null });
    await settled();
    assert.deepEqual([loads, drawn], [1, [{ ...open, dialog: null }]]);
  });

  it('is fetched, too, some time after the greeting, to be there without a line', async () => {
    update(there);
    assert.equal(loads, 0);
    timers.pass(3_000);
    await settled();
    update(open);
    assert.deepEqual([loads, drawn.at(-1)], [1, open]);
  });

  it('is not fetched from a server that is away, but when it is back', async () => {
    update(there);
    update({ ...there, connection: { status: 'waiting' } });
    timers.pass(3_000);
    assert.equal(loads, 0);
    update(there);
    timers.pass(3_000);
    await settled();
    assert.equal(loads, 1);
  });

  it('that cannot be had is closed, with a word, and can be asked for again', async () => {
    fails = true;
    const alone = { ...open, connection: { status: 'waiting' } };
    update(alone);
    await settled();
    assert.deepEqual(asked, ['closeDialog', 'offline']);
    fails = false;
    update(alone);
    await settled();
    assert.deepEqual(drawn, [alone]);
  });

  it('that a server has no more which is there belonged to an older page', async () => {
    fails = true;
    update(open);
    await settled();
    assert.deepEqual(asked, ['closeDialog', 'renewed']);
  });
});
