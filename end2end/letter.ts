// What several journeys do with a letter, in the reader's words.

import { expect, type Locator, type Page } from '@playwright/test';
import { scriptsRun, settled, visit } from './journey.ts';
import type { Words } from './words.ts';

export const composerOf = (language: string, alert: string) => `/${language}/alerts/${alert}/write`;

/** Opens the composer of an alert, which is awake then. */
export async function openComposer(page: Page, language: string, words: Words, alert: string): Promise<void> {
  await visit(page, composerOf(language, alert));
  await awake(page, words);
}

/** Opens the "No" of the safety question, behind which the composer stands where an alert asks it. */
export async function answersNo(page: Page, words: Words): Promise<void> {
  await page.getByText(words('safety-no'), { exact: true }).click();
}

/** Types a name into the open composer and gets to the ways to send: by the form where no script runs, in place where one does. */
export async function composeLetter(page: Page, words: Words, name: string): Promise<void> {
  // An island that wakes puts a draft into the fields: while it does, nobody types as fast as a journey.
  if (await scriptsRun(page)) await awake(page, words);
  await page.getByLabel(words('write-name'), { exact: true }).fill(name);
  if (!(await scriptsRun(page))) await page.getByRole('button', { name: words('write-make') }).click();
  await expect(openMail(page, words)).toBeVisible();
}

/** The composer's island has taken over. */
export async function awake(page: Page, words: Words): Promise<void> {
  await settled(page);
  await expect(page.locator('#make')).toBeHidden();
  await expect(openMail(page, words)).toBeVisible();
}

/** The link that opens the mail program. */
export function openMail(page: Page, words: Words): Locator {
  return page.getByRole('link', { name: words('write-open-mail') });
}

/** Presses it where no mail program is: that it was asked for is enough. */
export async function pressMail(page: Page, words: Words): Promise<void> {
  await page.evaluate(() => document.getElementById('open-mail')?.addEventListener('click', (event) => event.preventDefault()));
  await openMail(page, words).click();
}

/** The letter that the mail link holds. */
export async function mailed(page: Page, words: Words): Promise<string> {
  return takenApart((await openMail(page, words).getAttribute('href')) ?? '').body.replaceAll('\r\n', '\n');
}

/** Presses "I sent it" and is thanked: on a page of its own where no script runs, in place where one does. */
export async function reportSent(page: Page, words: Words): Promise<void> {
  const address = page.url();
  await page.getByRole('button', { name: words('write-sent') }).click();
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
  if (await scriptsRun(page)) expect(page.url()).toBe(address);
  else await expect(page).toHaveURL(/\/sent$/);
}

/** A `mailto:` link taken apart after RFC 6068, by nothing that the program has. */
export function takenApart(href: string): { to: string[]; cc: string[]; subject: string; body: string } {
  const [, addresses = '', query = ''] = /^mailto:([^?]*)\?(.*)$/.exec(href) ?? [];
  const fields = new Map<string, string>();
  for (const field of query.split('&')) {
    const [name = '', value = ''] = field.split('=');
    expect(fields.has(name), `${name} stands twice`).toBe(false);
    fields.set(name, value);
  }
  const list = (text = '') => text.split(',').filter(Boolean).map(decodeURIComponent);
  return {
    to: list(addresses),
    cc: list(fields.get('cc')),
    subject: decodeURIComponent(fields.get('subject') ?? ''),
    body: decodeURIComponent(fields.get('body') ?? ''),
  };
}
