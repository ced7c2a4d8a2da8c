// Promises that every page keeps, whatever it is about.

import type { Page } from '@playwright/test';
import { desktop } from './config.ts';
import { allPages } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

for (const language of languages) {
  test.describe(language, () => {
    test.slow();

    test('every page fits every screen from 320 px on', async ({ page }) => {
      for (const width of [320, 360, desktop.viewport.width]) {
        await page.setViewportSize({ width, height: 640 });
        for (const path of allPages(language)) {
          await page.goto(path);
          await page.evaluate(() => document.fonts.ready);
          expect.soft(await whatSticksOut(page, width), `${path} at ${width} px`).toEqual([]);
        }
      }
    });

    test('reading leaves nothing in the browser', async ({ page, context }) => {
      for (const path of allPages(language)) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const kept = await page.evaluate(async () => ({
          local: Object.keys(localStorage),
          session: Object.keys(sessionStorage),
          databases: (await indexedDB.databases()).map(({ name }) => name),
          caches: await caches.keys(),
          workers: (await navigator.serviceWorker.getRegistrations()).length,
        }));
        expect.soft(kept, path).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0 });
        expect.soft(await context.cookies(), path).toEqual([]);
      }
    });

    test('wasm is loaded for islands, and where there are none, not', async ({ browser, baseURL }) => {
      for (const path of allPages(language)) {
        // A browser that has loaded nothing before.
        const context = await browser.newContext({ baseURL });
        const page = await context.newPage();
        const loaded: string[] = [];
        page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
        await page.goto(path);
        const wasm = () => loaded.some((name) => name.endsWith('.wasm'));
        if ((await page.locator('leptos-island').count()) > 0) {
          await expect.poll(wasm, path).toBe(true);
        } else {
          await page.waitForLoadState('networkidle');
          expect.soft(wasm(), `${path}: ${loaded.join(' ')}`).toBe(false);
        }
        await context.close();
      }
    });

    test('the languages lead to the same page', async ({ page }) => {
      for (const path of allPages(language)) {
        await page.goto(path);
        for (const other of languages.filter((other) => other !== language)) {
          const link = page.locator(`.languages a[hreflang="${other}"]`);
          await expect.soft(link).toHaveAttribute('href', path.replace(`/${language}/`, `/${other}/`));
          await expect.soft(link, path).toHaveAccessibleName(/\S/);
        }
      }
    });

    // look.md: 48 px, the main button 56.
    test('buttons and fields are large enough for a finger', async ({ page }) => {
      for (const path of allPages(language)) {
        await page.goto(path);
        const small = await page.locator('.button:visible, button:visible, summary:visible, input:visible, textarea:visible, .leave').evaluateAll((all) =>
          all
            // A box to tick is pressed by its words too.
            .map((one) => ({ one, target: (one.matches('[type="checkbox"], [type="radio"]') && (one as HTMLInputElement).labels?.[0]) || one }))
            .map(({ one, target }) => ({ one, height: target.getBoundingClientRect().height }))
            // An island may just have put one away.
            .filter(({ one, height }) => height > 0 && height < (one.matches('.button--main') ? 56 : 48))
            .map(({ one, height }) => `${height} px: ${one.outerHTML.slice(0, 120)}`),
        );
        expect.soft(small, path).toEqual([]);
      }
    });
  });
}

/** The elements that reach over the edge; empty where the page can't be moved sideways. */
async function whatSticksOut(page: Page, width: number): Promise<string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 0.5);
    return [`page ${document.documentElement.scrollWidth}`, ...wide.map((one) => one.outerHTML.slice(0, 120))];
  }, width);
}
