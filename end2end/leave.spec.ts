// A way out on every page: the link, and Shift pressed three times. With scripts the page is hidden at once and its place in
// the history is taken. (Without: leave-without-scripts.spec.ts.)

import { NEUTRAL_SITE } from './config.ts';
import { demoAlert } from './demo.ts';
import { expect, test, visit } from './journey.ts';

const { slug } = demoAlert(({ urgency }) => urgency === 'now');

test.beforeEach(({ guard }) => guard.allow(/asked another host: https:\/\/neutral\.example\//));

test('"Leave now" leads away, and Back does not lead to the page that was left', async ({ page, language, words }) => {
  await visit(page, `/${language}/`);
  await visit(page, `/${language}/alerts/${slug}`);
  await page.getByRole('link', { name: words('leave') }).click();
  await expect(page).toHaveURL(NEUTRAL_SITE);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/${language}/$`));
});

test('"Leave now" does not say where one comes from', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}`);
  const asked = page.waitForRequest(`${NEUTRAL_SITE}**`);
  await page.getByRole('link', { name: words('leave') }).click();
  expect(await (await asked).headerValue('referer')).toBeNull();
});

test('"Leave now" stays in reach wherever one has read to', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}`);
  const leave = page.getByRole('link', { name: words('leave') });
  await page.mouse.move(180, 300);
  for (const by of [800, 1600, 10_000]) {
    await page.mouse.wheel(0, by);
    await expect(leave).toBeInViewport({ ratio: 1 });
  }
});

test('Shift three times leads away and hides the page at once', async ({ page, language }) => {
  const asLeft: string[] = [];
  page.on('console', (message) => asLeft.push(message.text()));
  await page.addInitScript(() => {
    addEventListener('beforeunload', () => {
      console.log(JSON.stringify({ hidden: document.querySelector('main')?.checkVisibility() === false, title: document.title }));
    });
  });
  await page.clock.install();
  await visit(page, `/${language}/`);
  await visit(page, `/${language}/alerts/${slug}`);
  // Five seconds are a long time, but not to a machine that stalls: they don't pass here.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await expect(page).toHaveURL(NEUTRAL_SITE);
  // How the page looked when the browser began to go away from it, long before the other site answers on a bad line.
  expect(asLeft.at(-1)).toBe(JSON.stringify({ hidden: true, title: '' }));
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/${language}/$`));
});

test('Shift as a part of typing does not lead away', async ({ page, language }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await page.getByRole('textbox').first().focus();
  for (const letter of ['D', 'A', 'R', 'A']) await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press('Shift+Tab');
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${slug}/write$`));
  await expect(page.getByRole('main')).toBeVisible();
});

test('Shift pressed twice, and once much later, does not lead away', async ({ page, language }) => {
  await page.clock.install();
  await visit(page, `/${language}/alerts/${slug}`);
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.clock.runFor(60_000);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${slug}$`));
});
