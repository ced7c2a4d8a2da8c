// Where a text is not there in the reader's language, the page says so, and in which it is shown.

import { demoAlerts } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

for (const language of languages) {
  for (const alert of demoAlerts.filter((alert) => !alert.languages.includes(language))) {
    test(`${alert.slug} says on its ${language} page that it is shown in another language`, async ({ page }) => {
      await page.goto(`/${language}/alerts/${alert.slug}`);
      const main = page.getByRole('main');
      await expect(main.locator('.notice').first()).toBeVisible();
      await expect(main.getByRole('heading', { level: 1 }).locator('[lang="en"]')).toBeVisible();
      await expect(main.locator('.prose').first()).toHaveAttribute('lang', 'en');
    });
  }
}
