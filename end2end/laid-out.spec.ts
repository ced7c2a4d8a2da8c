// What stands below the first screen may wait while a page comes, and no longer. Where no script runs nothing waits.

import type { Page } from '@playwright/test';
import { expect, test, visit } from './journey.ts';

/** How many parts of the page are laid out only where they come near the screen. */
function waiting(page: Page): Promise<number> {
  const parts = page.locator('main *, .colophon');
  return parts.evaluateAll((all) => all.filter((part) => getComputedStyle(part).contentVisibility !== 'visible').length);
}

/** A page that never hears that it has come: as between its first screen and its end. */
async function unfinished(page: Page): Promise<void> {
  await page.route('**/assets/page.*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
}

const LONG = ['about/privacy', 'alerts/kua-7-26', 'alerts/kua-7-26/write'];

test('all of a long page is laid out once it has come', async ({ page, language }) => {
  for (const path of LONG) {
    await visit(page, `/${language}/${path}`);
    expect(await waiting(page), path).toBe(0);
  }
});

test('what is far down waits until a page has come, where scripts run', async ({ page, language, javaScriptEnabled }) => {
  await unfinished(page);
  for (const path of LONG) {
    await page.goto(`/${language}/${path}`);
    if (javaScriptEnabled === false) expect(await waiting(page), path).toBe(0);
    else expect(await waiting(page), path).toBeGreaterThan(0);
  }
});

test('an address that leads into a page finds its part, and nothing waits', async ({ page, language }) => {
  await unfinished(page);
  await page.goto(`/${language}/alerts/kua-4-26#updates`);
  await expect(page.locator('#updates')).toBeInViewport();
  expect(await waiting(page)).toBe(0);
});
