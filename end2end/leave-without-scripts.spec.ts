// The way out is a plain link: it leads away by itself, and says nothing of where one comes from.

import { NEUTRAL_SITE } from './config.ts';
import { allPages, demoAlert } from './demo.ts';
import { expect, test } from './journey.ts';

const { slug } = demoAlert(({ urgency }) => urgency === 'now');

test('"Leave now" leads away from every page', async ({ page, language, words, guard }) => {
  test.slow();
  guard.allow(/asked another host: https:\/\/neutral\.example\//);
  for (const path of [...allPages(language), `/${language}/alerts/${slug}/write`]) {
    await page.goto(path);
    const asked = page.waitForRequest(`${NEUTRAL_SITE}**`);
    await page.getByRole('link', { name: words('leave') }).click();
    await expect(page).toHaveURL(NEUTRAL_SITE);
    expect(await (await asked).headerValue('referer')).toBeNull();
  }
});
