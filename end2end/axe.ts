// The accessibility check at every stop of a journey.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { scriptsRun } from './journey.ts';

/** axe finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = (await scriptsRun(page)) ? await analyse(page) : await analyseCopy(page);
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, help, html, failureSummary })));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

const analyse = (page: Page) => new AxeBuilder({ page }).analyze();

/** axe can't run where scripts are off: there the same markup is drawn beside it, without its scripts. */
async function analyseCopy(page: Page) {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser.');
  const context = await browser.newContext({
    javaScriptEnabled: true,
    viewport: page.viewportSize(),
    colorScheme: (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? 'dark' : 'light',
  });
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await copy.goto(page.url());
    return await analyse(copy);
  } finally {
    await context.close();
  }
}
