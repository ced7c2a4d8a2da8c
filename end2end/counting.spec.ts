// What counts of a forum that is watched: only what really ran.

import { expect, test, visit } from './journey.ts';
import { played, RECORDED } from './player.ts';
import { ticked } from './steps.ts';

/** What is kept of having watched: milliseconds that ran first, and fourth, once it was half, when. */
const ran = (kept: string | null) => Number(kept?.split('|')[0] ?? 0);
const whenHalf = (kept: string | null) => Number(kept?.split('|')[3] ?? 0);

/** Faster than this nothing counts, and so much may be added by the look that is under way (public/watched.js). */
const FASTEST = 2;
const BEGUN = 3_000 * FASTEST;

test('step 3 is ticked by half of a forum that really ran, and by nothing else', async ({ page, context, language, words }) => {
  const address = `/${language}/forums/${RECORDED}`;
  const kept = () => page.evaluate((key) => localStorage.getItem(key), `samleng.watched.${RECORDED}`);
  const isTicked = async () => {
    const steps = await context.newPage();
    await visit(steps, `/${language}/steps`);
    const done = await ticked(steps, words);
    await steps.close();
    return done.includes(3);
  };
  const media = page.locator('#media');
  await visit(page, address);
  expect(await kept(), 'opening it leaves nothing').toBe(null);

  await page.getByRole('button', { name: words('watch-play') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  const skipped = await media.evaluate((one) => {
    const video = one as HTMLMediaElement;
    const before = video.currentTime;
    video.currentTime = video.duration - 3;
    return video.duration - 3 - before;
  });
  await expect.poll(() => media.evaluate((one) => (one as HTMLMediaElement).ended)).toBe(true);
  expect(await isTicked(), 'skipping to the end').toBe(false);
  const all = await media.evaluate((one) => (one as HTMLMediaElement).duration);
  const before = ran(await kept());
  expect(before, 'what was skipped').toBeLessThan((all - skipped) * 1_000 + 500);

  // Muted, and in a tab that nobody sees.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
  await media.evaluate((one) => {
    const video = one as HTMLMediaElement;
    video.muted = true;
    video.currentTime = 0;
    return video.play();
  });
  await expect.poll(() => played(page)).toBeGreaterThan(5);
  expect(ran(await kept()) - before, 'muted and hidden').toBeLessThan(1_500);

  // In sight again, twice as fast, in two tabs: it counts once.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => false }));
  await media.evaluate((one) => {
    const video = one as HTMLMediaElement;
    video.currentTime = 0;
    video.playbackRate = 2;
  });
  const from = ran(await kept());
  const began = performance.now();
  const other = await context.newPage();
  await visit(other, address);
  await other.getByRole('button', { name: words('watch-play') }).click();
  await other.locator('#media').evaluate((one) => ((one as HTMLMediaElement).playbackRate = 2));
  await expect.poll(async () => whenHalf(await kept())).toBeGreaterThan(0);
  const counted = ran(await kept()) - from;
  expect(counted, 'never more than what can run in that time').toBeLessThanOrEqual((performance.now() - began) * FASTEST + BEGUN);
  expect(await isTicked()).toBe(true);
});

test('what is pressed before the other scripts have come counts too, and its lines are marked', async ({ page, language, words }) => {
  let come = () => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/assets\/(watched|said)\./, async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(`/${language}/forums/${RECORDED}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: words('watch-play') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  come();
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), `samleng.watched.${RECORDED}`)).not.toBe(null);
  await expect(page.locator('.line[aria-current]')).toHaveCount(1);
});
