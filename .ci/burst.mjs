/**
 * What much that is said at once costs the page, in the figures of Chromium's own trace: how long
 * the longest piece of work of its main thread is, for no longer than that nobody who types or
 * scrolls has to wait. It needs playwright-core and ws, and a server with `rate-limit = 0`:
 *
 *     node .ci/burst.mjs ROUNDS URL [MESSAGES]
 */
import { chromium } from 'playwright-core';
import WebSocket from 'ws';

const LONG_MS = 50;
const UNDER_WAY = 500;

/** Until the page has shown what was said before. */
const SETTLED_MS = 3_000;
const FLAGS = ['--no-sandbox', '--disable-gpu'];
const CATEGORIES = ['toplevel', 'devtools.timeline', '__metadata'];

const [rounds, url, messages = '10000'] = process.argv.slice(2);

/** Says so much as fast as the server confirms it. */
const say = (name, count) =>
  new Promise((resolve, reject) => {
    const line = new WebSocket(`${url.replace('http', 'ws')}ws`);
    let [sent, confirmed] = [0, 0];
    function pump() {
      for (; sent < count && sent - confirmed < UNDER_WAY; sent++)
        line.send(JSON.stringify({ type: 'message', content: `${name} ${sent + 1}`, ref: `${name}-${sent}` }));
    }
    line.on('open', pump);
    line.on('message', (text) => {
      const { type, content } = JSON.parse(text);
      if (type === 'error') reject(new Error(content.message));
      if (type !== 'ack') return;
      confirmed++;
      if (confirmed === count) line.close();
      else pump();
    });
    line.on('close', resolve);
    line.on('error', reject);
  });

async function look(browser, count) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.status', { hasText: 'Live' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const devtools = await browser.newBrowserCDPSession();
  const events = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  const name = `burst${Date.now()}`;
  const begun = performance.now();
  await say(name, count);
  await page.locator('.log .text').last().filter({ hasText: `${name} ${count}` }).waitFor();
  const ms = performance.now() - begun;
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
  const rows = await page.locator('.log .message').count();
  await context.close();
  const place = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(
    events.filter((it) => it.name === 'thread_name' && it.args.name === 'CrRendererMain').map(place),
  );
  const tasks = events.filter((it) => it.name.endsWith('RunTask') && it.dur && main.has(place(it)));
  const cpu = tasks.map(({ tdur = 0 }) => tdur / 1_000).sort((one, other) => other - one);
  const clock = tasks.map(({ dur }) => dur / 1_000).sort((one, other) => other - one);
  const long = (all) => all.filter((it) => it > LONG_MS).length;
  return { ms, cpu: cpu[0], 'cpu long': long(cpu), clock: clock[0], 'clock long': long(clock), rows };
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
for (let round = 0; round < Number(rounds); round++) {
  const figures = Object.entries(await look(browser, Number(messages)));
  console.log(figures.map(([name, value]) => `${name} ${value.toFixed(0)}`).join(', '));
}
await browser.close();
