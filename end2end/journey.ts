// The test that all journeys use: it knows the reader's language and words, and fails on anything the browser complains about.

import { expect, test as base, type Page } from '@playwright/test';
import { NEUTRAL_SITE } from './config.ts';
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

export const test = base.extend<Journey>({
  language: ['en', { option: true }],

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

/** Whether this browser runs scripts: the same journeys are made with and without. */
export function scriptsRun(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(scripting: enabled)').matches);
}
