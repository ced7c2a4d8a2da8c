// Promises that every page keeps, whatever it is about: each page is opened once, in a browser that has loaded nothing before.

import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { desktop, NEUTRAL_SITE, phone } from './config.ts';
import { allPages } from './demo.ts';
import { focusTrouble } from './focus.ts';
import { expect, test, visit } from './journey.ts';
import { languages, wordsOf, type Language } from './words.ts';

for (const language of languages) {
  // Every language has the same elements in the same colours, and Khmer pages have both scripts: of the others a third each, for
  // the length of their words.
  const third = { km: undefined, en: 1, fr: 0 }[language];
  const paths = allPages(language).filter((_, place) => third === undefined || place % 3 === third);
  for (const path of paths) {
    test(`${path} keeps what every page promises`, async ({ page, context }) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await visit(page, path);
      await test.step('the first thing leads to the content', () => skipsToContent(page, language));
      await test.step('wasm is loaded for islands, and where there are none, not', () => loadsIslandsOnly(page, loaded));
      await test.step('reading leaves nothing in the browser', () => leavesNothing(page, context));
      await test.step('each text says its language', () => saysItsLanguages(page, language));
      await test.step('the headings are in order', () => headingsInOrder(page));
      await test.step('the languages lead to the same page', () => leadsToItself(page, path, language));
      await test.step('the way out is there, and says nothing of where one comes from', () => hasWayOut(page, language));
      await test.step('buttons and fields are large enough for a finger', () => fitsFingers(page));
      // It takes a focused link for one that is told from the text by its colour alone.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await test.step('axe finds nothing', () => expectAccessible(page));
      if (language === 'km') await test.step('axe finds nothing in the dark', () => axeInTheDark(page));
      await test.step('it fits every screen from 320 px on', () => fitsScreens(page));
    });
  }

  // Every language has the same elements in the same order.
  if (language !== 'en') continue;
  test(`every ${language} page is walked through by Tab, and one always sees where one is`, async ({ page }) => {
    // In the dark, where the ink is light but for the one that stands on the focus.
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of allPages(language)) {
      await visit(page, path);
      await wokenUp(page);
      await test.step(path, () => walk(page, path));
    }
  });
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

async function loadsIslandsOnly(page: Page, loaded: string[]): Promise<void> {
  const wasm = () => loaded.some((name) => name.endsWith('.wasm'));
  const islands = await page.locator('leptos-island').count();
  if (islands > 0) await expect.poll(wasm).toBe(true);
  expect(wasm(), loaded.join(' ')).toBe(islands > 0);
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

async function saysItsLanguages(page: Page, language: Language): Promise<void> {
  await expect.soft(page.locator('html')).toHaveAttribute('lang', language);
  // Khmer words in a page of another language carry their own mark, and no page of Khmer words lacks it.
  const unmarked = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const said = node.parentElement?.closest('[lang]')?.getAttribute('lang');
      const khmer = /\p{Script=Khmer}/u.test(node.textContent ?? '');
      if (khmer && said !== 'km' && !node.parentElement?.closest('script, noscript')) found.push(`${said}: ${node.textContent?.slice(0, 60)}`);
    }
    return found;
  });
  expect.soft(unmarked).toEqual([]);
}

async function headingsInOrder(page: Page): Promise<void> {
  const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect.soft(levels[0], 'the first heading').toBe(1);
  expect.soft(levels.filter((level) => level === 1), 'one heading of the page').toHaveLength(1);
  const leaps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
  expect.soft(leaps, `levels ${levels.join(' ')}`).toEqual([]);
}

async function leadsToItself(page: Page, path: string, language: Language): Promise<void> {
  for (const other of languages.filter((other) => other !== language)) {
    const link = page.locator(`.languages a[hreflang="${other}"]`);
    await expect.soft(link).toHaveAttribute('href', path.replace(`/${language}/`, `/${other}/`));
    await expect.soft(link).toHaveAccessibleName(/\S/);
  }
}

async function hasWayOut(page: Page, language: Language): Promise<void> {
  const leave = page.getByRole('link', { name: wordsOf(language)('leave') });
  await expect.soft(leave).toHaveAttribute('href', NEUTRAL_SITE);
  await expect.soft(leave).toHaveAttribute('rel', /noreferrer/);
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

async function axeInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
}

async function fitsScreens(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
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

/** Its islands have taken over: one that wakes moves what stands below it, and nobody is at its end within half a second. */
async function wokenUp(page: Page): Promise<void> {
  if ((await page.locator('leptos-island').count()) === 0) return;
  const wasm = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'));
  await expect.poll(() => page.evaluate(wasm)).toBe(true);
}

async function walk(page: Page, path: string): Promise<void> {
  const reached = new Set<string>();
  for (let press = 0; press < MANY; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      return String([...document.querySelectorAll('*')].indexOf(element));
    });
    if (at === null || reached.has(at)) break;
    reached.add(at);
    await expect.poll(() => focusTrouble(page), path).toBeNull();
  }
  expect(reached.size, path).toBeGreaterThan(5);
  expect(reached.size, `${path} has an end`).toBeLessThan(MANY);
}
