import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createLogin } from '../../main/webapp/js/login.js';

function page(...answers) {
  const asked = [];
  let time = 1_000_000;
  const login = createLogin({
    base: 'https://chat.example/chat/',
    now: () => time,
    fetch: async (url) => {
      asked.push(String(url));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return {
    asked,
    renew: login.renew,
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
