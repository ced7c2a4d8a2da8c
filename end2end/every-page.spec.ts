// Promises that every page keeps, whatever it is about, as far as a browser is needed to see them: each page is opened once for all
// of them. (What its HTML and its headers promise, the walks of the HTTP tests know.)

import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInTheDark } from './axe.ts';
import { desktop, phone } from './config.ts';
import { allPages, onePageOfEachKind } from './demo.ts';
import { focusTrouble } from './focus.ts';
import { expect, test, visit } from './journey.ts';
import { holds } from './sets.ts';
import { languages, wordsOf, type Language } from './words.ts';

/** The pages that most people see. */
const CORE = ['', 'alerts', 'alerts/kua-7-26', 'alerts/kua-7-26/write', 'alerts/kua-12-25/write', 'forums/when-the-radio-goes-silent', 'follow', 'steps'].map((path) => `/km/${path}`);

// Khmer pages have both scripts, and every language has the same elements in the same colours: all that a page promises is tried on
// those, each in one visit.
const tried = holds('everything') ? allPages('km') : holds('main') ? onePageOfEachKind('km', allPages('km')) : CORE;

for (const path of tried) {
  test(`${path} keeps what every page promises`, async ({ page, context }) => {
    await visit(page, path);
    await test.step('reading leaves nothing in the browser', () => leavesNothing(page, context));
    await test.step('the first thing leads to the content', () => skipsToContent(page, 'km'));
    await test.step('buttons and fields are large enough for a finger', () => fitsFingers(page));
    // It takes a focused link for one that is told from the text by its colour alone.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await test.step('axe finds nothing', () => expectAccessible(page));
    await test.step('axe finds nothing in the dark', () => expectAccessibleInTheDark(page));
    await test.step('it fits every screen from 320 px on', () => fitsScreens(page));
    // In the dark, where the ink is light but for the one that stands on the focus.
    await test.step('by Tab one always sees where one is', () => walk(page, path));
  });
}

// The other languages differ in the length of their words.
for (const language of languages.filter((language) => language !== 'km' && holds('main'))) {
  test(`every page in ${language} fits every screen, and fingers`, async ({ page }) => {
    for (const path of onePageOfEachKind(language, allPages(language))) {
      await page.setViewportSize(phone.viewport);
      await visit(page, path);
      await test.step(path, async () => {
        await fitsFingers(page);
        await fitsScreens(page);
      });
    }
  });
}

// And it is tried whether that is all.
for (const language of languages.filter((language) => language !== 'km' && holds('everything'))) {
  const third = language === 'en' ? 1 : 0;
  for (const path of allPages(language).filter((_, place) => place % 3 === third)) {
    test(`axe finds nothing on ${path}`, async ({ page }) => {
      await visit(page, path);
      await skipsToContent(page, language);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await expectAccessible(page);
      await expectAccessibleInTheDark(page);
    });
  }
}

async function skipsToContent(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: wordsOf(language)('skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null);
  expect(inside, 'the next thing is in the content').toBe(true);
}

async function leavesNothing(page: Page, context: BrowserContext): Promise<void> {
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect.soft(kept).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0 });
  expect.soft(await context.cookies()).toEqual([]);
}

// look.md: 48 px, the main button 56.
async function fitsFingers(page: Page): Promise<void> {
  const small = await page.locator('.button:visible, button:visible, summary:visible, input:visible, textarea:visible, .leave').evaluateAll((all) =>
    all
      // A box to tick is pressed by its words too.
      .map((one) => ({ one, target: (one.matches('[type="checkbox"], [type="radio"]') && (one as HTMLInputElement).labels?.[0]) || one }))
      .map(({ one, target }) => ({ one, height: target.getBoundingClientRect().height }))
      // An island may just have put one away.
      .filter(({ one, height }) => height > 0 && height < (one.matches('.button--main') ? 56 : 48))
      .map(({ one, height }) => `${height} px: ${one.outerHTML.slice(0, 120)}`),
  );
  expect.soft(small).toEqual([]);
}

async function fitsScreens(page: Page): Promise<void> {
  for (const width of [320, phone.viewport.width, 768, desktop.viewport.width]) {
    await page.setViewportSize({ width, height: 640 });
    expect.soft(await whatSticksOut(page, width), `at ${width} px`).toEqual([]);
  }
}

/** The elements that reach over the edge; empty where the page can't be moved sideways. */
async function whatSticksOut(page: Page, width: number): Promise<string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 0.5);
    return [`page ${document.documentElement.scrollWidth}`, ...wide.map((one) => one.outerHTML.slice(0, 120))];
  }, width);
}

/** More than any page has to press Tab for. */
const MANY = 150;

/** Presses Tab from the beginning of the page to its end. */
async function walk(page: Page, path: string): Promise<void> {
  // Where a reader begins who has just come.
  await page.setViewportSize(phone.viewport);
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const reached = new Set<string>();
  for (let press = 0; press < MANY; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      return String([...document.querySelectorAll('*')].indexOf(element));
    });
    if (press === 0) await expect(page.locator('.skip'), 'the walk begins at the beginning').toBeFocused();
    if (at === null || reached.has(at)) break;
    reached.add(at);
    await expect.poll(() => focusTrouble(page), path).toBeNull();
  }
  expect(reached.size, path).toBeGreaterThan(5);
  expect(reached.size, `${path} has an end`).toBeLessThan(MANY);
}
