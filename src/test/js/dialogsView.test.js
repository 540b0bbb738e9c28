import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createI18n } from './speaking.js';
import { initialState } from '../../main/webapp/js/store.js';
import { openPage, withAttribute } from './fakePage.js';
import { fakeTimers, history, message, NEW_TAB, users, welcome } from './fakes.js';
import { after } from './states.js';
import { mountWhole } from './wholePage.js';

const listed = (...content) => ({ type: 'rooms', timestamp: 1_000, content });
const general = { name: 'general', users_online: 2, last_seq: 0, unread: 0, joined: true };
const greeted = after(
  initialState({ ...NEW_TAB, name: 'Ada' }),
  welcome(1),
  users([1, 'Ada'], [2, 'Grace']),
  history(),
  listed({ ...general, topic: 'Films' }),
);
const dialog = (kind, room) => ({ act: 'dialog', kind, room });

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
  const withClass = (name) => body.only(withAttribute('class', name));
  const called = (label, place = body) => place.only(withAttribute('aria-label', label));
  const says = (words, place) =>
    place.only((node) => node.tag === 'button' && node.textContent === words);
  const alertIn = (place) => place.only(withAttribute('role', 'alert')).textContent;

  describe('makes rooms', () => {
    beforeEach(() => update(after(greeted, dialog('create'))));

    it('as somebody wants them', () => {
      const place = byId('create-room');
      assert.equal(place.open, true);
      byId('new-room-name').value = ' #Book Club ';
      byId('new-room-topic').value = ' Books ';
      byId('new-room-private').checked = true;
      place.only(({ tag }) => tag === 'form').fire('submit');
      const wanted = { room: 'book club', topic: 'Books', isPrivate: true };
      assert.deepEqual(asked, [['createRoom', { ...wanted, isAnnouncement: undefined }]]);
    });

    it('not twice while the server has not answered, and says why it would not', () => {
      const place = byId('create-room');
      const asking = {
        act: 'errandAsked',
        ref: 'r',
        errand: { for: 'dialog', name: 'createRoom' },
      };
      const busy = after(greeted, dialog('create'), asking);
      update(busy);
      place.only(({ tag }) => tag === 'form').fire('submit');
      assert.deepEqual(asked, []);
      update(after(busy, { ...asking, act: 'errandRefused', failure: { code: 'room_exists' } }));
      assert.match(alertIn(place), /^There is a room by this name/);
    });

    it('until somebody closes the dialog, by any of its ways', () => {
      const place = byId('create-room');
      called('Close', place).fire('click');
      place.fire('cancel');
      place.fire('click');
      byId('new-room-name').fire('keydown', { key: 'Escape' });
      assert.deepEqual(
        asked.map(([name]) => name),
        Array(4).fill('closeDialog'),
      );
      update(greeted);
      assert.equal(place.open, false);
    });
  });

  describe('about a room', () => {
    const owned = { ...general, name: 'plans', owner_id: 1, private: true };
    const joined = (facts) =>
      after(greeted, listed(general, { ...owned, ...facts }), dialog('room', 'plans'));
    const ada = { user_id: 1, user_name: 'Ada', may_write: true, is_owner: true, is_online: true };
    const bea = { user_id: 3, user_name: 'Bea', may_write: true, is_online: true };
    const cleo = { user_id: 4, user_name: 'Cleo', may_write: false };
    const invited = (state, ...people) => {
      const content = [ada, ...people];
      const told = { type: 'members', room: 'plans', members_count: content.length, content };
      return after(state, { ...told, timestamp: 1_000 });
    };
    const offered = () =>
      withClass('side-list members')
        .all(({ tag, hidden }) => tag === 'button' && !hidden)
        .map((button) => button.getAttribute('aria-label'));
    const standings = () =>
      withClass('side-list members')
        .all(withAttribute('class', 'hint'))
        .map(({ textContent }) => textContent);

    it('lets who may say what it is about do so, and shows it to others', () => {
      update(after(greeted, dialog('room', 'general')));
      const place = byId('about-room');
      assert.match(place.textContent, /^#general/);
      assert.equal(byId('room-topic').value, 'Films');
      byId('room-topic').value = 'Music';
      place.only(({ tag }) => tag === 'form').fire('submit');
      assert.deepEqual(asked, [['setTopic', { room: 'general', topic: 'Music' }]]);
      update(joined({ owner_id: 2, topic: 'Secrets' }));
      assert.equal(place.only(({ tag }) => tag === 'form').hidden, true);
      assert.equal(withClass('about-topic').textContent, 'Secrets');
    });

    it('leads to what was said in it, if a browser by itself may read that', () => {
      const past = () => byId('about-room').only(({ tag }) => tag === 'a');
      update(after(greeted, listed(general, { ...general, name: '旅行' }), dialog('room', '旅行')));
      const address = 'https://example.org/chat/archive/%E6%97%85%E8%A1%8C/';
      assert.equal(past().getAttribute('href'), address);
      assert.equal(past().parent.hidden, false);
      update(joined({}));
      assert.equal(past().parent.hidden, true);
    });

    it('lets its owner let people in, let them write and close it', () => {
      update(invited(joined({ announcement: true })));
      called('Invite Grace').fire('click');
      called('Let Grace write').fire('click');
      says('Archive this room', byId('about-room')).fire('click');
      const about = { room: 'plans', id: 2, isPrivate: true };
      assert.deepEqual(asked, [
        ['invite', about],
        ['letWrite', about],
        ['archive', { room: 'plans', archived: true }],
      ]);
      update(joined({ archived: true }));
      assert.equal(withClass('side-list members').parent.hidden, true);
      says('Open it again', byId('about-room')).fire('click');
      assert.deepEqual(asked.at(-1), ['archive', { room: 'plans', archived: false }]);
    });

    it('shows its owner who was invited, here or away, once that is told', () => {
      update(joined());
      assert.equal(withClass('side-list members').hidden, true);
      update(invited(joined(), bea, cleo));
      assert.equal(withClass('side-list members').hidden, false);
      assert.deepEqual(offered(), ['Remove Bea', 'Remove Cleo', 'Invite Grace']);
      assert.deepEqual(standings(), ['Invited · not in this room', 'Invited · offline', '']);
      called('Remove Cleo').fire('click');
      assert.deepEqual(asked, [['uninvite', { room: 'plans', id: 4, isPrivate: true }]]);
    });

    it('shows its owner who may write there, and takes that away', () => {
      update(invited(joined({ announcement: true, private: undefined }), bea));
      assert.deepEqual(offered(), ['Stop Bea from writing', 'Let Grace write']);
      assert.deepEqual(standings(), ['May write · not in this room', 'May read']);
      update(invited(joined({ announcement: true }), bea, cleo));
      assert.deepEqual(offered(), [
        'Stop Bea from writing',
        'Remove Bea',
        'Let Cleo write',
        'Remove Cleo',
        'Invite Grace',
        'Let Grace write',
      ]);
      assert.deepEqual(standings().slice(0, 2), [
        'May write · not in this room',
        'May read · offline',
      ]);
      called('Stop Bea from writing').fire('click');
      assert.deepEqual(asked, [['stopWriting', { room: 'plans', id: 3, isPrivate: true }]]);
    });

    it('says that the list is cut', () => {
      const content = [ada, bea];
      const told = { type: 'members', room: 'plans', members_count: 1_001, content };
      update(after(joined(), { ...told, timestamp: 1_000 }));
      assert.match(
        byId('about-room').textContent,
        /Only 1 of the 1,000 people who were invited are shown\./,
      );
    });

    it('keeps the focus with somebody whose button did its work, or goes to the heading', () => {
      const state = invited(joined({ announcement: true }), bea, cleo);
      update(state);
      const remove = called('Remove Cleo');
      called('Stop Bea from writing').focus();
      const told = { timestamp: 1_000, room: 'plans' };
      const stopped = { ...told, type: 'member_added', content: { ...bea, may_write: false } };
      update(after(state, stopped));
      assert.equal(document.activeElement, called('Let Bea write'));
      remove.focus();
      update(after(state, { ...told, type: 'member_removed', content: { user_id: 4 } }));
      assert.equal(document.activeElement.textContent, 'People');
    });
  });

  it('searches, shows what was found with the words in it, and goes there', () => {
    const errand = { for: 'search', query: 'film', isMore: false };
    const asking = after(greeted, dialog('search'), { act: 'errandAsked', ref: 'r', errand });
    update(after(greeted, dialog('search')));
    const place = byId('search');
    says('from:a person', place).fire('click');
    assert.equal(byId('search-query').value, 'from:');
    byId('search-query').value = ' film ';
    place.only(({ tag }) => tag === 'form').fire('submit');
    assert.deepEqual(asked, [['search', { query: 'film' }]]);
    update(asking);
    assert.equal(place.only(withAttribute('role', 'status')).textContent, 'Searching…');
    const found = { type: 'search_results', ref: 'r', has_more: true };
    update(after(asking, { ...found, content: [message(7, 'A good film?')] }));
    assert.equal(place.only(({ tag }) => tag === 'mark').textContent, 'film');
    place.only(withAttribute('class', 'found-item')).fire('click');
    const [name, { key, seq }] = asked.at(-1);
    assert.deepEqual([name, key, seq], ['goTo', 'general', 7]);
    says('Show more', place).fire('click');
    assert.deepEqual(asked.at(-1), ['search', { query: 'film', beforeId: 107 }]);
  });

  it('shows what was found without its marks, and who did what', () => {
    const errand = { for: 'search', query: 'film', isMore: false };
    const asking = after(greeted, dialog('search'), { act: 'errandAsked', ref: 'r', errand });
    const found = { type: 'search_results', ref: 'r', has_more: false };
    const content = [message(7, '/me saw a **film**'), message(6, '> a *film*')];
    update(after(asking, { ...found, content }));
    const texts = byId('search').all(withAttribute('class', 'found-text'));
    assert.deepEqual(
      texts.map(({ textContent }) => textContent),
      ['Grace saw a film', 'a film'],
    );
  });

  it('explains the commands', () => {
    update(greeted);
    update(after(greeted, dialog('commands')));
    assert.equal(byId('commands-help').all(({ tag }) => tag === 'dt').length, 7);
  });

  it('says in the place of the field why nothing can be written', () => {
    const closed = () => {
      const words = withClass('composer-closed');
      return words.hidden ? '' : words.textContent;
    };
    update(greeted);
    assert.equal(closed(), '');
    update(after(greeted, listed({ ...general, archived: true })));
    assert.match(closed(), /^This room is archived/);
    assert.equal(withClass('composer').hidden, true);
    update(after(greeted, listed({ ...general, announcement: true, may_write: false })));
    assert.match(closed(), /^Only a few people write here/);
  });

  it('marks what is about the reader, and rooms that are special', () => {
    const place = () => body.only(withAttribute('aria-labelledby', 'chat-rooms'));
    const random = { ...general, name: 'random', joined: false };
    const away = after(greeted, { act: 'visible', isVisible: false });
    const about = { ...message(1, '@Ada'), mentions: [1] };
    update(
      after(away, about, listed({ ...general, private: true }, { ...random, announcement: true })),
    );
    assert.match(place().textContent, /^general, private@1, 1 unread message, 1 mentions you/);
    called('Join random, where 2 people are, announcements');
  });

  it('says who writes, and offers an invitation', () => {
    const writes = (id, name) => ({
      type: 'typing',
      room: 'general',
      content: { user_id: id, user_name: name, is_typing: true },
    });
    update(after(greeted, writes(2, 'Grace'), writes(3, 'Bea')));
    assert.equal(withClass('typing').textContent, 'Grace and Bea are writing…');
    const content = { by_name: 'Grace', topic: 'Roses' };
    update(after(greeted, { type: 'invited', room: 'garden', content }));
    const place = withClass('invites');
    assert.match(place.textContent, /^Grace invited you to #garden. Roses/);
    says('Join', place).fire('click');
    says('Not now', place).fire('click');
    assert.deepEqual(asked, [
      ['join', { room: 'garden' }],
      ['dismissInvite', { room: 'garden' }],
    ]);
  });

  it('says whether the end of what is said is looked at, once', () => {
    update(greeted);
    const log = body.only(withAttribute('role', 'log'));
    const scroll = (top) => {
      Object.assign(log, { scrollHeight: 900, clientHeight: 300, scrollTop: top });
      log.fire('scroll');
    };
    scroll(600);
    scroll(500);
    update(after(greeted, { act: 'atEnd', isAtEnd: false }));
    scroll(450);
    says('To the newest message', body).fire('click');
    scroll(600);
    assert.deepEqual(asked, [
      ['atEnd', { isAtEnd: false }],
      ['atEnd', { isAtEnd: true }],
    ]);
  });

  it('lets somebody be ignored, and heard again', () => {
    update(greeted);
    const more = called('More about Grace');
    more.fire('click');
    assert.equal(more.getAttribute('aria-expanded'), 'true');
    says('Ignore', body).fire('click');
    assert.deepEqual(asked, [['ignore', { id: 2, on: true }]]);
    const ignored = { type: 'ignored', content: { user_ids: [2] } };
    update(after(greeted, message(1, 'noise'), ignored));
    called('Write privately to Grace, ignored');
    assert.equal(body.all(withAttribute('class', 'message')).length, 0);
    more.fire('click');
    says('Stop ignoring', more.parent).fire('click');
    assert.deepEqual(asked.at(-1), ['ignore', { id: 2, on: false }]);
  });
});
