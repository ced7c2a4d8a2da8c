// Every page in every language, in light and (project `dark`: axe alone) in dark: what assistive technology gets.

import { expectAccessible } from './axe.ts';
import { allPages, demoAlerts } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

for (const language of languages) {
  test.describe(language, () => {
    test.slow();

    test('axe finds nothing on any page', async ({ page }) => {
      for (const path of allPages(language)) {
        await page.goto(path);
        await expectAccessible(page);
      }
    });

    test('the headings of every page are in order', async ({ page }) => {
      for (const path of allPages(language)) {
        await page.goto(path);
        const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
        expect.soft(levels[0], `${path}: the first heading`).toBe(1);
        expect.soft(levels.filter((level) => level === 1), `${path}: one heading of the page`).toHaveLength(1);
        const leaps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
        expect.soft(leaps, `${path}: levels ${levels.join(' ')}`).toEqual([]);
      }
    });

    test('every page says in which language each text is', async ({ page }) => {
      for (const path of allPages(language)) {
        await page.goto(path);
        await expect.soft(page.locator('html'), path).toHaveAttribute('lang', language);
        // Khmer words in a page of another language carry their own mark, and no page of Khmer words lacks it.
        const unmarked = await page.evaluate(() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          for (let node = texts.nextNode(); node; node = texts.nextNode()) {
            const said = node.parentElement?.closest('[lang]')?.getAttribute('lang');
            const khmer = /\p{Script=Khmer}/u.test(node.textContent ?? '');
            if (khmer && said !== 'km' && !node.parentElement?.closest('script')) found.push(`${said}: ${node.textContent?.slice(0, 60)}`);
          }
          return found;
        });
        expect.soft(unmarked, path).toEqual([]);
      }
    });
  });

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
