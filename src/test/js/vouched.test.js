import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { contents, fakeTab } from './fakeTab.js';

const ALICE = { name: 'alice', role: 'member', vouched: true };
const settle = () => new Promise((done) => setImmediate(done));

describe('who is signed in by the container', () => {
  let tab;

  beforeEach(async () => {
    tab = fakeTab();
    tab.login.isThere = true;
    tab.greet(1, ALICE);
    await settle();
  });

  const remembered = () => JSON.parse(tab.storage.getItem('chatroom'));

  it('says no name of their own, and is asked for none', () => {
    assert.equal(tab.state.naming.open, false);
    assert.deepEqual(tab.state.vouched, { canSignOut: true });
    tab.reload();
    tab.WebSocket.last.accept();
    assert.deepEqual([tab.hello().name, tab.hello().resume_token], [undefined, 'token-1']);
  });

  it('has their session kept by what they do, as long as there is a line', async () => {
    assert.deepEqual(tab.login.asked, ['renew', 'used']);
    await tab.act('used');
    assert.deepEqual(tab.login.asked, ['renew', 'used', 'used']);
    tab.WebSocket.last.break(1001);
    await tab.act('used');
    assert.equal(tab.login.asked.length, 3);
  });

  it('whose session is over goes on after signing in again', async () => {
    tab.WebSocket.last.break(1008);
    await settle();
    assert.deepEqual(tab.state.connection, { status: 'stopped', code: 1008 });
    assert.equal(tab.state.dialog, null);
    tab.write('later');
    tab.reload();
    const line = tab.greet(1, { ...ALICE, resumed: true });
    assert.deepEqual(contents(line), ['later']);
  });

  it('whose line is refused because the session is over is told so, and who has one waits', async () => {
    tab.breakLine();
    tab.WebSocket.last.break();
    await settle();
    assert.equal(tab.state.connection.status, 'waiting');
    tab.login.isThere = false;
    tab.timers.pass(100_000);
    tab.WebSocket.last.break();
    await settle();
    assert.deepEqual(tab.state.connection, { status: 'stopped', code: 1008 });
    const lines = tab.WebSocket.opened.length;
    tab.timers.pass(1_000_000);
    assert.equal(tab.WebSocket.opened.length, lines);
  });

  it('leaves nothing behind by signing out', async () => {
    tab.WebSocket.last.break();
    tab.write('mine alone');
    await tab.act('signOut');
    await settle();
    assert.deepEqual(tab.login.asked.slice(2), ['end']);
    assert.deepEqual(tab.state.connection, { status: 'stopped', code: 1008 });
    assert.deepEqual([tab.state.me, tab.state.account, tab.state.naming.open], [null, null, false]);
    const { name, token, isSignedIn } = remembered();
    assert.deepEqual([name, token, isSignedIn], ['', '', false]);
  });

  it('leaves to nobody else what they wrote', () => {
    tab.WebSocket.last.break(1008);
    tab.write('from alice');
    tab.reload();
    const line = tab.greet(2, { name: 'bob', role: 'member', vouched: true });
    assert.deepEqual(contents(line), []);
  });

  it('stays if that cannot be said to the container', async () => {
    tab.login.end = async () => false;
    await tab.act('signOut');
    assert.equal(tab.state.notice.code, 'offline');
    assert.equal(tab.state.connection.status, 'connected');
  });

  it('may not sign out here if a proxy does that', async () => {
    const other = fakeTab();
    other.greet(3, ALICE);
    await settle();
    assert.deepEqual(other.state.vouched, { canSignOut: false });
  });
});

describe('a guest', () => {
  it('has no session to be kept', async () => {
    const tab = fakeTab();
    tab.greet(1);
    await tab.act('used');
    tab.WebSocket.last.break();
    await settle();
    assert.deepEqual(tab.login.asked, []);
    assert.equal(tab.state.connection.status, 'waiting');
  });
});

describe('what was told before a reload', () => {
  it('is told again behind the welcome, or holds no more', () => {
    const tab = fakeTab();
    const line = tab.greet(1);
    line.say('muted', { content: { until: 5_000, reason: 'spam' } });
    line.say('lockdown', { content: { on: true, message: '' } });
    tab.reload();
    tab.greet(1, { resumed: true }).say('muted', { content: { until: 5_000, reason: 'spam' } });
    assert.deepEqual(tab.state.muted, { until: 5_000, reason: 'spam' });
    assert.equal(tab.state.isLockedDown, false);
    tab.breakLine();
    tab.greet(1, { resumed: true }).say('lockdown', { content: { on: true, message: '' } });
    assert.equal(tab.state.muted, null);
    assert.equal(tab.state.isLockedDown, true);
  });
});
