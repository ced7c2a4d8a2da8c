// The main job with nothing but a keyboard: everything is reached, in the order in which it is read, and one sees where one is.

import type { Page } from '@playwright/test';
import { demoAlert } from './demo.ts';
import { focusTrouble } from './focus.ts';
import { expect, settled, test, visit } from './journey.ts';
import { openMail } from './letter.ts';

const lead = demoAlert(({ urgency }) => urgency === 'now');

/** More than any page has. */
const MANY = 150;

/** A link by where it leads, a control by its words or its id. */
type Goal = { path: string } | { text: string } | { id: string };

/** Presses Tab until that has the focus; fails where the focus can't be seen on the way. */
async function tabTo(page: Page, goal: Goal): Promise<void> {
  for (let press = 0; press < MANY; press += 1) {
    await page.keyboard.press('Tab');
    await expect.poll(() => focusTrouble(page)).toBeNull();
    const there = await page.evaluate((goal) => {
      const element = document.activeElement;
      if ('path' in goal) return element instanceof HTMLAnchorElement && new URL(element.href).pathname === goal.path;
      return 'id' in goal ? element?.id === goal.id : element?.textContent?.trim() === goal.text;
    }, goal);
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${Object.values(goal).join()}.`);
}

test('from the home page to the second step by keyboard alone', async ({ page, language, words }) => {
  await visit(page, `/${language}/`);
  await tabTo(page, { path: `/${language}/alerts/${lead.slug}` });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${lead.slug}$`));
  await settled(page);

  await tabTo(page, { text: words('alert-write-the-letter') });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/write$/);
  await settled(page);
  await expect(openMail(page, words)).toBeVisible();

  await tabTo(page, { id: 'name' });
  await page.keyboard.type('Sok Dara');
  await expect(openMail(page, words)).toHaveAttribute('href', /Sok%20Dara$/);
  await tabTo(page, { text: words('write-sent') });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();

  // The thanks have the focus, so the next step is near.
  await tabTo(page, { path: `/${language}/steps` });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/steps$`));
  await expect(page.getByRole('main').getByRole('listitem').nth(1)).toContainText(words('step-done'));
});
