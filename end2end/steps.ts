// What journeys see of the four steps.

import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.ts';

/** The four steps of the page that is open; the fourth has a list of its own in it. */
export const stepsOf = (page: Page): Locator => page.getByRole('main').locator('.steps > .step');

/** Which of them are ticked, by what a screen reader is told. */
export async function ticked(page: Page, words: Words): Promise<number[]> {
  const texts = await stepsOf(page).allInnerTexts();
  return texts.flatMap((text, place) => (text.includes(words('step-done')) ? [place + 1] : []));
}
