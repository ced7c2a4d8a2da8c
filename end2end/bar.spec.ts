// When the button of an alert has left the screen upward, and only then, a bar at the bottom repeats it. With and without scripts.

import { demoAlerts } from './demo.ts';
import { expect, test } from './journey.ts';

for (const { slug } of demoAlerts) {
  test(`the bar of ${slug} comes when its button has gone, and goes when it is back`, async ({ page, language, words }) => {
    await page.goto(`/${language}/alerts/${slug}`);
    const button = page.getByRole('main').getByRole('link', { name: words('alert-write-the-letter') }).first();
    const bar = page.locator('.bar');
    await expect(button).toBeInViewport();
    await expect(bar).not.toBeInViewport();

    const box = await button.boundingBox();
    await page.mouse.move(180, 300);
    await page.mouse.wheel(0, (box?.y ?? 0) + (box?.height ?? 0) + 120);
    await expect(button).not.toBeInViewport();
    await expect(bar).toBeInViewport({ ratio: 1 });
    await expect(bar.getByRole('link')).toHaveAttribute('href', (await button.getAttribute('href')) ?? '');
    const { y = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    expect(y + height, 'ends at the bottom of the screen').toBeCloseTo(640, 0);

    await page.mouse.wheel(0, -10_000);
    await expect(button).toBeInViewport();
    await expect(bar).not.toBeInViewport();
  });

  test(`the bar of ${slug} hides nothing at the end of the page`, async ({ page, language }) => {
    await page.goto(`/${language}/alerts/${slug}`);
    await page.mouse.move(180, 300);
    const last = page.locator('footer').getByRole('link').last();
    // Again where it wasn't the end yet: what is far down is laid out when the page has come.
    await expect(async () => {
      await page.mouse.wheel(0, 100_000);
      await expect(last).toBeInViewport({ ratio: 1, timeout: 1_000 });
    }).toPass({ timeout: 10_000 });
    const covered = await last.evaluate((link) => {
      const { left, top, width, height } = link.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return !(seen && (link.contains(seen) || seen.contains(link)));
    });
    expect(covered).toBe(false);
  });
}
