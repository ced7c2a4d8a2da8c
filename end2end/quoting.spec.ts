// From a line of what was said to a quotation, and with it into a letter.

import { expectAccessible } from './axe.ts';
import { expect, test, visit } from './journey.ts';
import { RECORDED } from './player.ts';

test('what was said leads to its second, into a quotation and into a letter', async ({ page, language, words, baseURL }) => {
  const main = page.getByRole('main');
  await visit(page, `/${language}/forums/${RECORDED}`);
  await expectAccessible(page);
  const line = main.locator('.line').nth(2);
  const said = ((await line.locator('.line__said').textContent()) ?? '').replaceAll('\u200b', '').trim();
  await line.locator('.line__at').click();
  await expect(page).toHaveURL(/#t=\d+$/);
  await line.getByRole('link', { name: words('said-quote') }).click();
  await expect(main.getByRole('heading', { level: 1, name: words('quote-heading') })).toBeVisible();
  await expectAccessible(page);
  const whole = await page.getByLabel(words('quote-whole')).inputValue();
  expect(said).toContain(whole.slice(1, 20).replaceAll('\u200b', ''));
  expect(whole).toMatch(new RegExp(`${baseURL}/${language}/forums/${RECORDED}#t=\\d+$`));

  await main.getByRole('button', { name: words('quote-in-letter') }).first().click();
  await expect(page).toHaveURL(/\/alerts\/kua-6-26\/write$/);
  await expect(page.getByLabel(words('write-own'), { exact: true })).toHaveValue(whole);

  await page.goBack();
  await main.getByRole('link', { name: words('quote-hear') }).click();
  await expect(page).toHaveURL(/#t=\d+$/);
  await expect(main.locator('.line:target')).toHaveCount(1);
});
