// A page for what is not there, and one for what comes from elsewhere. What they say, and with which status, the walks of the HTTP
// tests know; here they are seen, and a real browser posts from another site.

import { expectAccessible } from './axe.ts';
import { demoAlert } from './demo.ts';
import { expect, test, visit } from './journey.ts';

const { slug } = demoAlert(() => true);

test('what is not there leads on', async ({ page, language, words, guard }) => {
  guard.allow(/status of 404/);
  await visit(page, `/${language}/nothing`);
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: words('error-to-alerts') }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts$`));
});

test('a form from another site is refused', async ({ page, baseURL, language, words, guard }) => {
  guard.allow(/status of 403/);
  // Same machine, another origin.
  const elsewhere = `${baseURL?.replace('localhost', '127.0.0.1')}/elsewhere`;
  guard.allow(/asked another host: http:\/\/127\.0\.0\.1/);
  const body = `<form method="post" action="${baseURL}/${language}/alerts/${slug}/sent"><button>Go</button></form>`;
  await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(elsewhere);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Go' }).click();
  expect((await answer).status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1, name: words('error-foreign-title') })).toBeVisible();
  await expectAccessible(page);
});
