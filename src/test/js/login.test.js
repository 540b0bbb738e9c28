import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createLogin } from '../../main/webapp/js/login.js';

function page(...answers) {
  const asked = [];
  let time = 1_000_000;
  const login = createLogin({
    base: 'https://chat.example/chat/',
    now: () => time,
    fetch: async (url, { method }) => {
      asked.push(method === 'GET' ? String(url) : method);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return {
    asked,
    ...login,
    async use(seconds = 0) {
      time += seconds * 1000;
      await login.used();
      return asked.length;
    },
  };
}

const session = (seconds) => ({ status: 200, json: async () => ({ idle_seconds: seconds }) });

test('a session is asked for when the page is used, and not more often than it needs', async () => {
  const tab = page(session(1800));
  assert.equal(await tab.use(), 1);
  assert.deepEqual(tab.asked, ['https://chat.example/chat/login']);
  for (let i = 0; i < 29; i++) assert.equal(await tab.use(10), 1);
  assert.equal(await tab.use(10), 2);
});

test('a page that is not used asks for nothing, and so its session ends', async () => {
  const tab = page(session(1800));
  await tab.use();
  assert.equal(await tab.use(3600), 2);
});

test('a short session is kept alive too, and however short it is asked for twice a minute', async () => {
  const tab = page(session(60));
  await tab.use();
  assert.equal(await tab.use(29), 1);
  assert.equal(await tab.use(1), 2);
});

test('who was not signed in by the container asks once', async () => {
  for (const answer of [{ status: 204 }, { status: 401 }, { status: 404 }, session(0)]) {
    const tab = page(answer);
    await tab.use();
    assert.equal(await tab.use(36_000), 1);
    tab.renew();
    assert.equal(await tab.use(), 2);
  }
});

test('a server that is away is asked again, half a minute later', async () => {
  for (const away of [new TypeError('failed'), { status: 503 }]) {
    const tab = page(away, session(1800));
    await tab.use();
    assert.equal(await tab.use(29), 1);
    assert.equal(await tab.use(1), 2);
    assert.equal(await tab.use(299), 2);
  }
});

test('what was a session and is known no more is over, and a server that is away says nothing of it', async () => {
  const tab = page(session(1800), new TypeError('failed'), { status: 503 }, session(1800), { status: 204 });
  await tab.use();
  assert.deepEqual(
    [await tab.isOver(), await tab.isOver(), await tab.isOver(), await tab.isOver()],
    [false, false, false, true],
  );
});

test('who is vouched for on each request has no session that could be over', async () => {
  const tab = page({ status: 204 });
  await tab.use();
  assert.equal(tab.isKept(), false);
  assert.equal(await tab.isOver(), false);
  assert.equal(tab.asked.length, 1);
});

test('a session is ended on purpose, which may fail', async () => {
  const tab = page({ status: 204 }, new TypeError('failed'), { status: 503 });
  assert.deepEqual([await tab.end(), await tab.end(), await tab.end()], [true, false, false]);
  assert.deepEqual(tab.asked, ['DELETE', 'DELETE', 'DELETE']);
});
