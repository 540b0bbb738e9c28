import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_ROWS, nextSpan, NOWHERE } from '../../main/webapp/js/view/span.js';

const MOST = 60;

/** All that is in the page on the way, the last of which stays. */
function steps(span, count, at) {
  const next = nextSpan(span, count, at, MOST);
  return next === span ? [] : [next, ...steps(next, count, at)];
}

const made = (before, { start, end }) =>
  Array.from({ length: end - start }, (_, i) => start + i).filter(
    (row) => row < before.start || row >= before.end,
  ).length;

describe('the rows that are in the page', () => {
  it('are all where they are few', () => {
    assert.deepEqual(steps(NOWHERE, 40, null), [{ start: 0, end: 40 }]);
    assert.deepEqual(steps(NOWHERE, 300, 150).at(-1), { start: 0, end: 300 });
  });

  it('are the last for who follows the end, of which those that are seen come first', () => {
    const all = steps(NOWHERE, 2_000, null);
    assert.deepEqual(all[0], { start: 1_940, end: 2_000 });
    assert.deepEqual(all.at(-1), { start: 1_800, end: 2_000 });
  });

  it('begin anew at the end when more came than can be made at once', () => {
    const span = { start: 1_800, end: 2_000 };
    assert.deepEqual(nextSpan(span, 2_150, null, MOST), { start: 2_090, end: 2_150 });
    assert.deepEqual(nextSpan(span, 2_003, null, MOST).end, 2_003);
  });

  it('always hold the end for who follows it, however much came', () => {
    for (const start of [1_800, 1_850, 1_940]) {
      for (let more = 1; more <= 2 * MOST; more++) {
        const span = { start, end: 2_000 };
        const next = nextSpan(span, 2_000 + more, null, MOST);
        assert.equal(next.end, 2_000 + more);
        assert.ok(made(span, next) <= MOST);
      }
    }
  });

  it('hold what is read, are never more than allowed, and made a few at a time', () => {
    let span = NOWHERE;
    for (const at of [1_000, 905, 700, 690, 3, 1_999, 1_500, 1_700, 400]) {
      const all = steps(span, 2_000, at);
      for (const next of all) {
        assert.ok(next.start <= at && at < next.end);
        assert.ok(next.end - next.start <= MAX_ROWS);
        assert.ok(made(span, next) <= MOST);
        span = next;
      }
    }
  });

  it('stay while what is read is well within them', () => {
    const span = { start: 800, end: 1_200 };
    for (const at of [900, 1_000, 1_040]) assert.equal(nextSpan(span, 2_000, at, MOST), span);
    assert.notEqual(nextSpan(span, 2_000, 890, MOST), span);
    assert.notEqual(nextSpan(span, 2_000, 1_050, MOST), span);
  });
});
