// How a transcript of 5,000 lines opens and is followed, on a processor slowed six times; and how soon a recording plays, on one
// that is not. `./test numbers` starts it with the release; it ends with 1 when a bar is broken.

import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_FLAGS, withPublishing } from './released.mjs';

const LINES = 5_000;
const LONGEST_TASK = 200;
const LATEST_MARK = 250;
const PLAYS_WITHIN = 1_000;

/** A line each 700 ms: the first of them while the demo's recording of a minute runs. */
const EACH = 700;
const time = (/** @type {number} */ at) => new Date(at).toISOString().slice(11, 23);
const captions = `WEBVTT\n\n${Array.from({ length: LINES }, (_, line) => `${time(line * EACH)} --> ${time((line + 1) * EACH)}\nThis is what was said in line ${line} of a long evening about land and homes.\n`).join('\n')}`;
const text = (/** @type {string} */ key) => `[${key}]\nen = "Long"\nkm = "វែង"\nfr = "Long"\n`;
const forum = `format = 1\nkind = "forum"\nslug = "long"\nissue = "independent-media"\ndate = "2026-01-01"\nfrom = "10:00"\nuntil = "11:00"\ntime_zone = "UTC"\nlanguages = ["en"]\n${['title', 'summary', 'body'].map(text).join('')}[recording]\nseconds = 3500\nvideo = "when-the-radio-goes-silent.mp4"\n[transcript]\nen = "long.vtt"\n`;

let failed = false;
const told = (/** @type {string} */ what, /** @type {number} */ figure, /** @type {number} */ bar) => {
  failed ||= figure > bar;
  console.log(`${what}: ${Math.round(figure)} ms (bar ${bar}): ${figure > bar ? 'failed' : 'passed'}`);
};

await withPublishing(async (base, publish) => {
  await publish(forum, { 'long.vtt': captions });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...CHROMIUM_FLAGS, '--autoplay-policy=no-user-gesture-required'] });
  const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

  for (let run = 1; run <= 3; run += 1) {
    const page = await browser.newPage(phone);
    await page.goto(`${base}/en/forums/when-the-radio-goes-silent`, { waitUntil: 'networkidle' });
    const began = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const from = performance.now();
          document.getElementById('watch')?.addEventListener('samleng:media', (event) => {
            const media = /** @type {CustomEvent<HTMLMediaElement>} */ (event).detail;
            media.addEventListener('timeupdate', () => media.currentTime > 0 && resolve(performance.now() - from));
          });
          document.getElementById('play')?.click();
        }),
    );
    told(`from the press to the first picture, run ${run}`, Number(began), PLAYS_WITHIN);
    await page.close();
  }

  const page = await browser.newPage(phone);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.addInitScript(() => {
    const tasks = (/** @type {any} */ (window).tasks = /** @type {number[]} */ ([]));
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${base}/en/forums/long/transcript/en`, { waitUntil: 'networkidle' });
  const longest = () => page.evaluate(() => Math.max(0, .../** @type {any} */ (window).tasks.splice(0)));
  await page.waitForFunction((lines) => document.querySelectorAll('.line').length === lines, LINES);
  told(`the longest task while ${await page.locator('.line').count()} lines open`, await longest(), LONGEST_TASK);

  await page.locator('#find-in').pressSequentially('line 4321', { delay: 50 });
  await page.waitForFunction(() => document.querySelectorAll('.line:not([hidden])').length === 1);
  told('the longest task while a word is found in them', await longest(), LONGEST_TASK);
  await page.locator('#find-in').fill('');
  await page.waitForFunction(() => !document.querySelector('.line[hidden]'));

  // When a line is marked, how far is what plays beyond its beginning?
  await page.evaluate(() => {
    const late = (/** @type {any} */ (window).late = /** @type {number[]} */ ([]));
    document.getElementById('watch')?.addEventListener('samleng:media', (event) => {
      const media = /** @type {CustomEvent<HTMLMediaElement>} */ (event).detail;
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const line = /** @type {HTMLElement} */ (target);
          if (line.hasAttribute('aria-current')) late.push(media.currentTime * 1000 - Number(line.dataset.from));
        }
      }).observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
    });
    document.getElementById('play')?.click();
  });
  await page.waitForFunction(() => /** @type {any} */ (window).late.length >= 20, null, { timeout: 60_000 });
  const late = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).late.slice(1)));
  told(`the latest mark of ${late.length} lines`, Math.max(...late), LATEST_MARK);
  await browser.close();
});
process.exitCode = failed ? 1 : 0;
