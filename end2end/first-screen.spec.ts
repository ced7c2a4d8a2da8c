// The first screen of an alert on a small phone: enough to decide, and the one button, without scrolling.

import { demoAlerts } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages, wordsOf } from './words.ts';

/** What of 640 px a phone's browser leaves to the page, about. */
const VISIBLE = 560;

for (const language of languages) {
  for (const { slug } of demoAlerts) {
    test(`all down to "No account needed" of /${language}/alerts/${slug} stands within ${VISIBLE} px`, async ({ page }) => {
      await page.goto(`/${language}/alerts/${slug}`);
      await page.evaluate(() => document.fonts.ready);
      const main = page.getByRole('main');
      const stops = [
        main.getByRole('heading', { level: 1 }),
        main.locator('.summary'),
        main.locator('.deadline'),
        main.locator('.write-to'),
        main.getByRole('link', { name: wordsOf(language)('alert-write-the-letter') }).first(),
        main.locator('.act__note'),
      ];
      let end = 0;
      for (const stop of stops) {
        await expect(stop).toBeVisible();
        const box = await stop.boundingBox();
        expect(box?.y, 'stands below the one before').toBeGreaterThanOrEqual(end - 1);
        end = (box?.y ?? 0) + (box?.height ?? 0);
      }
      expect(end).toBeLessThanOrEqual(VISIBLE);
    });
  }
}
