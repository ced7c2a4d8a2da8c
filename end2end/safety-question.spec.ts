// An alert that nobody has found safe to sign asks first, keeps no answer, and shows the ways to send only after a "No".

import { expectAccessible } from './axe.ts';
import { demoAlert } from './demo.ts';
import { expect, scriptsRun, test, visit } from './journey.ts';
import { answersNo, composeLetter, openMail } from './letter.ts';

const { slug } = demoAlert(({ safeToSign }) => !safeToSign);

test('the question stands before the composer, and both answers are closed', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  const question = page.getByRole('heading', { name: words('safety-question') });
  await expect(question).toBeVisible();
  await expect(page.getByText(words('safety-not-kept'))).toBeVisible();
  await expect(page.getByLabel(words('write-name'), { exact: true })).toBeHidden();
  await expect(openMail(page, words)).toBeHidden();
  await expectAccessible(page);
});

test('"Yes" says why, offers what is safe, and opens no mail program', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await page.getByText(words('safety-yes'), { exact: true }).click();
  const answer = page.locator('details[open]');
  await expect(answer).toHaveCount(1);
  await expect(answer.getByRole('link').first()).toBeVisible();
  await expect(answer.locator('form, a[href^="mailto:"]')).toHaveCount(0);
  await expect(page.getByLabel(words('write-name'), { exact: true })).toBeHidden();
  await expect(openMail(page, words)).toBeHidden();
  await expectAccessible(page);
});

test('"No" goes on to the letter, and closes the other answer', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await page.getByText(words('safety-yes'), { exact: true }).click();
  await answersNo(page, words);
  await expect(page.locator('details[open]')).toHaveCount(1);
  await expectAccessible(page);
  await composeLetter(page, words, 'Sok Dara');
});

test('neither answer leaves the page or a trace', async ({ page, context, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  const address = page.url();
  const asked: string[] = [];
  // The browser asks for the icon when it pleases.
  page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(`${request.method()} ${request.url()}`));
  await page.getByText(words('safety-yes'), { exact: true }).click();
  await answersNo(page, words);
  await page.getByText(words('safety-yes'), { exact: true }).click();
  expect(page.url()).toBe(address);
  expect(await context.cookies()).toEqual([]);
  if (await scriptsRun(page)) expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.state])).toEqual([0, 0, null]);
  // No field of a form either: what the forms would send is the letter's, if anything.
  await answersNo(page, words);
  const fields = await page.locator('form').evaluateAll((forms) => forms.flatMap((form) => [...new FormData(form as HTMLFormElement).keys()]));
  expect(fields.filter((field) => !['seed', 'order', 'point', 'own', 'name', 'city', 'key', 'letter'].includes(field))).toEqual([]);
  expect(asked).toEqual([]);
});
