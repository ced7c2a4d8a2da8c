// Every page in every language, in light and (project `dark`) in dark: what assistive technology gets.

import { expectAccessible } from './axe.ts';
import { allPages, demoAlerts } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

for (const language of languages) {
  for (const path of allPages(language)) {
    test(`axe finds nothing on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });

    test(`the headings of ${path} are in order`, async ({ page }) => {
      await page.goto(path);
      const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      expect(levels[0], 'the first heading').toBe(1);
      expect(levels.filter((level) => level === 1), 'one heading of the page').toHaveLength(1);
      const leaps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
      expect(leaps, `levels ${levels.join(' ')}`).toEqual([]);
    });

    test(`${path} says in which language it is`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      // Khmer words in a page of another language carry their own mark, and the other way round.
      const unmarked = await page.evaluate((own) => {
        const khmer = /\p{Script=Khmer}/u;
        const letters = /\p{L}/u;
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const text = node.textContent ?? '';
          const said = node.parentElement?.closest('[lang]')?.getAttribute('lang');
          if (node.parentElement?.closest('script, style') || !letters.test(text)) continue;
          if (khmer.test(text) !== (said === 'km') && (khmer.test(text) || own !== 'km')) found.push(`${said}: ${text.trim()}`);
        }
        return found;
      }, language);
      expect(unmarked).toEqual([]);
    });
  }

  for (const alert of demoAlerts.filter((alert) => !alert.languages.includes(language))) {
    test(`${alert.slug} says on its ${language} page that it is shown in another language`, async ({ page }) => {
      await page.goto(`/${language}/alerts/${alert.slug}`);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveAttribute('lang', language);
      await expect(page.getByRole('main').locator('.notice').first()).toBeVisible();
      await expect(page.getByRole('main').locator('[lang="en"]').first()).toBeVisible();
    });
  }
}
