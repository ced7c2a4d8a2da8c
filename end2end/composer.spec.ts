// The composer with scripts: what is chosen and typed is in the letter, by whatever way it leaves, and on this device alone.
// (More of it: composer-in-use.spec.ts.)

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { demoAlert, demoAlerts } from './demo.ts';
import { expect, settled, test, visit } from './journey.ts';
import { awake, composeLetter, composerOf, mailed, openComposer, openMail, pressMail } from './letter.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);

const OWN = 'My aunt lives there.\nបងប្អូន & 100% + "?"#';

const points = (page: Page): Locator => page.locator('#choices > li');
const order = (page: Page) => points(page).evaluateAll((all) => all.map(({ id }) => id));
const drawn = (page: Page) => page.locator('#letter-points > div').evaluateAll((all) => all.map(({ id }) => id.replace('point', 'choice')));

test('points are put in order by keyboard and left out, and the letter follows', async ({ page, language, words }) => {
  await openComposer(page, language, words, slug);
  await page.getByText(words('write-choose'), { exact: true }).click();
  const before = await order(page);
  await points(page).nth(2).locator('[value^="up-"]').focus();
  await page.keyboard.press('Enter');
  const after = [before[0], before[2], before[1], before[3]];
  await expect.poll(() => order(page)).toEqual(after);
  expect(await drawn(page)).toEqual(after);
  await expect(points(page).nth(1).locator('[value^="up-"]')).toBeFocused();
  await expect(page.locator('#moved')).toHaveText(words('write-moved-up'));
  await page.keyboard.press('Enter');
  await expect.poll(() => order(page)).toEqual([before[2], before[0], before[1], before[3]]);

  const left = (await drawn(page))[1] ?? '';
  await points(page).nth(1).getByRole('checkbox').uncheck();
  await expect(page.locator(`#${left.replace('choice', 'point')}`)).toBeHidden();
  const visible = await page.locator('.letter__point:visible').allInnerTexts();
  expect(visible).toHaveLength(3);
  const body = await mailed(page, words);
  const meaning = language === 'en' ? visible : [];
  for (const text of meaning) expect(body).toContain(text.trim());
});

test('a point is dragged to its place', async ({ page, language, words }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await openComposer(page, language, words, slug);
  await page.getByText(words('write-choose'), { exact: true }).click();
  const before = await order(page);
  await points(page).nth(3).dragTo(points(page).nth(0));
  await expect.poll(() => order(page)).toEqual([before[3], before[0], before[1], before[2]]);
  expect(await drawn(page)).toEqual(await order(page));
});

test('own words, name and city stand in the letter wherever it leaves', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openComposer(page, language, words, slug);
  await page.getByLabel(words('write-own'), { exact: true }).fill(OWN);
  await page.getByLabel(words('write-city'), { exact: true }).fill('Lyon');
  await composeLetter(page, words, 'Sok Dara');
  const body = await mailed(page, words);
  expect(body).toContain(`\n\n${OWN}\n\n`);
  expect(body.endsWith('\nSok Dara\nLyon')).toBe(true);
  await expect(page.locator('#letter-own')).toHaveText(OWN);

  await test.step('copied whole', async () => {
    await page.getByText(words('write-nothing-opened'), { exact: true }).click();
    await page.getByRole('button', { name: words('write-copy-all') }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(body);
    await expect(page.locator('#copied')).toHaveText(words('write-copied'));
  });
  await test.step('in a web mail', async () => {
    await page.getByText(words('write-web-mail'), { exact: true }).click();
    await page.evaluate(() => document.getElementById('open-gmail')?.addEventListener('click', (event) => event.preventDefault()));
    await page.locator('#open-gmail').click();
    const gmail = new URL((await page.locator('#open-gmail').getAttribute('href')) ?? '');
    expect(gmail.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(body);
    await page.evaluate(() => document.getElementById('open-outlook')?.addEventListener('click', (event) => event.preventDefault()));
    await page.locator('#open-outlook').click();
    const link = new URL((await page.locator('#open-outlook').getAttribute('href')) ?? '');
    expect(link.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(body);
  });
  await test.step('as a file', async () => {
    await page.getByText(words('write-more-ways'), { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.locator('#save-mail-file').evaluate((link) => (link as HTMLElement).click());
    const file = await readFile(await (await download).path(), 'utf8');
    const [head = '', text = ''] = file.split('\r\n\r\n');
    expect(head).toContain('X-Unsent: 1');
    expect(Buffer.from(text, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(body);
  });
  await test.step('on paper', async () => {
    await page.evaluate(() => (window.print = () => {}));
    await page.getByRole('button', { name: words('write-print'), exact: true }).click();
    const papers = page.locator('.paper');
    expect(await papers.count()).toBeGreaterThan(0);
    expect(await papers.first().locator('.paper__body').evaluate((paper) => paper.textContent)).toBe(body);
    await expect(papers.first().locator('.paper__place')).toHaveText('Lyon,');
  });
});

test('whoever comes back is asked first whether they sent it, also after the tab was closed', async ({ page, context, language, words }) => {
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#came-back')).toBeHidden();
  await pressMail(page, words);
  const body = await mailed(page, words);
  await page.close();

  const later = await context.newPage();
  await visit(later, composerOf(language, slug));
  const question = later.locator('#came-back');
  await expect(question).toBeFocused();
  await expect(question).toContainText(words('write-did-you-send'));
  const tops = await Promise.all([question, later.getByRole('heading', { level: 1 })].map((one) => one.boundingBox()));
  expect(tops[0]?.y, 'above everything else').toBeLessThan(tops[1]?.y ?? 0);
  expect(await mailed(later, words)).toBe(body);
  await later.getByRole('button', { name: words('back-not-yet') }).click();
  await expect(question).toBeHidden();
  await later.reload();
  await settled(later);
  await expect(openMail(later, words)).toBeVisible();
  await expect(question).toBeHidden();
  expect(await mailed(later, words)).toBe(body);

  await pressMail(later, words);
  await later.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await expect(question).toBeVisible();
  await later.getByRole('button', { name: words('back-came-back') }).click();
  await expect(later.locator('#back-says')).toHaveText(words('back-thanks'));
  await expect(question).toBeHidden();

  await pressMail(later, words);
  await later.reload();
  await settled(later);
  await question.getByRole('button', { name: words('write-sent') }).click();
  await expect(later.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
  expect(await later.evaluate(() => Object.keys(localStorage).sort())).toEqual(['samleng.acted', `samleng.wrote.${slug}`]);
});

test('a draft is forgotten by one button, and where nothing can be kept the composer says so and works', async ({ page, language, words }) => {
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#draft-says')).toHaveText(words('draft-kept'));
  await page.getByRole('button', { name: words('write-forget') }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(page.getByLabel(words('write-name'), { exact: true })).toHaveValue('');

  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#draft-says')).toHaveText(words('draft-not-kept'));
  expect((await mailed(page, words)).endsWith('Sok Dara')).toBe(true);
});

test('nothing leaves without a name, and the message stands at its field', async ({ page, language, words }) => {
  await openComposer(page, language, words, slug);
  await expect(openMail(page, words)).toBeVisible();
  await openMail(page, words).click();
  await expect(page.getByLabel(words('write-name'), { exact: true })).toBeFocused();
  await expect(page.locator('#name-error')).toHaveText(words('name-missing'));
});

test('all letters are reported at once, and the thanks hold a neutral text to share', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { letters } = demoAlert((alert) => alert.slug === slug);
  expect(letters.length).toBeGreaterThan(1);
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByRole('button', { name: words.like('write-sent-all') }).click();
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
  const neutral = page.getByRole('textbox', { name: words('share-neutral-label'), exact: true });
  const text = await neutral.inputValue();
  expect(text).toContain(`/${language}/alerts/${slug}`);
  await page.locator('#of-share-neutral').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await expect(page.locator('#share-copied')).toHaveText(words('write-copied'));
  await page.getByText(words('share-open'), { exact: true }).click();
  await expect(page.getByRole('textbox', { name: words('share-open-label'), exact: true })).toHaveValue(/KUA \d+\/\d+/);
});

test('a finished letter is in the mail program after two taps, and three more for the safety question and a name', async ({ page, language, words }) => {
  for (const alert of demoAlerts.filter(({ slug: one, safeToSign }) => one === slug || !safeToSign).slice(0, 2)) {
    let taps = 0;
    const tap = async (target: Locator) => {
      await expect(target).toBeInViewport();
      await target.click();
      taps += 1;
    };
    await visit(page, `/${language}/alerts/${alert.slug}`);
    await tap(page.getByRole('link', { name: words('alert-write-the-letter') }).first());
    if (!alert.safeToSign) {
      await page.getByText(words('safety-no'), { exact: true }).scrollIntoViewIfNeeded();
      await tap(page.getByText(words('safety-no'), { exact: true }));
    }
    await awake(page, words);
    const name = page.getByLabel(words('write-name'), { exact: true });
    await name.scrollIntoViewIfNeeded();
    await tap(name);
    await page.keyboard.type('Sok Dara');
    await page.evaluate(() => document.getElementById('open-mail')?.addEventListener('click', (event) => event.preventDefault()));
    await openMail(page, words).scrollIntoViewIfNeeded();
    await tap(openMail(page, words));
    expect((await mailed(page, words)).endsWith('Sok Dara')).toBe(true);
    // Two for who changes nothing, one for the name, one for the question.
    expect(taps).toBe(alert.safeToSign ? 3 : 4);
  }
});

