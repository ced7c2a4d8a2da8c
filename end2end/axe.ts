// The accessibility check at every stop of a journey. axe runs in the page itself and tells violations alone: that takes a fifth
// of what it takes by its own driver, which opens another page for each report.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { phone } from './config.ts';
import { scriptsRun, settled } from './journey.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What another colour scheme can break. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  expect(await violations(page), `axe on ${page.url()}`).toEqual([]);
}

/** Nor in the dark, where the same elements have other colours. */
export async function expectAccessibleInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, { runOnly: COLOURS }), `axe on ${page.url()} in the dark`).toEqual([]);
}

async function violations(page: Page, options: RunOptions = {}) {
  const { violations } = (await scriptsRun(page)) ? await run(page, options) : await runAsleep(page, options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, help, html, failureSummary })));
}

async function run(page: Page, options: RunOptions): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(
    (options) => (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, options),
    { resultTypes: ['violations'], preload: false, iframes: false, ...options } satisfies RunOptions,
  );
}

/**
 * axe needs timers, which don't run where scripts are off: there the same markup is drawn beside it, without its scripts, and as a
 * page that has come, since where scripts run, what is far down waits for that.
 */
async function runAsleep(page: Page, options: RunOptions): Promise<AxeResults> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '').replace('<html', '<html class="come"');
  const colorScheme = (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? 'dark' : 'light';
  const copy = await besides(page.context());
  await copy.setViewportSize(page.viewportSize() ?? phone.viewport);
  await copy.emulateMedia({ colorScheme });
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }), { times: 1 });
  await copy.goto(page.url());
  return run(copy, options);
}

/** The page for the copies of a journey, which has loaded their style and fonts from the second one on. */
const copies = new WeakMap<BrowserContext, Page>();

async function besides(context: BrowserContext): Promise<Page> {
  const made = copies.get(context) ?? (await context.browser()?.newPage({ javaScriptEnabled: true }));
  if (!made) throw new Error('The page belongs to no browser.');
  if (!copies.has(context)) context.once('close', () => void made.close());
  copies.set(context, made);
  return made;
}
