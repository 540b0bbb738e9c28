import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createI18n } from './speaking.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTab } from './fakeTab.js';
import { mountWhole } from './wholePage.js';

const person = (id, name, more) => {
  return { id, name, role: 'member', kind: 'account', created_at: 1, online: false, ...more };
};
const isA = (tag) => (node) => node.tag === tag;

describe('an administrator', () => {
  let tab;
  let line;
  let body;

  beforeEach(() => open({ name: 'Ada', role: 'admin' }));

  async function open(who) {
    tab = fakeTab();
    line = tab.greet(1, who);
    body = openPage();
    const context = { i18n: createI18n(['en']), now: tab.timers.now };
    const update = await mountWhole(body, { ...context, onAction });
    const draw = () => update(tab.state);
    function onAction(name, details) {
      tab.act(name, details);
      draw();
    }
    tab.do = onAction;
    tab.hear = (type, rest) => {
      line.say(type, rest);
      draw();
    };
    draw();
  }

  const byId = (id) => body.only(withAttribute('id', id));
  const press = (words, place = body) =>
    place.only((node) => isA('button')(node) && node.textContent === words).fire('click');
  const section = (words) => {
    tab.do('dialog', { kind: 'admin' });
    press(words);
    return byId('admin').only((node) => node.getAttribute('class') === 'admin-section' && !node.hidden);
  };
  const last = (type) => line.ofType(type).at(-1);
  const rows = (place) => place.all(isA('li')).map(({ textContent }) => textContent);
  const fill = (id, value) => (byId(id).value = value);
  const submit = (place) => place.only(isA('form')).fire('submit');
  const told = (...content) => {
    const { ref } = last('get_people');
    tab.hear('people', { ref, has_more: false, content });
  };

  it('sees who has an account, and finds somebody by how the name begins', () => {
    const place = section('People');
    const bob = person(3, 'Bob', { role: 'moderator', kind: 'container', online: true, muted: true });
    told(person(2, 'Ann', { banned: true }), bob, person(4, 'Ear', { kind: 'bot' }));
    assert.deepEqual(
      rows(place).map((row) => row.replace(/since.*/, '')),
      ['AnnMember · banned', 'BobModerator · signs in elsewhere · online · muted', 'EarMember · bot'],
    );
    fill('admin-person', ' b ');
    submit(place);
    assert.equal(last('get_people').name, 'b');
    told(bob);
    assert.equal(rows(place).length, 1);
    told();
    assert.match(place.textContent, /Nobody has an account of such a name/);
  });

  it('sees more of them, and what is told too late is not shown', () => {
    const place = section('People');
    tab.hear('people', { ref: last('get_people').ref, has_more: true, content: [person(2, 'Ann')] });
    press('More people', place);
    const { ref, after } = last('get_people');
    assert.equal(after, 2);
    tab.hear('people', { ref: 'other', has_more: false, content: [person(9, 'Eve')] });
    tab.hear('people', { ref, has_more: false, content: [person(3, 'Bob')] });
    assert.deepEqual(
      rows(place).map((row) => row.slice(0, 3)),
      ['Ann', 'Bob'],
    );
  });

  it('acts on one of them, and comes back to what they saw', () => {
    const place = section('People');
    fill('admin-person', 'an');
    submit(place);
    told(person(2, 'Ann', { role: 'moderator' }));
    press('Keep order…', place);
    assert.equal(byId('moderate').open, true);
    assert.equal(byId('moderate-role').value, 'moderator');
    submit(byId('moderate'));
    assert.equal(last('mute').target_id, 2);
    byId('moderate').only(withAttribute('aria-label', 'Close')).fire('click');
    assert.deepEqual([byId('moderate').open, byId('admin').open], [false, true]);
    assert.equal(place.hidden, false);
    assert.equal(last('get_people').name, 'an');
    assert.equal(line.ofType('get_people').length, 3);
  });

  it('makes an invitation where one is needed, which is shown once', async () => {
    assert.equal(section('Invitations').only(isA('form')).hidden, true);
    await open({ name: 'Ada', role: 'admin', features: { persistent: true, registration: 'invitation' } });
    const place = section('Invitations');
    fill('invitation-uses', '5000');
    submit(place);
    const { uses, seconds, ref } = last('create_invitation');
    assert.deepEqual([uses, seconds], [1_000, 604_800]);
    tab.hear('invitation', { ref, content: { token: 'secret', expires_at: 9, uses: 1_000 } });
    assert.equal(byId('invitation-token').value, 'secret');
    assert.match(place.textContent, /For 1,000 accounts, until .* It is not shown again/);
    tab.do('closeDialog');
    section('Invitations');
    assert.equal(byId('invitation-token').value, '');
    assert.doesNotMatch(tab.storage.getItem('chatroom'), /secret/);
  });

  it('lets a program come as a bot', () => {
    tab.do('profile');
    fill('token-name', ' CI ');
    fill('token-bot', 'Builder');
    byId('token-moderate').checked = true;
    fill('token-time', 'null');
    submit(byId('profile').only(isA('fieldset')).parent.parent);
    const { name, scopes, seconds, bot } = last('create_token');
    assert.deepEqual([name, scopes, seconds, bot], ['CI', 'read,moderate', undefined, 'Builder']);
  });

  it('who only keeps order is shown nobody, and acts by name', async () => {
    await open({ name: 'Mo', role: 'moderator' });
    const place = section('People');
    assert.equal(last('get_people'), undefined);
    fill('admin-person', 'Ann');
    submit(place);
    assert.deepEqual(tab.state.dialog.person, { name: 'Ann' });
  });

  it('a member has tokens for programs: made, shown once, and revoked', async () => {
    await open({ name: 'Ann', role: 'member' });
    tab.do('profile');
    const entry = { id: 't1', name: 'CI', scopes: 'read', user_id: 1, bot: false, created_at: 1 };
    tab.hear('tokens', { ref: last('get_tokens').ref, content: [{ ...entry, online: true }] });
    assert.deepEqual([byId('token-bot').parent.hidden, byId('token-moderate').parent.hidden], [true, true]);
    const form = byId('profile').only(isA('fieldset')).parent.parent;
    submit(form);
    assert.equal(last('create_token'), undefined);
    fill('token-name', 'mine');
    byId('token-write').checked = true;
    submit(form);
    const { ref, scopes, seconds } = last('create_token');
    assert.deepEqual([scopes, seconds], ['read,write', 2_592_000]);
    tab.hear('token_created', { ref, content: { token: 'secret', name: 'mine' } });
    assert.equal(byId('token-secret').value, 'secret');
    assert.equal(line.ofType('get_tokens').length, 2);
    byId('profile').only(withAttribute('aria-label', 'Revoke the token CI')).fire('click');
    assert.equal(last('revoke_token').id, 't1');
    tab.hear('tokens', { ref: last('revoke_token').ref, content: [] });
    assert.match(byId('profile').textContent, /No program has a token.*The token is revoked/);
    tab.do('closeDialog');
    tab.do('profile');
    assert.equal(byId('token-secret').value, '');
  });

  it('who is vouched for gives programs no token, but an administrator those of bots', async () => {
    await open({ name: 'ann', role: 'member', vouched: true });
    tab.do('profile');
    assert.equal(byId('token-name').parent.parent.parent.parent.hidden, true);
    await open({ name: 'boss', role: 'admin', vouched: true });
    tab.do('profile');
    fill('token-name', 'CI');
    const form = byId('profile').only(isA('fieldset')).parent.parent;
    submit(form);
    assert.equal(last('create_token'), undefined);
    fill('token-bot', 'Builder');
    submit(form);
    assert.equal(last('create_token').bot, 'Builder');
  });
});
