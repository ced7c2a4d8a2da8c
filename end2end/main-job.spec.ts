// The main job: from the home page to a letter that was sent, and the second of the four steps.

import { expectAccessible } from './axe.ts';
import { demoAlert } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { composeLetter, openMail, reportSent } from './letter.ts';
import { stepsOf, ticked } from './steps.ts';

const lead = demoAlert(({ urgency }) => urgency === 'now');

test('a member reads the alert on the home page, writes, and sees the step ticked', async ({ page, language, words }) => {
  const main = page.getByRole('main');

  await test.step('the home page leads to the alert that matters most', async () => {
    await visit(page, `/${language}/`);
    await expect(main.getByText(lead.number, { exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    await main.getByRole('link', { name: words('home-read-and-write') }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${lead.slug}$`));
  });

  await test.step('the alert says what happened, what is asked and by when', async () => {
    for (const heading of ['alert-what-happened', 'alert-what-we-ask', 'alert-whom', 'alert-letters-so-far', 'alert-sources']) {
      await expect(main.getByRole('heading', { level: 2, name: words(heading), exact: true })).toBeVisible();
    }
    await expect(main.getByText(words.like('alert-write-by')).first()).toBeVisible();
    await expectAccessible(page);
    await main.getByRole('link', { name: words('alert-write-the-letter') }).first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${lead.slug}/write$`));
  });

  await test.step('the composer makes the letter', async () => {
    await expect(main.getByRole('heading', { level: 1, name: words('write-heading') })).toBeVisible();
    await composeLetter(page, words, 'Sok Dara');
    await expect(openMail(page, words)).toHaveAttribute('href', /^mailto:\S+Sok%20Dara$/);
    await expectAccessible(page);
  });

  await test.step('"I sent it" is thanked and counted', async () => {
    await reportSent(page, words);
    await expectAccessible(page);
  });

  await test.step('the second step is done', async () => {
    await main.getByRole('link', { name: words('thanks-to-steps') }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/steps$`));
    await expect(stepsOf(page)).toHaveCount(4);
    expect(await ticked(page, words)).toEqual([2]);
    await expectAccessible(page);
  });

  await test.step('and stays so when one comes back', async () => {
    await visit(page, `/${language}/`);
    await visit(page, `/${language}/steps`);
    expect(await ticked(page, words)).toEqual([2]);
  });
});
