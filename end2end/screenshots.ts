// A picture of every page and of all samples: 320, 360, 768 and 1280 px wide, three languages, light, dark, with forced colours,
// with text of double size, and on paper; and, on the phone, of the first screen and of the letter once it is made.

import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { desktop, phone } from './config.ts';
import { allPages, demoAlert, demoAlerts } from './demo.ts';
import { test, visit } from './journey.ts';
import { composeLetter, reportSent } from './letter.ts';
import { languages, wordsOf } from './words.ts';

const folder = resolve(process.env.SAMLENG_SCREENSHOTS ?? 'screenshots');

const sizes = { 360: phone, 1280: desktop };
const looks: Record<string, { options: BrowserContextOptions; style?: string }> = {
  320: { options: { ...phone, viewport: { width: 320, height: 568 } } },
  768: { options: { viewport: { width: 768, height: 1024 } } },
  forced: { options: { ...phone, forcedColors: 'active' } },
  // As a reader's own setting of the text does: rem and em follow, pixels stay.
  double: { options: phone, style: 'html { font-size: 200% }' },
};
const NOWHERE = (language: string) => `/${language}/alerts/nothing-here`;

for (const language of languages) {
  for (const [width, device] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${language} ${width} ${colorScheme}`, async ({ browser, baseURL, guard }) => {
        guard.allow(/404/);
        const context = await browser.newContext({ baseURL, colorScheme, ...device });
        const page = await context.newPage();
        const name = (path: string) => [language, width, colorScheme, named(path)].join('-');
        for (const path of [...allPages(language), NOWHERE(language)]) {
          await visit(page, path);
          await picture(page, name(path));
        }

        for (const { slug } of demoAlerts) {
          await visit(page, `/${language}/alerts/${slug}`);
          await picture(page, `${name(`/${language}/alerts/${slug}`)}-first-screen`, false);
        }

        const { slug } = demoAlert(({ safeToSign }) => safeToSign);
        const words = wordsOf(language);
        await visit(page, `/${language}/alerts/${slug}/write`);
        await composeLetter(page, words, 'Sok Dara');
        await picture(page, name(`/${language}/letter`));
        await reportSent(page, words);
        await picture(page, name(`/${language}/thanks`));
        await visit(page, `/${language}/steps`);
        await picture(page, name(`/${language}/steps-after`));
        await context.close();
      });
    }
  }

  for (const [name, look] of Object.entries(looks)) {
    test(`${language} ${name}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, ...look.options });
      const page = await context.newPage();
      if (look.style) await page.addInitScript(addStyle, look.style);
      for (const path of [...allPages(language), `/${language}/samples`]) {
        await visit(page, path);
        await picture(page, [language, name, named(path)].join('-'));
      }
      await context.close();
    });
  }

  test(`${language} on paper`, async ({ page }) => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    for (const path of allPages(language)) {
      await visit(page, path);
      await picture(page, [language, 'print', named(path)].join('-'));
    }
  });
}

const named = (path: string) => path.split('/').slice(2).filter(Boolean).join('_') || 'home';

/** In the page: as a style sheet that the policy lets pass. */
function addStyle(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

/** The longest picture that Chromium takes, in pixels of the page. */
const TALLEST = 7_000;

/** A page that is longer than that comes in pieces. */
async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  const pieces = fullPage ? Math.ceil(height / TALLEST) : 1;
  for (let piece = 0; piece < pieces; piece += 1) {
    const end = pieces > 1 ? `-${piece + 1}` : '';
    const clip = { x: 0, y: piece * TALLEST, width, height: Math.min(TALLEST, height - piece * TALLEST) };
    await page.screenshot({ path: join(folder, `${name}${end}.png`), fullPage, animations: 'disabled', ...(pieces > 1 ? { clip } : {}) });
  }
}
