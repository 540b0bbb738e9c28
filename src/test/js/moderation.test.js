import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { mayDelete } from '../../main/webapp/js/editWindow.js';
import { createI18n } from './speaking.js';
import { keepsOrder, mutedUntil } from '../../main/webapp/js/moderation.js';
import { slowness } from '../../main/webapp/js/slow.js';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTimers, history, message, NEW_TAB, users, welcome } from './fakes.js';
import { fakeTab } from './fakeTab.js';
import { after } from './states.js';
import { mountWhole } from './wholePage.js';

const greeted = after(
  initialState({ ...NEW_TAB, name: 'Ada' }),
  welcome(1),
  users([1, 'Ada'], [2, 'Grace']),
  history(),
);
const given = (role) => ({
  type: 'role_changed',
  timestamp: 1_000,
  content: { user_id: 1, user_name: 'Ada', role, is_admin: role === 'admin' },
});

describe('order', () => {
  it('is kept by moderators, who delete what others said, but not what the server did', () => {
    const mine = after(greeted, message(1, 'spam'));
    const [entry] = mine.conversations.get('general').entries;
    assert.equal(mayDelete(mine, entry, 0), false);
    const moderator = after(mine, given('moderator'));
    assert.equal(keepsOrder(moderator), true);
    assert.equal(mayDelete(moderator, entry, 0), true);
    assert.equal(mayDelete(moderator, { ...entry, fromId: 0 }, 0), false);
    assert.equal(keepsOrder(after(moderator, given('member'))), false);
  });

  it('is kept from us until its time is over', () => {
    const muted = { type: 'muted', timestamp: 1_000, content: { until: 1_060, reason: 'spam' } };
    const state = after(greeted, muted);
    assert.equal(mutedUntil(state, 1_059_999), 1_060_000);
    assert.equal(mutedUntil(state, 1_060_000), 0);
    assert.equal(mutedUntil(after(state, { type: 'unmuted' }), 1_000_000), 0);
    const back = after(state, { ...welcome(1), content: { ...welcome(1).content, resumed: true } });
    assert.equal(mutedUntil(after(back, muted), 1_000_000), 1_060_000);
    assert.equal(mutedUntil(back, 1_000_000), 0);
    assert.equal(mutedUntil(after(state, welcome(9)), 1_000_000), 0);
  });

  it('says until when we are muted also where we only find out', () => {
    const content = { code: 'muted', retry_after_ms: 30_000, ref: 'x' };
    const state = after(greeted, { type: 'error', timestamp: 1_000, content });
    assert.equal(mutedUntil(state, 1_000_000), 1_030_000);
  });

  it('says how long one waits in slow mode, unless one keeps order there', () => {
    const slow = { type: 'slow_mode', timestamp: 1_000, room: 'general', content: { seconds: 30 } };
    const state = after(greeted, slow, message(1, 'x', { from: 1, name: 'Ada' }));
    assert.deepEqual(slowness(state, 1_000_001), { seconds: 30, left: 30 });
    assert.deepEqual(slowness(state, 1_030_001), { seconds: 30, left: 0 });
    assert.equal(slowness(after(state, given('moderator')), 1_000_001), null);
    assert.equal(slowness(greeted, 1_000_001), null);
  });

  it('says that the chat is locked down', () => {
    const turned = (on) => ({ type: 'lockdown', timestamp: 1_000, content: { on } });
    const state = after(greeted, turned(true));
    assert.equal(state.isLockedDown, true);
    assert.equal(after(state, turned(false)).isLockedDown, false);
  });

  it('does not let who was sent away come back by themselves', () => {
    const tab = fakeTab();
    const line = tab.greet(1);
    line.say('kicked', { content: { reason: 'spam' } });
    line.break(4003);
    tab.timers.pass(100_000);
    assert.equal(tab.WebSocket.opened.length, 1);
    assert.deepEqual(tab.state.removal, { code: 'kicked', reason: 'spam' });
    tab.act('reconnect');
    const next = tab.WebSocket.last;
    next.accept();
    next.say('error', { content: { code: 'banned', message: 'Banned', retry_after_ms: 9_500 } });
    next.break(4003);
    assert.deepEqual(tab.state.removal, { code: 'banned', reason: 'Banned', until: 1_010 });
  });
});

describe('the page', () => {
  let body;
  let asked;
  let update;

  beforeEach(async () => {
    const timers = fakeTimers();
    asked = [];
    body = openPage();
    const onAction = (name, details) => asked.push([name, details]);
    update = await mountWhole(body, { i18n: createI18n(['en']), onAction, timers, now: timers.now });
  });

  const byId = (id) => body.only(withAttribute('id', id));
  const formOf = (id) => byId(id).only(({ tag }) => tag === 'form');

  it('offers to keep order to who may', () => {
    const offered = () => body.only((node) => node.textContent === 'Keep order…' && node.getAttribute('class') === 'button small');
    update(greeted);
    assert.equal(offered().hidden, true);
    update(after(greeted, given('moderator')));
    assert.equal(offered().hidden, false);
    offered().fire('click');
    assert.deepEqual(asked[0][0], 'dialog');
    assert.equal(asked[0][1].kind, 'moderate');
    assert.equal(asked[0][1].person.id, 2);
  });

  it('is seen to be kept by whom, and who is a program', () => {
    const listed = (id, name, more) => ({ id, name, connected_at: 1, is_admin: false, ...more });
    const state = after(greeted, {
      ...users([1, 'Ada']),
      content: [
        listed(1, 'Ada', { is_admin: true }),
        listed(2, 'Grace', { is_moderator: true }),
        listed(3, 'Ear', { is_bot: true }),
        listed(4, 'Zoe'),
      ],
    });
    const shown = (next) => {
      update(next);
      const rows = body.all(withAttribute('class', 'person'));
      return rows.map((row) => row.only((node) => /side-item/.test(node.getAttribute('class'))).textContent);
    };
    assert.deepEqual(shown(state), ['Ada Administrator you', 'Ear Bot', 'Grace Moderator', 'Zoe']);
    body.only(withAttribute('aria-label', 'Write privately to Grace (Moderator)'));
    const content = { user_id: 4, user_name: 'Zoe', role: 'moderator', is_admin: false };
    const told = { type: 'role_changed', timestamp: 1_000, room: 'general', content };
    assert.equal(shown(after(state, told)).at(-1), 'Zoe Moderator');
  });

  it('asks what to do, for how long and why', () => {
    const open = after(greeted, given('admin'), {
      act: 'dialog',
      kind: 'moderate',
      person: { id: 2, name: 'Grace' },
    });
    update(open);
    byId('moderate-reason').value = ' spam ';
    const submit = () => formOf('moderate').fire('submit');
    const choose = (name) => {
      byId('moderate-act').value = name;
      byId('moderate-act').fire('change');
      submit();
      return asked.at(-1);
    };
    submit();
    const base = { id: 2, username: 'Grace', reason: 'spam', seconds: undefined, role: undefined };
    assert.deepEqual(asked.at(-1), ['mute', { ...base, seconds: 600 }]);
    assert.deepEqual(choose('kick'), ['kick', base]);
    byId('moderate-time').value = 'null';
    assert.deepEqual(choose('ban'), ['ban', base]);
    assert.deepEqual(choose('setRole'), ['setRole', { ...base, role: 'member' }]);
    assert.deepEqual(choose('mute'), ['mute', { ...base, seconds: 600 }]);
  });

  it('shows an administrator the numbers, the settings, who is banned and what was done', () => {
    const restraint = { kind: 'ban', user_id: 7, user_name: 'Bob', since: 1, until: 2, reason: 'spam' };
    const entry = (number) => ({ number, at: 1, kind: 'ban', actor_name: 'Ada', target_name: 'Bob' });
    const state = after(
      greeted,
      given('admin'),
      { act: 'dialog', kind: 'admin' },
      { type: 'stats', content: { users_online: 42, uptime_seconds: 120, server_time: 'now' } },
      { type: 'restraints', content: [{ ...restraint, by_name: 'Ada' }] },
      { type: 'config', content: [{ key: 'home', value: '/x', source: 'default' }] },
      { type: 'audit', content: [entry(3), entry(2)], has_more: true },
      { type: 'audit', content: [entry(1)], has_more: false },
    );
    update(state);
    const text = (words) => {
      body.only((node) => node.tag === 'button' && node.textContent === words).fire('click');
      return body.only((node) => node.tag === 'section' && !node.hidden && /admin-/.test(node.getAttribute('class'))).textContent;
    };
    assert.match(text('Numbers'), /^People online42/);
    assert.match(text('Bans and mutes'), /Bobbanned · until .* · spam · by Ada/);
    assert.match(text('Audit log'), /3. banAdaBob.*1. ban/);
    assert.match(text('Settings'), /home\/xdefault$/);
    assert.deepEqual(
      asked.map(([name, { section }]) => `${name} ${section}`),
      ['look numbers', 'look numbers', 'look bans', 'look acts', 'look settings'],
    );
  });

  it('says why nothing can be written, and why one had to go', () => {
    const muted = { type: 'muted', timestamp: 1, content: { until: 9_000, reason: 'spam' } };
    update(after(greeted, muted));
    const closed = body.only(withAttribute('class', 'composer-closed'));
    assert.match(closed.textContent, /^You have been muted until .*\. Reason: spam$/);
    update(
      after(
        greeted,
        { type: 'kicked', content: { reason: 'Kicked by admin' } },
        { act: 'connection', connection: { status: 'stopped', code: 4003 } },
      ),
    );
    const banner = body.only(withAttribute('class', 'banner'));
    assert.match(banner.textContent, /^A moderator sent you away\./);
    assert.doesNotMatch(banner.textContent, /Kicked by admin/);
  });
});
