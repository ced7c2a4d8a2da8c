// The way out is a plain link: it leads away by itself, and says nothing of where one comes from.

import { NEUTRAL_SITE } from './config.ts';
import { demoAlert } from './demo.ts';
import { expect, test, visit } from './journey.ts';

const { slug } = demoAlert(({ urgency }) => urgency === 'now');

test('"Leave now" leads away without scripts', async ({ page, language, words, guard }) => {
  guard.allow(/asked another host: https:\/\/neutral\.example\//);
  for (const path of ['', `alerts/${slug}`, `alerts/${slug}/write`, 'steps']) {
    await visit(page, `/${language}/${path}`);
    const asked = page.waitForRequest(`${NEUTRAL_SITE}**`);
    await page.getByRole('link', { name: words('leave') }).click();
    await expect(page).toHaveURL(NEUTRAL_SITE);
    expect(await (await asked).headerValue('referer')).toBeNull();
  }
});
