// What ticks the first step, or forgets, by a script only.

import { expect, settled, test, visit } from './journey.ts';
import { ticked } from './steps.ts';

const PRIMER = 'how-urgent-actions-work';

test('the address of the feed, taken by its button, ticks the first step', async ({ page, context, baseURL, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL ?? '' });
  await visit(page, `/${language}/follow`);
  await page.getByRole('button', { name: words('follow-take-feed') }).click();
  await expect(page.getByRole('status').filter({ hasText: words('write-copied') })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/${language}/alerts.atom`);
  await visit(page, `/${language}/steps`);
  expect(await ticked(page, words)).toEqual([1]);
});

test('what "Leave now" shall forget is chosen here, and it forgets it', async ({ page, context, language, words, guard }) => {
  guard.allow(/asked another host: https:\/\/neutral\.example\//);
  await visit(page, `/${language}/primers/${PRIMER}`);
  for (const question of [0, 1, 2]) await page.locator(`label[for="q${question}-0"]`).click();
  await page.getByRole('button', { name: words('primer-check') }).click();
  await expect(page.locator('.figure')).toHaveText(words.like('primer-right'));
  expect(await context.cookies()).toHaveLength(3);
  await visit(page, `/${language}/steps`);
  await page.getByLabel(words('leave-clears')).check();
  await page.reload();
  await settled(page);
  await expect(page.getByLabel(words('leave-clears'))).toBeChecked();
  await page.getByRole('link', { name: words('leave') }).click();
  await expect.poll(() => context.cookies()).toEqual([]);
  await visit(page, `/${language}/about`);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
