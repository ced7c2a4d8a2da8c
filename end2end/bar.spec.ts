// When the button of an alert has left the screen upward, and only then, a bar at the bottom repeats it. With and without scripts.

import type { Page } from '@playwright/test';
import { demoAlerts } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { inMain } from './sets.ts';

const scrollTo = (page: Page, top: number) => page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), top);

for (const { slug } of inMain(demoAlerts, 1)) {
  test(`the bar of ${slug} comes when its button has gone, and goes when it is back`, async ({ page, language, words }) => {
    await visit(page, `/${language}/alerts/${slug}`);
    const button = page.getByRole('main').getByRole('link', { name: words('alert-write-the-letter') }).first();
    const bar = page.locator('.bar');
    await expect(button).toBeInViewport();
    await expect(bar).not.toBeInViewport();

    const box = await button.boundingBox();
    await scrollTo(page, (box?.y ?? 0) + (box?.height ?? 0) + 120);
    await expect(button).not.toBeInViewport();
    await expect(bar).toBeInViewport({ ratio: 1 });
    await expect(bar.getByRole('link')).toHaveAttribute('href', (await button.getAttribute('href')) ?? '');
    const { y = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    expect(y + height, 'ends at the bottom of the screen').toBeCloseTo(640, 0);

    await scrollTo(page, 0);
    await expect(button).toBeInViewport();
    await expect(bar).not.toBeInViewport();
  });

  test(`the bar of ${slug} hides nothing at the end of the page`, async ({ page, language }) => {
    await visit(page, `/${language}/alerts/${slug}`);
    const last = page.locator('footer').getByRole('link').last();
    await scrollTo(page, await page.evaluate(() => document.documentElement.scrollHeight));
    await expect(last).toBeInViewport({ ratio: 1 });
    const covered = await last.evaluate((link) => {
      const { left, top, width, height } = link.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return !(seen && (link.contains(seen) || seen.contains(link)));
    });
    expect(covered).toBe(false);
  });
}
