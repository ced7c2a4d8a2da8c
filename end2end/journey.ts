// The test that all journeys use: it knows the reader's language and words, and fails on anything the browser complains about.

import { expect, test as base, type Page, type Response } from '@playwright/test';
import { moveClockOf } from './clock.ts';
import { NEUTRAL_SITE } from './config.ts';
import { Instance } from './instance.ts';
import { wordsOf, type Language, type Words } from './words.ts';

export { expect };

export interface Journey {
  /** The reader's language, an option of the project. */
  language: Language;
  words: Words;
  guard: Guard;
}

/** Whatever the console, the policy and the network report; anything that was not announced fails the journey at its end. */
export interface Guard {
  /** This complaint belongs to the journey, such as the browser's own note that a page was a 404. */
  allow(complaint: RegExp): void;
}

export const test = base.extend<Journey, { served: Instance }>({
  language: ['en', { option: true }],

  browser: [
    async ({ browser }, use) => {
      await moveClockOf(browser);
      await use(browser);
    },
    { scope: 'worker' },
  ],

  // The instance of a worker, for all journeys that change nothing for each other.
  served: [
    async ({}, use) => {
      // All journeys come from one network.
      const settings = { SAMLENG_LEAVE_TO: NEUTRAL_SITE, SAMLENG_SENT_REPORTS_AN_HOUR: '100000' };
      const instance = await Instance.started({ settings, words: ['--samples'] });
      await use(instance);
      await instance.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ served }, use) => use(served.base),

  words: async ({ language }, use) => use(wordsOf(language)),

  guard: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const allowed: RegExp[] = [];
      const own = new URL(baseURL ?? '').host;

      // Errors and warnings: a refused resource, a policy that was broken, an island without its function.
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
        }
      });
      context.on('weberror', (problem) => complaints.push(`uncaught: ${problem.error().message}`));
      context.on('request', (request) => {
        const { protocol, host } = new URL(request.url());
        if (protocol.startsWith('http') && host !== own) complaints.push(`asked another host: ${request.url()}`);
      });
      await context.route(`${NEUTRAL_SITE}**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Weather</title><h1>Weather</h1>' }),
      );

      await use({ allow: (complaint) => allowed.push(complaint) });
      expect(
        complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint))),
        'complaints of the browser',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens an address, and comes back when the page is settled. */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const answer = await page.goto(address);
  await settled(page);
  return answer;
}

/**
 * Waits until a page moves no more by itself, by its own marks: it has come and all of it is laid out (public/page.js), its fonts
 * are there, and its islands are awake (src/platform/http/islands_script.rs). Nobody is as fast as a journey.
 */
export async function settled(page: Page): Promise<void> {
  await come(page);
  if (!(await scriptsRun(page))) return;
  await page.waitForFunction(() => document.documentElement.classList.contains('awake') || !document.querySelector('script[src^="/assets/islands."]'));
  await hasItsFonts(page);
}

/** The same, whatever its islands do. */
export async function come(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  if (!(await scriptsRun(page))) return;
  await page.waitForFunction(() => document.documentElement.classList.contains('come'));
  await hasItsFonts(page);
}

const hasItsFonts = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

/** Whether this browser runs scripts: the same journeys are made with and without. */
export function scriptsRun(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(scripting: enabled)').matches);
}
