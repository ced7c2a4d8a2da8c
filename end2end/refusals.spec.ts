// A form that is refused comes back with everything that was typed, and says what to do: at its head and at the field.

import { expectAccessible } from './axe.ts';
import { demoAlert } from './demo.ts';
import { expect, scriptsRun, test, visit } from './journey.ts';
import { openMail } from './letter.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);

test('a letter without a name is not made, and the focus leads to the name', async ({ page, language, words, guard }) => {
  await visit(page, `/${language}/alerts/${slug}/write`);
  const name = page.getByLabel(words('write-name'), { exact: true });

  if (await scriptsRun(page)) {
    await openMail(page, words).click();
  } else {
    guard.allow(/status of 422/);
    await page.getByRole('button', { name: words('write-make') }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toContainText(words('form-refused'));
    await expect(page).toHaveTitle(words.like('form-refused-title'));
    await expectAccessible(page);
    await summary.getByRole('link', { name: words('name-missing') }).click();
  }

  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(new RegExp(words('name-missing')));
  await expectAccessible(page);
});

test('what was typed is still there', async ({ page, language, words, guard }) => {
  guard.allow(/status of 422/);
  await visit(page, `/${language}/alerts/${slug}/write`);
  const name = page.getByLabel(words('write-name'), { exact: true });
  const long = 'Sok '.repeat(200).trim();
  await name.fill(long);
  if (await scriptsRun(page)) await openMail(page, words).click();
  else await page.getByRole('button', { name: words('write-make') }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveValue(long);
  // And nothing of it stands in the address.
  expect(page.url()).not.toContain('Sok');
});
