/** The page some seconds after it came, with the dialogs that are fetched by then. */
import { initialState } from '../../main/webapp/js/store.js';
import { mountRoom } from '../../main/webapp/js/view/room.js';
import { fakeTimers, NEW_TAB } from './fakes.js';

const DIALOGS = 13;
const AT_LAST_MS = 3_000;

const there = {
  ...initialState(NEW_TAB),
  isGreeted: true,
  connection: { status: 'connected' },
};

/** As `mountRoom`, with timers that nobody else has. */
export async function mountWhole(body, context) {
  const timers = fakeTimers();
  const update = mountRoom(body, { base: 'https://example.org/chat/', ...context, timers });
  update(there);
  timers.pass(AT_LAST_MS);
  const isSheet = (node) => node.getAttribute('class') === 'sheet';
  while (body.all(isSheet).length < DIALOGS) await new Promise(setImmediate);
  return update;
}
