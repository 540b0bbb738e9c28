import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createSlices } from '../../main/webapp/js/slices.js';
import { fakeTimers } from './fakes.js';

describe('much that comes at once', () => {
  let timers;
  let time;
  let isWatched;
  let taken;
  let slices;

  beforeEach(() => {
    timers = fakeTimers();
    [time, isWatched, taken] = [0, true, []];
    const take = (item) => {
      taken.push(item);
      time += 2;
    };
    slices = createSlices({ timers, now: () => time, isWatched: () => isWatched, take });
  });

  it('is taken a little at a time, in its order', () => {
    slices.add([1, 2, 3, 4, 5, 6]);
    assert.deepEqual(taken, [1, 2, 3, 4]);
    slices.add([7]);
    assert.equal(taken.length, 4);
    timers.pass(1);
    assert.deepEqual(taken, [1, 2, 3, 4, 5, 6, 7]);
  });

  it('is taken at once where nobody looks, or when no more can come', () => {
    slices.add([1, 2, 3, 4, 5, 6]);
    slices.finish();
    assert.equal(taken.length, 6);
    isWatched = false;
    slices.add([7, 8, 9, 10, 11, 12]);
    assert.equal(taken.length, 12);
  });

  it('goes on after one that could not be taken', () => {
    slices = createSlices({ timers, now: () => 0, isWatched: () => true, take(item) {
      if (item === 1) throw new Error('cannot be taken');
      taken.push(item);
    } });
    assert.throws(() => slices.add([1, 2]), /cannot be taken/);
    slices.add([3]);
    assert.deepEqual(taken, [2, 3]);
  });
});
