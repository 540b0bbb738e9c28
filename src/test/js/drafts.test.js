import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createDrafts } from '../../main/webapp/js/drafts.js';
import { createSession } from '../../main/webapp/js/session.js';
import { fakeStorage, fakeTimers } from './fakes.js';

const someone = (id, account = null) => ({ isGreeted: true, me: { id, name: `User${id}` }, account });
const ADA = someone(1, { role: 'member' });

describe('a draft', () => {
  let storage;
  let timers;

  beforeEach(() => {
    storage = fakeStorage();
    timers = fakeTimers();
  });

  const open = () => createDrafts({ session: createSession(() => storage), timers });

  it('is there again after a reload, in its own conversation, and so is a change that was begun', () => {
    const drafts = open();
    drafts.follow(someone(1));
    drafts.set('general', 'half a thou');
    drafts.set('@2', 'psst');
    drafts.set('general 7', '');
    timers.pass(300);
    const after = open();
    assert.deepEqual(
      ['general', '@2', 'general 7', 'random'].map(after.of),
      ['half a thou', 'psst', '', undefined],
    );
  });

  it('is kept at once when the page goes away', () => {
    const drafts = open();
    drafts.set('general', 'half');
    assert.equal(open().of('general'), undefined);
    drafts.keep();
    assert.equal(open().of('general'), 'half');
  });

  it('that was sent, or emptied, or a change that was given up, is none any more', () => {
    const drafts = open();
    for (const slot of ['general', 'random', 'general 7', 'general-2 7']) drafts.set(slot, 'x');
    drafts.forget('general');
    drafts.set('random', '');
    drafts.forgetChanges('general');
    drafts.keep();
    assert.deepEqual(['general', 'random', 'general 7', 'general-2 7'].map(open().of), [
      undefined,
      undefined,
      undefined,
      'x',
    ]);
  });

  it('stays with who signs in, and is gone for who comes after them', () => {
    const drafts = open();
    drafts.follow(someone(5));
    drafts.set('general', 'written as a guest');
    assert.equal(drafts.follow(ADA), false);
    assert.equal(drafts.of('general'), 'written as a guest');
    assert.equal(drafts.follow({ ...ADA, me: null, account: null }), true);
    assert.equal(drafts.of('general'), undefined);
    assert.equal(open().of('general'), undefined);
  });

  it('is gone, too, when it turns out after a reload that somebody else is there', () => {
    const drafts = open();
    drafts.follow(ADA);
    drafts.set('general', 'private');
    drafts.keep();
    const after = open();
    assert.equal(after.follow({ ...someone(1), isGreeted: false }), false);
    assert.equal(after.of('general'), 'private');
    assert.equal(after.follow(someone(9)), true);
    assert.equal(after.of('general'), undefined);
  });

  it('of long ago makes room for what is written now, of which there is a bound', () => {
    const drafts = open();
    for (let room = 0; room < 60; room++) drafts.set(`room-${room}`, `${room}`);
    drafts.set('huge', 'x'.repeat(190_000));
    drafts.set('large', 'y'.repeat(20_000));
    drafts.set('last', 'z');
    drafts.keep();
    const after = open();
    assert.deepEqual(
      ['room-0', 'huge', 'large', 'last'].map((slot) => after.of(slot)?.length),
      [undefined, undefined, 20_000, 1],
    );
    assert.ok(JSON.parse(storage.getItem('chatroom')).drafts.texts.length <= 50);
  });
});
