// A forum before it begins: found, on the reader's own clock, in the calendar, and with what can be done until then.

import { expectAccessible } from './axe.ts';
import { expect, scriptsRun, test, visit } from './journey.ts';

test.use({ timezoneId: 'America/Los_Angeles' });

test('a member finds the next forum, reads when it is, and takes it into the calendar', async ({ page, language, words }) => {
  const main = page.getByRole('main');
  await visit(page, `/${language}/`);
  await main.getByRole('link', { name: words('home-forum') }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/forums$`));
  await expectAccessible(page);
  await main.locator('a[href$="/forums/land-and-homes"]').click();
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2, name: words('forum-programme') })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2, name: words('forum-speakers') })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2, name: words('forum-act'), exact: true })).toBeVisible();

  const instant = new Date((await main.locator('time').first().getAttribute('datetime')) ?? '');
  if (await scriptsRun(page)) {
    const parts = new Intl.DateTimeFormat('en', { day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'America/Los_Angeles' });
    const own = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
    const shown = (text = '') => (language === 'km' ? text.replace(/\d/g, (digit) => '០១២៣៤៥៦៧៨៩'[Number(digit)] ?? '') : text);
    await expect(page.locator('#forum-yours')).toContainText(shown(`${own.hour}:${own.minute}`));
    await expect(page.locator('#forum-yours')).toContainText(shown(own.day));
    await expect(page.locator('#forum-left')).toHaveText(words.like('forum-in-days'));
  } else {
    await expect(page.locator('#forum-yours')).toBeHidden();
  }
  await expectAccessible(page);

  const address = (await main.getByRole('link', { name: words('forum-to-calendar'), exact: true }).getAttribute('href')) ?? '';
  const calendar = await (await page.request.get(address)).text();
  const utc = instant.toISOString().replace(/[-:]|\.000/g, '');
  expect(calendar).toContain(`DTSTART:${utc}`);
  await main.locator('a[href*="/alerts/"]').first().click();
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/`));
});

test('on its own clock a reader sees no second one', async ({ browser, baseURL, language, javaScriptEnabled }) => {
  const context = await browser.newContext({ baseURL, timezoneId: 'Asia/Phnom_Penh', javaScriptEnabled });
  const page = await context.newPage();
  await visit(page, `/${language}/forums/land-and-homes`);
  await expect(page.locator('#forum-yours')).toBeHidden();
  await context.close();
});
