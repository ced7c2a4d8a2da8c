// The main job with nothing but a keyboard: everything is reached, in the order in which it is read, and one sees where one is.

import type { Page } from '@playwright/test';
import { allPages, demoAlert } from './demo.ts';
import { expect, test } from './journey.ts';
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
    await expectFocusSeen(page);
    const there = await page.evaluate((goal) => {
      const element = document.activeElement;
      if ('path' in goal) return element instanceof HTMLAnchorElement && new URL(element.href).pathname === goal.path;
      return 'id' in goal ? element?.id === goal.id : element?.textContent?.trim() === goal.text;
    }, goal);
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${Object.values(goal).join()}.`);
}

/** The element with the focus is on the screen, nothing covers it, and it looks otherwise than without the focus. */
async function expectFocusSeen(page: Page): Promise<void> {
  const trouble = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    const name = element.outerHTML.slice(0, 120);
    // WCAG 2.4.11: not hidden entirely. A link may run over several lines; of something long the browser shows the caret's end.
    const points = [...element.getClientRects()].flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].map((part) => [left + width / 2, top + height * part] as const),
    );
    const seen = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((seen) => seen !== null);
    if (seen.length === 0) return `${name} is not on the screen`;
    if (!seen.some((one) => element.contains(one) || one.contains(element))) return `${name} is under ${seen[0]?.outerHTML.slice(0, 120)}`;
    const look = () => {
      const { backgroundColor, boxShadow, outlineStyle, outlineColor, outlineWidth, borderColor } = getComputedStyle(element);
      return [backgroundColor, boxShadow, outlineStyle, outlineColor, outlineWidth, borderColor].join();
    };
    const focused = look();
    element.blur();
    const blurred = look();
    element.focus({ preventScroll: true });
    return focused === blurred ? `${name} looks the same without the focus` : null;
  });
  expect(trouble).toBeNull();
}

test('the first thing on every page leads to its content', async ({ page, language, words }) => {
  test.slow();
  for (const path of allPages(language)) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: words('skip') });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null);
    expect(inside, `${path}: the next thing is in the content`).toBe(true);
  }
});

test('every page is walked through by Tab, and one always sees where one is', async ({ page, language }) => {
  test.slow();
  for (const path of allPages(language)) {
    await page.goto(path);
    const reached = new Set<string>();
    for (let press = 0; press < MANY; press += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        return String([...document.querySelectorAll('*')].indexOf(element));
      });
      if (at === null || reached.has(at)) break;
      reached.add(at);
      await expectFocusSeen(page);
    }
    expect(reached.size, path).toBeGreaterThan(5);
    expect(reached.size, `${path} has an end`).toBeLessThan(MANY);
  }
});

test('from the home page to the second step by keyboard alone', async ({ page, language, words }) => {
  await page.goto(`/${language}/`);
  await tabTo(page, { path: `/${language}/alerts/${lead.slug}` });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/alerts/${lead.slug}$`));

  await tabTo(page, { text: words('alert-write-the-letter') });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/write$/);
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
