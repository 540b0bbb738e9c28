import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { MAX_FAR } from '../../main/webapp/js/stretch.js';
import { shownConversation } from '../../main/webapp/js/store.js';
import { history, message, users } from './fakes.js';
import { fakeTab } from './fakeTab.js';

const SAID = 20_000;
const NEVER_SAID = 12_345;

describe('somebody who wants to see what was said long ago', () => {
  let tab;
  let line;
  let answered;
  /** How many messages the server tells at a time, whatever it is asked. */
  let most;

  beforeEach(() => {
    tab = fakeTab();
    most = 200;
    line = tab.greet(1, {}, [users([1, 'User1'], [2, 'Grace']), page({})]);
    answered = 0;
  });

  /** What a room tells in which something was said every second. */
  function page({ before_seq: before = SAID + 1, limit = 100, ref }) {
    const said = [];
    for (let seq = before - 1; seq > 0 && said.length < Math.min(limit, most); seq--)
      if (seq <= SAID && seq !== NEVER_SAID) said.unshift(message(seq, `line ${seq}`));
    const more = { has_more: (said[0]?.seq ?? 1) > 1, last_seq: SAID, ref };
    const at = (one) => ({ ...one, sent_at: one.seq * 1_000 });
    return { ...history(...said.map(at)), ...more };
  }

  /** Answers all that is asked, and says how often that was. */
  function serve() {
    const before = answered;
    for (let asked; (asked = line.ofType('get_history')[answered]); answered++)
      line.sayAll(page(asked));
    return answered - before;
  }

  const shown = () => shownConversation(tab.state).entries.map(({ seq }) => seq);
  const seek = (what) => {
    tab.act('seek', { key: 'general', ...what });
    return serve();
  };
  /** As above, and it is shown. */
  const read = (what) => {
    seek(what);
    tab.act('found');
  };
  const isFar = () => tab.state.far !== null;

  it('is shown it with what is around it, while the conversation stays as it is', () => {
    const before = tab.entries();
    assert.equal(seek({ seq: 5_000 }), 1);
    assert.deepEqual([shown()[0], shown().at(-1)], [4_951, 5_050]);
    assert.equal(tab.entries(), before);
    assert.equal(tab.state.isAtEnd, false);
    assert.equal(tab.state.sought.seq, 5_000);
  });

  it('reads on in both directions, and no more is kept than is allowed', () => {
    read({ seq: 5_000 });
    for (let steps = 0; steps < 15; steps++) {
      tab.act('later');
      assert.equal(serve(), 1);
      assert.ok(shown().length <= MAX_FAR);
    }
    assert.deepEqual([shown()[0], shown().at(-1)], [5_551, 6_550]);
    tab.act('earlier');
    serve();
    assert.deepEqual([shown()[0], shown().at(-1)], [5_451, 6_450]);
    const seqs = shown();
    assert.deepEqual(seqs, seqs.map((_, index) => seqs[0] + index));
  });

  it('misses nothing when fewer messages come than were asked for', () => {
    most = 30;
    read({ seq: 5_000 });
    for (let steps = 0; steps < 4; steps++) {
      tab.act('later');
      serve();
    }
    const seqs = shown();
    assert.deepEqual(seqs, seqs.map((_, index) => seqs[0] + index));
    assert.ok(seqs.includes(5_000) && seqs.at(-1) === 5_100);
  });

  it('reads on no further than there is something', () => {
    read({ seq: 10 });
    assert.equal(shown()[0], 1);
    tab.act('earlier');
    assert.equal(serve(), 0);
    read({ seq: SAID - 500 });
    for (let steps = 0; steps < 6; steps++) {
      tab.act('later');
      serve();
    }
    assert.equal(shown().at(-1), SAID);
    tab.act('later');
    assert.equal(serve(), 0);
  });

  it('comes to the message of which only the number is known', () => {
    assert.ok(seek({ id: 100 + 7_777 }) <= 16);
    assert.equal(tab.state.sought.seq, 7_777);
    assert.ok(shown().includes(7_777));
  });

  it('comes to the first message since a moment', () => {
    assert.ok(seek({ at: 3_000_500 }) <= 16);
    assert.equal(tab.state.sought.seq, 3_001);
    seek({ at: 0 });
    assert.equal(tab.state.sought.seq, 1);
    seek({ at: SAID * 2_000 });
    assert.equal(tab.state.sought.seq, SAID);
    assert.equal(isFar(), false);
  });

  it('is told when it is not there', () => {
    for (const what of [{ seq: NEVER_SAID }, { id: 100 + NEVER_SAID }, { seq: SAID + 7 }]) {
      tab.act('notice', { notice: null });
      seek(what);
      assert.equal(tab.state.notice.code, 'not_there');
      assert.deepEqual([tab.state.sought, isFar()], [null, false]);
    }
  });

  it('is told why the server does not tell it', () => {
    tab.act('seek', { key: 'general', seq: 5_000 });
    tab.refuse(line, line.ofType('get_history').at(-1), 'not_allowed');
    assert.equal(tab.state.notice.code, 'not_allowed');
    assert.equal(tab.state.sought, null);
  });

  it('sees what happens to a message there', () => {
    seek({ seq: 5_000 });
    const content = { message_id: 5_100, content: 'mended', edited_at: 9 };
    line.say('message_edited', { room: 'general', id: 90_000, seq: SAID + 1, content });
    const entry = shownConversation(tab.state).entries.find(({ seq }) => seq === 5_000);
    assert.equal(entry.text, 'mended');
  });

  it('may answer and change what is there, and is back among what is said now by writing', () => {
    seek({ seq: 5_000 });
    tab.act('compose', { composing: { kind: 'reply', id: 5_100 } });
    assert.equal(isFar(), true);
    tab.write('indeed');
    assert.equal(isFar(), false);
    assert.equal(line.ofType('message').at(-1).reply_to, 5_100);
    assert.equal(tab.entries().at(-1).text, 'indeed');
  });

  it('is back among what is said now when they go to another place', () => {
    seek({ seq: 5_000 });
    tab.act('join', { room: 'random' });
    tab.act('open', { key: 'general' });
    assert.equal(isFar(), false);
  });

  it('gets the answer to what was asked last', () => {
    tab.act('seek', { key: 'general', seq: 5_000 });
    tab.act('seek', { key: 'general', seq: 9_000 });
    serve();
    assert.ok(shown().includes(9_000));
    assert.equal(tab.state.asked, null);
  });

  it('comes to the first unread message among those that are held', () => {
    tab.act('atEnd', { isAtEnd: false });
    for (const seq of [1, 2, 3]) line.sayAll(message(SAID + seq, 'news'));
    tab.act('firstUnread');
    assert.equal(tab.state.sought.seq, SAID + 1);
    tab.act('found');
  });

  it('is told when nothing is unread', () => {
    tab.act('firstUnread');
    assert.equal(tab.state.notice.code, 'nothing_unread');
  });

  it('comes to a day', () => {
    tab.act('dialog', { kind: 'date' });
    tab.act('goToTime', { at: 3_000_500 });
    serve();
    assert.equal(tab.state.dialog, null);
    assert.equal(tab.state.sought.seq, 3_001);
  });

  it('has by then what it takes to do so', () => {
    tab.timers.pass(2_999);
    assert.equal(tab.state.longAgo, null);
    tab.timers.pass(1);
    assert.notEqual(tab.state.longAgo, null);
  });

  it('is told that it cannot be had, but nobody else is', () => {
    tab.fetched = (_, fail) => fail();
    tab.timers.pass(3_000);
    assert.equal(tab.state.notice, null);
    seek({ seq: 1 });
    assert.deepEqual([tab.state.sought, tab.state.notice.code], [null, 'renewed']);
    tab.fetched = fakeTab().fetched;
    seek({ seq: 1 });
    assert.equal(shown()[0], 1);
  });

  it('does without while the server is away', () => {
    let asked = 0;
    tab.fetched = () => asked++;
    line.break();
    tab.timers.pass(3_000);
    assert.equal(asked, 0);
    line = tab.resume(1);
    tab.timers.pass(3_000);
    assert.equal(asked, 1);
  });

  it('is over with all of it when it leaves the page', () => {
    let take;
    tab.fetched = (then) => (take = then);
    tab.timers.pass(3_000);
    tab.chat.stop();
    take({});
    assert.equal(tab.state.longAgo, null);
    tab.open();
    const asked = [];
    tab.fetched = () => asked.push(1);
    tab.greet(1, {}, [users([1, 'User1']), page({})]);
    tab.chat.stop();
    tab.timers.pass(3_000);
    assert.deepEqual(asked, []);
  });
});
