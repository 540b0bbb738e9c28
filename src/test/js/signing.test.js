import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { history, message, privately, users } from './fakes.js';
import { contents, fakeTab } from './fakeTab.js';

const ME = { username: 'Ada', password: 'correct horse' };

describe('an account', () => {
  let tab;
  let line;

  beforeEach(() => {
    tab = fakeTab();
    line = tab.greet(1);
    tab.act('dialog', { kind: 'sign', mode: 'in' });
  });

  const remembered = () => JSON.parse(tab.storage.getItem('chatroom'));
  const sent = (type) => line.ofType(type)[0];
  const succeed = (id, type = 'auth', rest = {}) =>
    line.say('auth_success', {
      ref: sent(type).ref,
      content: { user_id: id, user_name: 'Ada', is_admin: false, role: 'member', ...rest },
    });
  const failure = () => tab.state.dialog?.failure?.code;

  it('is somebody else than the guest, who keeps what they write', () => {
    line.sayAll(message(1, 'hi', { from: 1, name: 'User1' }), privately(2, 'psst'));
    tab.act('signIn', ME);
    tab.write('from whom?');
    assert.deepEqual(contents(line), []);
    assert.equal(tab.state.dialog.ref, 'sign');
    succeed(7, 'auth', { resume_token: 'token-7' });
    assert.equal(tab.state.dialog, null);
    assert.deepEqual(tab.state.me, { id: 7, name: 'Ada' });
    assert.deepEqual(tab.state.account, { role: 'member' });
    assert.equal(tab.conversation('@2'), undefined);
    const [own] = [message(1, 'hi', { from: 1, name: 'User1' })];
    line.sayAll(users([7, 'Ada']), history(own));
    assert.deepEqual(contents(line), ['from whom?']);
    assert.deepEqual(
      tab.entries().map((entry) => entry.own),
      [false, true],
    );
    const { token, name, isSignedIn } = remembered();
    assert.deepEqual([token, name, isSignedIn], ['token-7', 'Ada', true]);
    assert.doesNotMatch(tab.storage.getItem('chatroom'), /correct horse/);
  });

  it('that is made leaves all as it was', () => {
    line.sayAll(privately(2, 'psst'));
    tab.act('signUp', ME);
    assert.equal(sent('register').password, ME.password);
    succeed(1, 'register');
    assert.equal(tab.conversation('@2').entries.length, 1);
    assert.equal(remembered().token, 'token-1');
    tab.breakLine();
    tab.WebSocket.last.accept();
    const { name, resume_token: token } = tab.hello();
    assert.deepEqual([name, token], [undefined, 'token-1']);
  });

  it('with a wrong password leaves the guest, who comes back once', () => {
    tab.act('signIn', ME);
    tab.refuse(line, sent('auth'), 'auth_failed');
    line.break(4001);
    assert.equal(tab.WebSocket.opened.length, 2);
    assert.equal(failure(), 'auth_failed');
    assert.equal(tab.state.dialog.ref, undefined);
    const back = tab.resume(1);
    assert.equal(tab.hello().resume_token, 'token-1');
    assert.equal(failure(), 'auth_failed');
    back.break(4001);
    tab.timers.pass(100_000);
    assert.equal(tab.WebSocket.opened.length, 2);
  });

  it('asked for again before the line is closed for a wrong password goes over the next one', () => {
    tab.act('signIn', { ...ME, password: 'wrong' });
    tab.refuse(line, sent('auth'), 'auth_failed');
    tab.act('signIn', ME);
    assert.equal(line.ofType('auth').length, 1);
    line.break(4001);
    assert.equal(failure(), undefined);
    const back = tab.resume(1);
    assert.equal(back.ofType('auth').length, 1);
    assert.equal(back.ofType('auth')[0].password, ME.password);
  });

  it('that cannot be had is said, and what was written meanwhile goes out', () => {
    for (const code of ['name_taken', 'weak_password', 'registration_closed', 'rate_limited']) {
      tab.act('signUp', ME);
      tab.write(code);
      tab.refuse(line, line.ofType('register').at(-1), code);
      assert.equal(failure(), code);
      tab.ack(line, line.ofType('message').at(-1), contents(line).length);
    }
    assert.equal(contents(line).length, 4);
  });

  it('is made by an invitation where one is needed', () => {
    tab.act('signUp', ME);
    assert.equal(sent('register').invitation, undefined);
    tab.refuse(line, sent('register'), 'invalid_invitation');
    tab.act('signUp', { ...ME, invitation: 'abc' });
    assert.equal(line.ofType('register')[1].invitation, 'abc');
  });

  it('is asked for once, and that is over with the line', () => {
    tab.act('signIn', ME);
    tab.act('signIn', ME);
    assert.equal(line.ofType('auth').length, 1);
    tab.breakLine();
    assert.equal(failure(), 'unconfirmed');
    const next = tab.resume(1);
    assert.equal(next.ofType('auth').length, 0);
  });

  it('is asked for when there is a line again', () => {
    line.break();
    tab.act('signIn', ME);
    line = tab.resume(1);
    assert.equal(line.ofType('auth').length, 1);
    succeed(7);
    assert.equal(tab.state.me.id, 7);
  });

  it('is left with its token, on the server, too, and a new guest begins', () => {
    tab.act('signIn', ME);
    succeed(7, 'auth', { resume_token: 'token-7' });
    tab.act('signOut');
    const { ref } = sent('get_sessions');
    line.say('sessions', { ref, content: [{ id: 'x' }, { id: 'own', current: true }] });
    assert.equal(sent('end_sessions').id, 'own');
    assert.equal(tab.state.me, null);
    assert.equal(tab.state.account, null);
    tab.WebSocket.last.accept();
    const { name, resume_token: token } = tab.hello();
    assert.deepEqual([name, token], [undefined, undefined]);
  });

  it('is left also when the server does not answer', () => {
    tab.act('signUp', ME);
    succeed(1, 'register');
    tab.act('signOut');
    tab.timers.pass(5_000);
    assert.equal(remembered().token, '');
    assert.equal(tab.WebSocket.opened.length, 2);
  });

  it('whose session was ended elsewhere asks to sign in again, and sends nothing as a guest', () => {
    tab.act('signUp', ME);
    succeed(1, 'register');
    line.sayAll(history());
    tab.write('one');
    tab.write('two');
    line.break(1008);
    assert.equal(failure(), 'session_ended');
    tab.act('signIn', ME);
    line = tab.greet(9);
    assert.deepEqual(contents(line), []);
    assert.equal(line.ofType('auth').length, 1);
    assert.deepEqual(tab.statuses(), ['one failed', 'two failed']);
  });

  describe('where one is needed', () => {
    beforeEach(() => {
      tab = fakeTab();
      bar();
    });

    function bar() {
      line = tab.WebSocket.last;
      line.accept();
      line.say('error', { content: { code: 'not_allowed', message: 'Sign in first' } });
    }

    it('is asked for before all else, without a line that waits', () => {
      assert.equal(tab.state.isBarred, true);
      assert.equal(tab.state.dialog.kind, 'sign');
      tab.act('closeDialog');
      assert.equal(tab.state.dialog.kind, 'sign');
      tab.timers.pass(100_000);
      assert.equal(tab.WebSocket.opened.length, 1);
    });

    it('lets one in', () => {
      tab.act('signIn', ME);
      bar();
      assert.equal(tab.state.dialog.ref, 'sign');
      succeed(7);
      tab.WebSocket.last.accept = () => {};
      tab.greet(7, { resumed: true, name: 'Ada' });
      assert.equal(tab.state.isBarred, false);
      assert.equal(tab.state.dialog, null);
      assert.equal(remembered().token, 'token-7');
    });

    it('says why it does not', () => {
      tab.act('signIn', ME);
      bar();
      tab.refuse(line, sent('auth'), 'auth_failed');
      assert.equal(failure(), 'auth_failed');
      assert.equal(tab.state.connection.status, 'stopped');
      tab.act('dialog', { kind: 'sign', mode: 'up' });
      tab.act('signUp', ME);
      bar();
      assert.equal(line.ofType('register').length, 1);
    });
  });
});
