// Promises that every page keeps, whatever it is about.

import type { Page } from '@playwright/test';
import { allPages } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

for (const language of languages) {
  for (const path of allPages(language)) {
    test(`${path} fits every screen from 320 px on`, async ({ page }) => {
      for (const width of [320, 360, page.viewportSize()?.width ?? 360]) {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        expect(await whatSticksOut(page, width), `wider than ${width} px`).toEqual([]);
      }
    });

    test(`reading ${path} leaves nothing in the browser`, async ({ page, context }) => {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await context.cookies()).toEqual([]);
      const kept = await page.evaluate(async () => ({
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      expect(kept).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0 });
    });

    test(`${path} loads wasm only for its islands`, async ({ page }) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const islands = await page.locator('leptos-island').count();
      // The islands' start-up waits until the browser is idle, three seconds at most.
      const wasm = () => loaded.some((name) => name.endsWith('.wasm'));
      if (islands > 0) await expect.poll(wasm).toBe(true);
      else expect(wasm(), loaded.join(' ')).toBe(false);
    });

    test(`the languages of ${path} lead to the same page`, async ({ page }) => {
      await page.goto(path);
      for (const other of languages.filter((other) => other !== language)) {
        const link = page.locator(`.languages a[hreflang="${other}"]`);
        await expect(link).toHaveAttribute('href', path.replace(`/${language}/`, `/${other}/`));
        await expect(link).toHaveAccessibleName(/\S/);
      }
    });

    test(`touch targets of ${path} are large enough`, async ({ page }) => {
      await page.goto(path);
      // WCAG asks 24 px of every target outside of sentences; look.md 48 of buttons.
      const small = await page
        .locator('a:visible, button:visible, summary:visible, input:visible, textarea:visible')
        .evaluateAll((all) =>
          all
            .filter((one) => !one.closest('p, li li, .prose, .skip, label'))
            .map((one) => ({ one, ...one.getBoundingClientRect().toJSON() }))
            .filter(({ one, width, height }) => height < (one.matches('.button') ? 48 : 24) || width < 24)
            .map(({ one, width, height }) => `${one.outerHTML.slice(0, 120)} ${width}x${height}`),
        );
      expect(small).toEqual([]);
    });
  }
}

/** The elements that reach over the edge, innermost last; empty where the page can't be moved sideways. */
async function whatSticksOut(page: Page, width: number): Promise<string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 0.5);
    return [`page ${document.documentElement.scrollWidth}`, ...wide.map((one) => one.outerHTML.slice(0, 120))];
  }, width);
}
