import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, it } from 'node:test';
import { createI18n, wordsIn } from './speaking.js';
import { ANYWHERE, READING, SHORTCUTS, SUGGESTED, WRITING } from '../../main/webapp/js/shortcuts.js';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { mountRoom } from '../../main/webapp/js/view/room.js';
import { mountShortcuts } from '../../main/webapp/js/view/shortcutsSheet.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTimers, history, message, NEW_TAB, privately, rooms, users, welcome } from './fakes.js';
import { after } from './states.js';

const greeted = after(
  initialState({ ...NEW_TAB, name: 'Ada' }),
  welcome(1),
  users([1, 'Ada'], [2, 'Grace']),
  history(),
  rooms({ general: 2, random: 1 }),
  { act: 'join', room: 'random' },
  { ...users([1, 'Ada']), room: 'random' },
  { ...history(), room: 'random' },
  privately(3, 'psst'),
);

/** What is pressed for a shortcut. */
const pressed = ({ keys }) => ({
  key: keys.at(-1),
  ctrlKey: keys.includes('Control'),
  altKey: keys.includes('Alt'),
  shiftKey: keys.includes('Shift'),
});

describe('the shortcuts', () => {
  let body;
  let asked;
  let update;
  let onAction;

  beforeEach(() => {
    const timers = fakeTimers();
    asked = [];
    body = openPage();
    onAction = (name, details) => asked.push([name, details]);
    update = mountRoom(body, { i18n: createI18n(['en']), onAction, timers, now: timers.now });
    update(greeted);
  });

  const byId = (id) => body.only(withAttribute('id', id));
  const button = () => body.only(withAttribute('aria-label', 'Create a room'));
  const press = (at, event) => {
    asked.length = 0;
    at.fire('keydown', event);
    return asked.filter(([name]) => name !== 'wrote');
  };

  const MEANT = {
    switch: ['dialog', { kind: 'switch' }],
    search: ['dialog', { kind: 'search' }],
    shortcuts: ['dialog', { kind: 'shortcuts' }],
    previous: ['open', { key: 'general' }],
    next: ['open', { key: '@2' }],
    previousUnread: ['open', { key: '@2' }],
    nextUnread: ['open', { key: '@2' }],
    firstUnread: ['firstUnread', undefined],
    back: ['back', undefined],
  };

  it('do, anywhere in the page, what the sheet says, and no other key does anything', () => {
    for (const shortcut of ANYWHERE)
      assert.deepEqual(press(button(), pressed(shortcut)), [MEANT[shortcut.name]], shortcut.name);
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789,./?;'];
    const keys = [...letters, 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'F1', 'Home', 'PageUp', 'PageDown', 'Delete'];
    const told = new Set(ANYWHERE.map((shortcut) => JSON.stringify(pressed(shortcut))));
    for (const key of keys)
      for (let held = 0; held < 8; held++) {
        const [ctrlKey, altKey, shiftKey] = [held & 1, held & 2, held & 4].map(Boolean);
        const event = { key, ctrlKey, altKey, shiftKey };
        // Whether it takes Shift to type one of these is the keyboard's affair.
        const isTyped = ['/', '?'].includes(key) && !ctrlKey && !altKey;
        if (isTyped || told.has(JSON.stringify(event))) continue;
        assert.deepEqual(press(button(), event), [], JSON.stringify(event));
      }
  });

  it('that are a character are typed in a field, and are obeyed nowhere if that is not wanted', () => {
    for (const key of ['/', '?']) {
      assert.deepEqual(press(byId('chat-composer'), { key }), []);
      assert.equal(press(button(), { key, shiftKey: key === '?' }).length, 1);
    }
    update(act(greeted, { act: 'prefer', change: { keys: false } }));
    for (const key of ['/', '?']) assert.deepEqual(press(button(), { key }), []);
    assert.equal(press(button(), { key: 'k', ctrlKey: true }).length, 1);
  });

  it('know a letter on a keyboard without Latin ones, and with Caps Lock', () => {
    const field = byId('chat-composer');
    for (const event of [{ key: 'л', code: 'KeyK' }, { key: 'K', code: 'KeyK' }])
      assert.deepEqual(press(field, { ...event, ctrlKey: true }), [MEANT.switch]);
    assert.deepEqual(press(field, { key: 't', code: 'KeyK', ctrlKey: true }), []);
  });

  it('are left alone in what is open over the page; the key that opened the way to go closes it', () => {
    update(act(greeted, { act: 'dialog', kind: 'create' }));
    for (const shortcut of ANYWHERE) assert.deepEqual(press(button(), pressed(shortcut)), []);
    update(act(greeted, { act: 'dialog', kind: 'switch' }));
    assert.deepEqual(press(button(), { key: 'k', ctrlKey: true }), [['closeDialog', undefined]]);
  });

  it('go past what is muted to what is unread', () => {
    const news = after(greeted, message(1, 'news'), { act: 'level', key: '@2', level: 'muted' });
    update(news);
    assert.deepEqual(press(button(), pressed({ keys: ['Alt', 'Shift', 'ArrowDown'] })), [
      ['open', { key: 'general' }],
    ]);
  });

  it('are all in the sheet, by a name in words', () => {
    const context = { i18n: createI18n(['en']), onAction };
    mountShortcuts(body, context)(act(greeted, { act: 'dialog', kind: 'shortcuts' }));
    const rows = byId('shortcuts').all(({ tag }) => tag === 'dt');
    const all = Object.entries(SHORTCUTS).flatMap(([group, some]) =>
      some.map(({ name }) => wordsIn('en')[`keys.${group}.${name}`]),
    );
    assert.deepEqual(rows.map(({ textContent }) => textContent), all);
    assert.match(byId('shortcuts').textContent, /Go to a room or a personCtrl\+K/);
    assert.match(byId('shortcuts').textContent, /Previous unread conversationAlt\+Shift\+↑/);
    byId('single-keys').checked = false;
    byId('single-keys').fire('change');
    assert.deepEqual(asked.at(-1), ['prefer', { change: { keys: false } }]);
  });

  it('that are heard in one place are those that the page looks for there', () => {
    const looksFor = (file) => {
      const source = readFileSync(new URL(`../../main/webapp/js/view/${file}.js`, import.meta.url), 'utf8');
      const steps = /const STEPS = \{(.*)\}/.exec(source)?.[1].match(/[A-Z]\w+/g) ?? [];
      const keys = [...source.matchAll(/isKey\(event, '(\w+)'\)/g)].map(([, key]) => key);
      return new Set([...steps, ...keys]);
    };
    const told = (shortcuts) =>
      new Set(shortcuts.flatMap(({ keys }) => keys).filter((key) => key !== 'Shift'));
    assert.deepEqual(looksFor('composer'), told(WRITING));
    assert.deepEqual(looksFor('suggest'), told(SUGGESTED));
    assert.deepEqual(looksFor('stops'), told(READING));
  });
});
