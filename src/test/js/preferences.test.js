import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createPreferences } from '../../main/webapp/js/preferences.js';
import { act } from '../../main/webapp/js/acts.js';
import { initialState } from '../../main/webapp/js/store.js';
import { fakeStorage, NEW_TAB, welcome } from './fakes.js';
import { after } from './states.js';

const live = after(initialState({ ...NEW_TAB, name: 'Ada' }), welcome(1));

describe('what somebody prefers', () => {
  let storage;
  let loaded;

  beforeEach(() => {
    storage = fakeStorage();
  });

  const open = () =>
    createPreferences({ storage: () => storage, place: '/chat/', onLoaded: (all) => (loaded = all) });

  it('is kept for each who has an account, and guests share theirs', () => {
    const kept = open();
    const choose = (state, change) => {
      kept.follow(state);
      kept.follow(act({ ...state, preferences: loaded }, { act: 'prefer', change }));
    };
    const member = { ...live, account: { role: 'member' } };
    choose(live, { sound: true });
    choose(member, { keys: false });
    const again = open();
    again.follow({ ...live, me: { id: 9, name: 'Other' } });
    assert.deepEqual([loaded.sound, loaded.keys], [true, true]);
    again.follow(member);
    assert.deepEqual([loaded.sound, loaded.keys], [false, false]);
  });

  it('in another tab holds in this one, too', () => {
    const [one, two] = [open(), open()];
    one.follow(live);
    two.follow(live);
    one.follow(act({ ...live, preferences: loaded }, { act: 'level', key: 'general', level: 'muted' }));
    loaded = null;
    two.changed({ key: 'something else' });
    assert.equal(loaded, null);
    two.changed({ key: 'chatroom-preferences /chat/' });
    assert.deepEqual(loaded.levels, { general: 'muted' });
  });

  it('is what is usual where it cannot be read', () => {
    const broken = { getItem: () => '{no', setItem: () => assert.fail() };
    createPreferences({ storage: () => broken, place: '', onLoaded: (all) => (loaded = all) }).follow(live);
    assert.equal(loaded.notify, null);
  });
});
