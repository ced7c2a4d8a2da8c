// The composer without scripts: choices are a form, and the server answers with the letter and its ways.

import { expectAccessible } from './axe.ts';
import { demoAlert } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { openMail, reportSent, takenApart } from './letter.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);

test('points are moved and left out by the form, and the letter, the file and the paper agree', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await page.getByLabel(words('write-name'), { exact: true }).fill('Sok Dara');
  await page.getByLabel(words('write-own'), { exact: true }).fill('My aunt lives there.');
  await page.getByText(words('write-choose'), { exact: true }).click();
  await page.locator('#choices > li').nth(2).locator('[value^="up-"]').click();

  await expect(page.getByLabel(words('write-name'), { exact: true })).toHaveValue('Sok Dara');
  expect(await page.locator('#order').inputValue()).toBe('0,2,1,3');
  await page.getByText(words('write-choose'), { exact: true }).click();
  await page.locator('#choices > li').nth(3).getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: words('write-make') }).click();

  const body = takenApart((await openMail(page, words).getAttribute('href')) ?? '').body.replaceAll('\r\n', '\n');
  expect(body).toContain('\n\nMy aunt lives there.\n\n');
  expect(await page.locator('.letter__point').count()).toBe(3);

  const download = page.waitForEvent('download');
  // On a phone the file is not offered; the form would take it.
  await page.locator('[value="mail-file"]').evaluate((button) => (button as HTMLElement).parentElement?.parentElement?.style.setProperty('display', 'block')).catch(() => {});
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[value="mail-file"]').dispatchEvent('click');
  expect((await download).suggestedFilename()).toBe(`letter-${slug}.eml`);

  await page.locator('[value="print"]').click();
  await expect(page.locator('.paper__body').first()).toContainText('My aunt lives there.');
  await page.goBack();
  await page.locator('[value="change"]').click();
  await expect(page.getByLabel(words('write-own'), { exact: true })).toHaveValue('My aunt lives there.');
  await page.getByRole('button', { name: words('write-make') }).click();
  await reportSent(page, words);
});

test('what is wholly ours is shown by the form, and nothing is lost', async ({ page, language, words }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  await page.getByLabel(words('write-name'), { exact: true }).fill('Sok Dara');
  await page.getByLabel(words('write-own'), { exact: true }).fill('My aunt lives there.');
  await page.getByRole('button', { name: words('write-make') }).click();
  await page.getByRole('button', { name: words('write-compare') }).click();
  await expect(page.getByText(words('ours-none'))).toBeVisible();
  await expect(page.locator('.letter--compared')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: words.like('write-sent-all') }).click();
  await expect(page).toHaveURL(/\/sent\?letter=2$/);
  await expect(page.getByRole('textbox', { name: words('share-neutral-label'), exact: true })).toHaveValue(new RegExp(`/${language}/alerts/${slug}$`));
  await expectAccessible(page);
});

test('a gathering reports its letters on paper, and is told what is wrong with nothing lost', async ({ page, language, words, guard }) => {
  guard.allow(/status of 422/);
  await visit(page, `/${language}/alerts/${slug}/on-paper`);
  await expectAccessible(page);
  await page.getByLabel(words('on-paper-gathering'), { exact: true }).fill('Lyon');
  await page.getByRole('button', { name: words('on-paper-report') }).click();
  await expect(page.locator('#count-error')).toHaveText(words('on-paper-count-unreadable'));
  await expectAccessible(page);
  await expect(page.getByLabel(words('on-paper-gathering'), { exact: true })).toHaveValue('Lyon');
  await page.getByLabel(words('on-paper-count'), { exact: true }).fill(language === 'km' ? '២៤' : '24');
  await page.getByRole('button', { name: words('on-paper-report') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.like('on-paper-thanks') })).toBeVisible();
});
