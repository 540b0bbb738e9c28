import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createUploads, isUpload } from '../../main/webapp/js/uploads.js';

/** A server that answers what a test says, and an upload that it can follow. */
function setUp() {
  const asked = [];
  const revoked = [];
  const lines = [];
  let answer = { ok: true };
  class FakeRequest {
    upload = {};
    headers = {};
    constructor() {
      lines.push(this);
    }
    open(method, url) {
      Object.assign(this, { method, url });
    }
    setRequestHeader(name, value) {
      this.headers[name] = value;
    }
    send(body) {
      this.body = body;
    }
    abort() {
      this.isAborted = true;
    }
    answer(status, responseText) {
      Object.assign(this, { status, responseText });
      this.onload();
    }
  }
  const uploads = createUploads({
    base: 'https://chat.example/chat/',
    token: () => 'secret',
    async fetch(url, { headers }) {
      asked.push([url.href, headers.Authorization]);
      return { ...answer, blob: async () => url.href, text: async () => answer.text };
    },
    XMLHttpRequest: FakeRequest,
    urls: {
      createObjectURL: (blob) => `blob:${blob}`,
      revokeObjectURL: (address) => revoked.push(address),
    },
  });
  return { uploads, asked, revoked, lines, answers: (next) => (answer = next) };
}

describe('an image of our server', () => {
  let server;
  beforeEach(() => (server = setUp()));

  it('is told from one of another place', () => {
    assert.equal(isUpload('uploads/a1'), true);
    for (const url of [
      'https://chat.example/uploads/a1',
      'uploads/../x',
      'uploads/',
      '//uploads/a',
    ])
      assert.equal(isUpload(url), false, url);
  });

  it('is asked for once, with the token, and shown from here', async () => {
    const addresses = [
      await server.uploads.load('uploads/a'),
      await server.uploads.load('uploads/a'),
    ];
    const url = 'https://chat.example/chat/uploads/a';
    assert.deepEqual(addresses, [`blob:${url}`, `blob:${url}`]);
    assert.deepEqual(server.asked, [[url, 'Bearer secret']]);
  });

  it('is asked for again when it could not be had', async () => {
    server.answers({ ok: false, status: 404, text: '{"code":"message_not_found","message":"No"}' });
    await assert.rejects(server.uploads.load('uploads/a'), { code: 'message_not_found' });
    server.answers({ ok: true });
    await server.uploads.load('uploads/a');
    assert.equal(server.asked.length, 2);
  });

  it('that was not seen for long gives its memory back', async () => {
    for (let i = 0; i < 61; i++) await server.uploads.load(`uploads/${i}`);
    await Promise.resolve();
    assert.deepEqual(server.revoked, ['blob:https://chat.example/chat/uploads/0']);
  });

  it('is brought there as it is, for one room, and says how far it is', async () => {
    const parts = [];
    const file = { type: 'image/png' };
    const { signal } = new AbortController();
    const sent = server.uploads.send(file, '@2', {
      onProgress: (part) => parts.push(part),
      signal,
    });
    const [line] = server.lines;
    assert.deepEqual(
      [line.method, line.url],
      ['POST', 'https://chat.example/chat/uploads?room=%402'],
    );
    assert.deepEqual(line.headers, { Authorization: 'Bearer secret', 'Content-Type': 'image/png' });
    assert.equal(line.body, file);
    line.upload.onprogress({ loaded: 1, total: 4 });
    line.answer(201, '{"url":"uploads/new"}');
    assert.equal(await sent, 'uploads/new');
    assert.deepEqual(parts, [0.25]);
  });

  it('that is refused says why, in words of the server or our own', async () => {
    for (const [status, text, code] of [
      [429, '{"code":"rate_limited","message":"Slow","retry_after_ms":900}', 'rate_limited'],
      [408, '<html>', 'too_slow'],
      [413, '<html>', 'upload_too_large'],
      [500, '', 'upload_failed'],
    ]) {
      const { signal } = new AbortController();
      const sent = server.uploads.send({ type: '' }, 'general', { onProgress() {}, signal });
      server.lines.at(-1).answer(status, text);
      await assert.rejects(sent, { code });
    }
  });

  it('is not brought to the end when somebody changes their mind', async () => {
    const work = new AbortController();
    server.uploads.send({ type: '' }, 'general', { onProgress() {}, signal: work.signal });
    work.abort();
    assert.equal(server.lines[0].isAborted, true);
  });
});
