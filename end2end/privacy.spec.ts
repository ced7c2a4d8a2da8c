// What a browser keeps of having written, and to whom it tells that: nothing before one acts, and no public page after.

import { demoAlert, onePageOfEachKind } from './demo.ts';
import { expect, settled, test, visit } from './journey.ts';
import { composeLetter, openMail, reportSent } from './letter.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);

test('only the sent report leaves marks, and no public page gets a cookie', async ({ page, context, language, words }) => {
  await test.step('composing leaves a draft on the device, and nothing else', async () => {
    await visit(page, `/${language}/alerts/${slug}/write`);
    await composeLetter(page, words, 'Sok Dara');
    await expect(openMail(page, words)).toHaveAttribute('href', /Sok%20Dara$/);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([`samleng.draft.${slug}`]);
    expect(await context.cookies()).toEqual([]);
  });

  await test.step('the sent report leaves its marks, without the name, and takes the draft away', async () => {
    await reportSent(page, words);
    const kept = await page.evaluate(() => Object.entries(localStorage).sort());
    expect(kept.map(([key]) => key)).toEqual(['samleng.acted', `samleng.wrote.${slug}`]);
    expect(kept[0]?.[1]).toBe('1');
    expect(kept[1]?.[1]).toMatch(/^[0-9a-f]{32} \d+$/);
    expect(await context.cookies()).toHaveLength(6);
    for (const cookie of await context.cookies()) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
      expect(cookie.path).toMatch(/^\/(en|km|fr)\/(steps|alerts\/[^/]+\/sent)$/);
    }
  });

  await test.step('no public page is told, but for the steps that the first page asks for', async () => {
    const told: string[] = [];
    page.on('request', async (request) => {
      const carries = (await request.headerValue('cookie')) !== null;
      if (carries && !request.url().endsWith(`/${language}/steps/short`)) told.push(request.url());
    });
    for (const path of onePageOfEachKind(language)) {
      await visit(page, path);
    }
    expect(told).toEqual([]);
  });
});

test('a form that is posted without scripts leaves its marks at two addresses only', async ({ browser, baseURL, language, words }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
  const cookies = await context.cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(cookie.path).toMatch(new RegExp(`^/(en|km|fr)/(steps|alerts/${slug}/sent)$`));
  }
  const told: string[] = [];
  page.on('request', async (request) => {
    if ((await request.headerValue('cookie')) !== null) told.push(request.url());
  });
  for (const path of onePageOfEachKind(language)) await visit(page, path);
  expect(told).toEqual([]);
  await context.close();
});

test('the letter of one browser counts once, however often it is reported', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
  const first = await page.evaluate((key) => localStorage.getItem(key)?.split(' ')[0], `samleng.wrote.${slug}`);
  await page.reload();
  await settled(page);
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
  const second = await page.evaluate((key) => localStorage.getItem(key)?.split(' ')[0], `samleng.wrote.${slug}`);
  expect(second, 'the first key is the token from then on').toBe(first);
});

test('what the browser keeps is forgotten by one button, also where no island wakes', async ({ page, language, words, guard }) => {
  // The browser reports the file that did not come, in several voices.
  guard.allow(/./);
  await visit(page, `/${language}/alerts/${slug}/write`);
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
  expect(await page.evaluate(() => localStorage.length)).toBe(2);
  await page.route('**/*.wasm', (route) => route.abort());
  await visit(page, `/${language}/steps`);
  await page.getByRole('button', { name: words('steps-forget') }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/steps$`));
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.context().cookies()).toEqual([]);
});
