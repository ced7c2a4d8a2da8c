// Somebody reads: from an alert to its issue, to a post, to the one before and back, to an official, and to the letter of another
// alert. With and without scripts.

import { expect, test, visit } from './journey.ts';

test('a reader comes by way of issue, post and official to another letter', async ({ page, language, words }) => {
  const main = page.getByRole('main');
  await visit(page, `/${language}/alerts/kua-7-26`);
  await main.locator(`a[href="/${language}/issues/land-evictions"]`).click();
  await expect(page).toHaveURL(`/${language}/issues/land-evictions`);

  await main.locator('.story a[href*="/posts/"]').first().click();
  await expect(page).toHaveURL(new RegExp(`/${language}/posts/`));
  const post = page.url();
  await main.getByRole('navigation', { name: words('post-neighbours') }).locator('a[rel="prev"]').click();
  await expect(page).not.toHaveURL(post);
  await main.locator('a[rel="next"]').click();
  await expect(page).toHaveURL(post);

  await visit(page, `/${language}/alerts/kua-7-26`);
  await main.locator('.official a').first().click();
  await expect(page).toHaveURL(new RegExp(`/${language}/officials/`));
  const other = main.locator('.entries a').filter({ hasNotText: 'KUA 7/26' }).locator(`:scope:not([href$="kua-7-26"])`).first();
  await other.click();
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/`));
  await main.getByRole('link', { name: words('alert-write-the-letter') }).first().click();
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/.*/write`));
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('write-heading'));
});

test('a reader checks what a primer taught', async ({ page, language, words, guard }) => {
  guard.allow(/422/);
  await visit(page, `/${language}/primers`);
  await page.getByRole('main').locator('.entries a').first().click();
  await page.getByRole('button', { name: words('primer-check') }).click();
  await expect(page.locator('.errors')).toBeVisible();
  for (const question of [0, 1, 2]) await page.locator(`#q${question}-0`).check();
  await page.getByRole('button', { name: words('primer-check') }).click();
  await expect(page.locator('.verdict')).toHaveCount(3);
  await expect(page.locator('#q1-0')).toBeChecked();
});

test('a phone can install the site: its manifest has no fault', async ({ page }) => {
  await visit(page, '/km/');
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ start_url: '/km/', display: 'standalone' });
});
