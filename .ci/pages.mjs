/**
 * What pages cost a browser until one can write in them, beside each other, in Chromium's own
 * figures. It needs playwright-core; rounds take turns, and each begins with an empty cache:
 *
 *     node .ci/pages.mjs ROUNDS NAME=URL=SELECTOR[=SELECTOR …] …
 *
 * What the selectors find is waited for, and all but the last of it is clicked.
 */
import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
const SETTLED_MS = 2_000;

/** Names of Chromium's metrics, in seconds. */
const TIMES = {
  script: 'ScriptDuration',
  layout: 'LayoutDuration',
  style: 'RecalcStyleDuration',
  task: 'TaskDuration',
};

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

async function look(browser, url, ...selectors) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  devtools.on('Network.requestWillBeSent', ({ request }) => request.url.startsWith('http') && requests++);
  devtools.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  for (const domain of ['Network', 'Performance', 'HeapProfiler'])
    await devtools.send(`${domain}.enable`);
  const begun = performance.now();
  await page.goto(url);
  for (const selector of selectors.slice(0, -1)) await page.locator(selector).click();
  await page.locator(selectors.at(-1)).waitFor();
  const ready = performance.now() - begun;
  const start = { kilobytes: bytes / 1_000, requests };
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const metrics = async () =>
    Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const spent = await metrics();
  await devtools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap, Nodes: nodes } = await metrics();
  await context.close();
  const times = Object.entries(TIMES).map(([name, metric]) => [`${name} ms`, spent[metric] * 1_000]);
  return { ...start, 'paint ms': paint, 'ready ms': ready, ...Object.fromEntries(times), 'heap MB': heap / 1e6, nodes };
}

const [rounds, ...wanted] = process.argv.slice(2);
const pages = wanted.map((argument) => argument.split('='));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
const seen = new Map(pages.map(([name]) => [name, []]));
for (let round = 0; round < Number(rounds); round++)
  for (const [name, ...page] of pages) seen.get(name).push(await look(browser, ...page));
await browser.close();
for (const [name, looks] of seen) {
  const figures = Object.keys(looks[0]).map((figure) => {
    const values = looks.map((it) => Math.round(it[figure] * 10) / 10);
    return `${figure} ${median([...values])} (${values.join(', ')})`;
  });
  console.log([name, ...figures].join('\n  '));
}
