// A first visit to each kind of page on a slow phone, as a table: bytes until it can be read, bytes in all, largest paint, shift.
// `./test numbers` starts it with the release; it ends with 1 when a bar is broken.
//
// The phone: 360 px, 1.6 Mbit/s, 150 ms, a processor slowed six times; no Khmer font but ours is used where none is installed.

import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_FLAGS, withRelease } from './released.mjs';

const BARS = { readable: { km: 90_000, en: 45_000, fr: 46_000 }, all: 200_000, paint: 1_500, shift: 0.02 };
const PAGES = ['', 'alerts', 'alerts/kua-7-26', 'alerts/kua-4-26', 'alerts/kua-7-26/write', 'issues/land-evictions', 'officials', 'posts/after-the-upr-session', 'primers/how-urgent-actions-work', 'steps', 'about/privacy'];

let failed = false;
await withRelease(async (base) => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  console.log('page                                     readable     all   paint  shift');
  for (const language of /** @type {const} */ (['km', 'en', 'fr'])) {
    for (const page of PAGES) {
      const { readable, all, paint, shift } = await visits(browser, `${base}/${language}/${page}`);
      const broken = [readable > BARS.readable[language] && 'readable', all > BARS.all && 'all', paint > BARS.paint && 'paint', shift > BARS.shift && 'shift'].filter(Boolean);
      failed ||= broken.length > 0;
      const cells = [String(readable).padStart(8), String(all).padStart(8), String(Math.round(paint)).padStart(7), shift.toFixed(3).padStart(6)];
      console.log(`/${language}/${page}`.padEnd(40), ...cells, broken.length ? `${broken.join(', ')}: failed` : ': passed');
    }
  }
  await browser.close();
});
process.exitCode = failed ? 1 : 0;

/** Five first visits: the most bytes, the largest shift, and the paint in the middle, as a busy machine delays one now and then.
 * @param {import('@playwright/test').Browser} browser @param {string} address */
async function visits(browser, address) {
  /** @type {{ readable: number, all: number, paint: number, shift: number }[]} */
  const all = [];
  for (let count = 0; count < 5; count += 1) all.push(await visit(browser, address));
  const most = (/** @type {'readable' | 'all' | 'shift'} */ of) => Math.max(...all.map((one) => one[of]));
  const [, , paint = Infinity] = all.map(({ paint }) => paint).sort((one, other) => one - other);
  return { readable: most('readable'), all: most('all'), shift: most('shift'), paint };
}

/** @param {import('@playwright/test').Browser} browser @param {string} address */
async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  /** @type {Map<string, string>} */
  const kinds = new Map();
  let readable = 0;
  let all = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    all += encodedDataLength;
    if (['Document', 'Stylesheet', 'Font'].includes(kinds.get(requestId) ?? '')) readable += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1_500);
  const { paint, shift } = await page.evaluate(seen);
  await context.close();
  return { readable, all, paint, shift };
}

/** What the browser has kept of the paints and shifts. Asked for afterwards: a script in the page before it would delay them. */
async function seen() {
  /** @type {(type: string) => Promise<any[]>} */
  const kept = (type) => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
    setTimeout(() => resolve([]), 500);
  });
  const [paints, shifts] = await Promise.all([kept('largest-contentful-paint'), kept('layout-shift')]);
  const shift = shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((total, { value }) => total + value, 0);
  return { paint: paints.at(-1)?.startTime ?? Infinity, shift };
}
