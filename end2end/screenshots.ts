// A picture of every page: 360 and 1280 px wide, three languages, light, dark and on paper; and, on the phone, of the first
// screen and of the letter once it is made.

import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { desktop, phone } from './config.ts';
import { allPages, demoAlert, demoAlerts } from './demo.ts';
import { test } from './journey.ts';
import { composeLetter, reportSent } from './letter.ts';
import { languages, wordsOf } from './words.ts';

const folder = resolve(process.env.SAMLENG_SCREENSHOTS ?? 'screenshots');

const sizes = { 360: phone, 1280: desktop };
const NOWHERE = (language: string) => `/${language}/alerts/nothing-here`;

for (const language of languages) {
  for (const [width, device] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${language} ${width} ${colorScheme}`, async ({ browser, baseURL, guard }) => {
        test.setTimeout(120_000);
        guard.allow(/404/);
        const context = await browser.newContext({ baseURL, colorScheme, ...device });
        const page = await context.newPage();
        const name = (path: string) => [language, width, colorScheme, path.split('/').slice(2).filter(Boolean).join('_') || 'home'].join('-');
        for (const path of [...allPages(language), NOWHERE(language)]) {
          await page.goto(path);
          await picture(page, name(path));
        }

        for (const { slug } of demoAlerts) {
          await page.goto(`/${language}/alerts/${slug}`);
          await picture(page, `${name(`/${language}/alerts/${slug}`)}-first-screen`, false);
        }

        const { slug } = demoAlert(({ safeToSign }) => safeToSign);
        const words = wordsOf(language);
        await page.goto(`/${language}/alerts/${slug}/write`);
        await composeLetter(page, words, 'Sok Dara');
        await picture(page, name(`/${language}/letter`));
        await reportSent(page, words);
        await picture(page, name(`/${language}/thanks`));
        await page.goto(`/${language}/steps`);
        await picture(page, name(`/${language}/steps-after`));
        await context.close();
      });
    }
  }

  test(`${language} on paper`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    for (const path of allPages(language)) {
      await page.goto(path);
      await picture(page, [language, 'print', path.split('/').slice(2).filter(Boolean).join('_') || 'home'].join('-'));
    }
  });
}

async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage, animations: 'disabled' });
}
