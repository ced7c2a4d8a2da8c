// The first screen of an alert on a small phone: enough to decide, and the one button, without scrolling.

import type { Page } from '@playwright/test';
import { demoAlerts } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { languages, wordsOf, type Language } from './words.ts';

/** What of 640 px a phone's browser leaves to the page, about. */
const VISIBLE = 560;

for (const language of languages) {
  test(`all down to "No account needed" of each alert in ${language} stands within ${VISIBLE} px`, async ({ page }) => {
    for (const { slug } of demoAlerts) await test.step(slug, () => decides(page, language, slug));
  });
}

async function decides(page: Page, language: Language, slug: string): Promise<void> {
  await visit(page, `/${language}/alerts/${slug}`);
  const main = page.getByRole('main');
  const stops = [
    main.getByRole('heading', { level: 1 }),
    main.locator('.summary'),
    main.locator('.deadline'),
    main.locator('.write-to'),
    main.getByRole('link', { name: wordsOf(language)('alert-write-the-letter') }).first(),
    main.locator('.act__note'),
  ];
  let end = 0;
  for (const stop of stops) {
    await expect(stop).toBeVisible();
    const box = await stop.boundingBox();
    expect(box?.y, 'stands below the one before').toBeGreaterThanOrEqual(end - 1);
    end = (box?.y ?? 0) + (box?.height ?? 0);
  }
  expect(end).toBeLessThanOrEqual(VISIBLE);
}
