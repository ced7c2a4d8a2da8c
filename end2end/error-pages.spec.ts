// A page for what is not there: in the reader's language, with a way on.

import { expectAccessible } from './axe.ts';
import { demoAlert } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages, wordsOf } from './words.ts';

const { slug } = demoAlert(() => true);

for (const language of languages) {
  const words = wordsOf(language);

  test(`what is not there says so in ${language}, and leads on`, async ({ page, guard }) => {
    guard.allow(/status of 404/);
    for (const path of ['nothing', 'alerts/nothing', `alerts/${slug}/nothing`, `alerts/${slug}/write/9`, 'alerts/KUA%207', 'alerts/%FF', 'about/nothing']) {
      const answer = await page.goto(`/${language}/${path}`);
      expect(answer?.status(), path).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1, name: words('error-not-found-title') })).toBeVisible();
    }
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: words('error-to-alerts') }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/alerts$`));
  });

  test(`a form from another site is refused in ${language}`, async ({ page, guard }) => {
    guard.allow(/status of 403/);
    await page.route('**/elsewhere', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="http://localhost:${process.env.SAMLENG_E2E_PORT}/${language}/alerts/${slug}/sent"><button>Go</button></form>`,
      }),
    );
    // Same machine, another origin.
    guard.allow(/asked another host: http:\/\/127\.0\.0\.1/);
    await page.goto(`http://127.0.0.1:${process.env.SAMLENG_E2E_PORT}/elsewhere`);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Go' }).click();
    expect((await answer).status()).toBe(403);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1, name: words('error-foreign-title') })).toBeVisible();
    await expectAccessible(page);
  });
}

test('an address without its language leads to the reader\'s, and no address leads in a circle', async ({ playwright, baseURL }) => {
  for (const accepted of ['km', 'fr-CA', 'en;q=0.1, km', 'de', '*', '']) {
    const client = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { 'accept-language': accepted } });
    const expected = { km: 'km', 'fr-CA': 'fr', 'en;q=0.1, km': 'km' }[accepted] ?? 'en';
    for (const [path, end] of [
      ['/', `/${expected}/`],
      ['/alerts', `/${expected}/alerts`],
      ['/km', '/km/'],
      ['/km/', '/km/'],
    ] as const) {
      const answer = await client.get(path, { maxRedirects: 1 });
      expect(answer.status(), `${path} for ${accepted}`).toBe(200);
      expect(new URL(answer.url()).pathname).toBe(end);
    }
    for (const path of ['/de/', '/en-us/alerts']) {
      const answer = await client.get(path, { maxRedirects: 1 });
      expect(answer.status(), `${path} for ${accepted}`).toBe(404);
    }
    await client.dispose();
  }
});
