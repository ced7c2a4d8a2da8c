// The islands wake up on the alert and the composer; and where they can't, the plain form beneath still works.

import type { Page } from '@playwright/test';
import { now } from './clock.ts';
import { demoAlert } from './demo.ts';
import { come, expect, test, visit } from './journey.ts';
import { composeLetter, openMail, reportSent } from './letter.ts';
import { ticked } from './steps.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);

/** As an island leaves it after a sent report. */
async function hasWritten(page: Page, language: string, at = now()): Promise<void> {
  await visit(page, `/${language}/about`);
  const mark = `0123456789abcdef0123456789abcdef ${Math.floor(at.getTime() / 1000)}`;
  await page.evaluate(([key = '', value = '']) => localStorage.setItem(key, value), [`samleng.wrote.${slug}`, mark]);
}

test('the alert tells a returning writer when they wrote, and the next step', async ({ page, language, words }) => {
  await hasWritten(page, language);
  await visit(page, `/${language}/alerts/${slug}`);
  await expect(page.getByText(words.like('wrote-on'))).toBeVisible();
  await page.getByRole('link', { name: words('wrote-next') }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/steps$`));
});

test('the alert tells a new reader nothing of the kind', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}`);
  await expect(page.getByText(words.like('wrote-on'))).toHaveCount(0);
});

test('the composer follows what is typed, without a request', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await expect(openMail(page, words)).toBeVisible();
  const asked: string[] = [];
  // A name in another script may want its font; that tells nothing of the name.
  page.on('request', (request) => request.resourceType() === 'font' || asked.push(request.url()));
  await page.getByLabel(words('write-name'), { exact: true }).pressSequentially('Sok');
  await expect(page.locator('.letter')).toContainText(/Sok$/);
  await expect(openMail(page, words)).toHaveAttribute('href', /Sok$/);
  await expect(page.getByRole('button', { name: words('write-make') })).toBeHidden();
  expect(asked).toEqual([]);
});

test('a name that was typed before the composer woke is kept', async ({ page, language, words }) => {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/*.wasm', async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto(`/${language}/alerts/${slug}/write`);
  await page.getByLabel(words('write-name'), { exact: true }).fill('Sok Dara');
  wake();
  await expect(openMail(page, words)).toHaveAttribute('href', /Sok%20Dara$/);
  await expect(page.getByLabel(words('write-name'), { exact: true })).toHaveValue('Sok Dara');
});

test('each part of the letter is copied by its button', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByText(words('write-nothing-opened'), { exact: true }).click();
  for (const part of ['to', 'cc', 'subject', 'letter']) {
    const label = words(`write-field-${part}`);
    await page.getByRole('button', { name: words('write-copy-part', { part: label }), exact: true }).click();
    const shown = await page.getByRole('textbox', { name: label, exact: true }).inputValue();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    await expect(page.getByRole('status').filter({ hasText: words('write-copied') })).toBeVisible();
  }
});

test('the checklist knows what an island reported', async ({ page, language, words }) => {
  await visit(page, `/${language}/steps`);
  expect(await ticked(page, words)).toEqual([]);
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
  await visit(page, `/${language}/steps`);
  expect(await ticked(page, words)).toEqual([2]);
});

test('a report that does not arrive says so, and can be sent again', async ({ page, language, words, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED/);
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: words('write-sent') }).click();
  await expect(page.getByRole('status').filter({ hasText: words('write-not-sent') })).toBeVisible();
  await page.context().setOffline(false);
  await reportSent(page, words);
});

test('pressed twice, "I sent it" is one report', async ({ page, language, words }) => {
  const reports: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') reports.push(request.url());
  });
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByRole('button', { name: words('write-sent') }).dblclick();
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
  expect(reports).toHaveLength(1);
});

test('where the wasm does not come, the plain form works', async ({ page, language, words, guard }) => {
  // The browser reports the file that did not come, in several voices.
  guard.allow(/./);
  await page.route('**/*.wasm', (route) => route.abort());
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.wasm'));
  await page.goto(`/${language}/alerts/${slug}/write`);
  await refused;
  await page.getByLabel(words('write-name'), { exact: true }).fill('Sok Dara');
  await page.getByRole('button', { name: words('write-make') }).click();
  await expect(openMail(page, words)).toHaveAttribute('href', /Sok%20Dara$/);
  await page.getByRole('button', { name: words('write-sent') }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${slug}/sent$`));
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
});

// Extensions put elements of their own into the page before it wakes (T07).
test('elements that an extension added do no harm', async ({ page, language, words }) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.body.prepend(document.createElement('extension-bar'));
      document.body.append(document.createElement('extension-panel'));
      document.querySelector('main')?.prepend(document.createElement('extension-note'));
      document.documentElement.append(document.createElement('extension-root'));
    });
  });
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
});

// A browser that translates wraps every text in elements of its own (T07): an island that stumbles leaves the form as it was.
test('a translated page still makes and reports a letter', async ({ page, language, guard, words }) => {
  guard.allow(/./);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const all: Node[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) all.push(node);
      for (const text of all.filter((node) => node.textContent?.trim() && !node.parentElement?.closest('script, style, textarea'))) {
        const font = document.createElement('font');
        text.parentNode?.replaceChild(font, text);
        font.append(text);
      }
    });
  });
  await visit(page, `/${language}/alerts/${slug}/write`);
  await page.getByLabel(words('write-name'), { exact: true }).fill('Sok Dara');
  const make = page.getByRole('button', { name: words('write-make') });
  await expect(make.or(openMail(page, words)).first()).toBeVisible();
  if (await make.isVisible()) await make.click();
  await expect(openMail(page, words)).toHaveAttribute('href', /Sok%20Dara$/);
  await page.getByRole('button', { name: words('write-sent') }).click();
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
});

test('whoever saves data loads no island before pressing something', async ({ page, language, words }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
  });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`/${language}/alerts/${slug}/write`);
  await come(page);
  // The islands' start-up begins within three seconds of an idle moment; by then it would have.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 3_000 })));
  expect(loaded.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  await page.getByLabel(words('write-name'), { exact: true }).focus();
  await expect(openMail(page, words)).toBeVisible();
});
