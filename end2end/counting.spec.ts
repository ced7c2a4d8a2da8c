// What counts of a forum that is watched: only what really ran.

import { expect, test } from './journey.ts';
import { played, RECORDED } from './player.ts';
import { ticked } from './steps.ts';

test('step 3 is ticked by half of a forum that really ran, and by nothing else', async ({ page, context, language, words }) => {
  test.slow();
  const address = `/${language}/forums/${RECORDED}`;
  const kept = () => page.evaluate((key) => localStorage.getItem(key), `samleng.watched.${RECORDED}`);
  const isTicked = async () => {
    const steps = await context.newPage();
    await steps.goto(`/${language}/steps`);
    const done = await ticked(steps, words);
    await steps.close();
    return done.includes(3);
  };
  const media = page.locator('#media');
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  expect(await kept(), 'opening it leaves nothing').toBe(null);

  await page.getByRole('button', { name: words('watch-play') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  await media.evaluate((one) => ((one as HTMLMediaElement).currentTime = (one as HTMLMediaElement).duration - 3));
  await expect.poll(() => media.evaluate((one) => (one as HTMLMediaElement).ended), { timeout: 20_000 }).toBe(true);
  expect(await isTicked(), 'skipping to the end').toBe(false);
  const before = Number((await kept())?.split('|')[0] ?? 0);
  expect(before).toBeLessThan(8_000);

  // Muted, and in a tab that nobody sees.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
  await media.evaluate((one) => {
    const video = one as HTMLMediaElement;
    video.muted = true;
    video.currentTime = 0;
    return video.play();
  });
  await expect.poll(() => played(page), { timeout: 20_000 }).toBeGreaterThan(5);
  expect(Number((await kept())?.split('|')[0] ?? 0) - before, 'muted and hidden').toBeLessThan(1_500);

  // In sight again, twice as fast, in two tabs: it counts once.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => false }));
  await media.evaluate((one) => {
    const video = one as HTMLMediaElement;
    video.currentTime = 0;
    video.playbackRate = 2;
  });
  const from = Number((await kept())?.split('|')[0] ?? 0);
  const began = Date.now();
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole('button', { name: words('watch-play') }).click();
  await other.locator('#media').evaluate((one) => ((one as HTMLMediaElement).playbackRate = 2));
  await expect.poll(async () => Number((await kept())?.split('|')[3] ?? 0), { timeout: 60_000 }).toBeGreaterThan(0);
  const ran = Number((await kept())?.split('|')[0] ?? 0) - from;
  expect(ran, 'never more than what can run in that time').toBeLessThanOrEqual((Date.now() - began) * 2 + 2_500);
  expect(await isTicked()).toBe(true);
});

test('what is pressed before the other scripts have come counts too, and its lines are marked', async ({ page, language, words }) => {
  await page.route(/\/assets\/(watched|said)\./, async (route) => {
    await new Promise((soon) => setTimeout(soon, 3_000));
    await route.continue();
  });
  await page.goto(`/${language}/forums/${RECORDED}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: words('watch-play') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), `samleng.watched.${RECORDED}`)).not.toBe(null);
  await expect(page.locator('.line[aria-current]')).toHaveCount(1);
});
