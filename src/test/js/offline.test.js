import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createOffline } from '../../main/webapp/js/offline.js';
import { initialState } from '../../main/webapp/js/store.js';
import { fakeTimers, NEW_TAB, welcome } from './fakes.js';
import { after } from './states.js';

const connection = (status) => ({ act: 'connection', connection: { status } });
const begun = initialState(NEW_TAB);
const greeted = after(begun, connection('connected'), welcome(1));

describe('the page is kept', () => {
  let timers;
  let registered;
  let policies;
  let workers;
  let types;

  beforeEach(() => {
    timers = fakeTimers();
    registered = [];
    policies = [];
    workers = { register: async (address) => registered.push(address) };
    types = {
      createPolicy(name, { createScriptURL }) {
        policies.push(name);
        return { createScriptURL: (asked) => ({ trusted: createScriptURL(asked) }) };
      },
    };
  });

  const keeping = (deps) =>
    createOffline({ workers, types, timers, base: 'https://chat.example/chat/', ...deps });

  it('once, some time after one could read and write', () => {
    const follow = keeping();
    follow(begun);
    follow(after(begun, connection('connected')));
    timers.pass(60_000);
    assert.deepEqual(registered, []);
    follow(greeted);
    follow(greeted);
    assert.deepEqual(registered, []);
    timers.pass(3_000);
    assert.deepEqual(registered, [{ trusted: 'https://chat.example/chat/sw.js' }]);
    assert.deepEqual(policies, ['chatroom-worker']);
  });

  it('by a worker of the one address that the policy knows', () => {
    const rules = [];
    const createPolicy = (_, given) => (rules.push(given), given);
    keeping({ types: { createPolicy } })(greeted);
    timers.pass(3_000);
    const other = rules[0].createScriptURL('https://elsewhere.example/sw.js');
    assert.equal(other, 'https://chat.example/chat/sw.js');
  });

  it('also where the browser has no Trusted Types', () => {
    keeping({ types: undefined })(greeted);
    timers.pass(3_000);
    assert.deepEqual(registered, ['https://chat.example/chat/sw.js']);
  });

  it('not while the server is away', () => {
    keeping()(after(greeted, connection('waiting')));
    timers.pass(60_000);
    assert.deepEqual(registered, []);
  });

  it('when the server is back that went before it was asked', () => {
    const follow = keeping();
    follow(greeted);
    follow(after(greeted, connection('waiting')));
    timers.pass(60_000);
    assert.deepEqual(registered, []);
    follow(greeted);
    timers.pass(3_000);
    assert.equal(registered.length, 1);
  });

  it('not where the browser has no workers, or refuses, and that is no fault', async () => {
    keeping({ workers: undefined })(greeted);
    const register = async () => Promise.reject(new Error('refused'));
    keeping({ workers: { register } })(greeted);
    timers.pass(3_000);
    await new Promise(setImmediate);
    assert.deepEqual(registered, []);
  });
});
