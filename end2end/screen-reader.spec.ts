// What a screen reader makes of an alert: its parts in the order in which they are understood, and no word run into another.

import { demoAlert } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { languages, wordsOf } from './words.ts';

const { slug, number } = demoAlert(({ urgency }) => urgency === 'now');

for (const language of languages) {
  test(`the alert is read in order in ${language}`, async ({ page }) => {
    const words = wordsOf(language);
    await visit(page, `/${language}/alerts/${slug}`);
    const read = (await page.locator('body').ariaSnapshot()).split('\n').map((line) => line.trim().replace(/^- /, ''));

    const heading = (key: Parameters<typeof words>[0]) => `heading "${words(key)}" [level=2]`;
    const stops = [
      `link "${words('skip')}":`,
      'banner:',
      `navigation "${words('languages')}":`,
      `link "${words('leave')}":`,
      'main:',
      'article:',
      `strong: ${number}`,
      /^heading ".+" \[level=1\]$/,
      `link "${words('alert-write-the-letter')}":`,
      heading('alert-what-happened'),
      heading('alert-what-we-ask'),
      heading('alert-whom'),
      heading('alert-letters-so-far'),
      heading('alert-sources'),
      'contentinfo:',
      `navigation "${words('menu-foot')}":`,
    ];
    let at = -1;
    for (const stop of stops) {
      const found = read.findIndex((line, place) => place > at && (typeof stop === 'string' ? line === stop : stop.test(line)));
      expect(found, `${stop} after line ${at} of\n${read.join('\n')}`).toBeGreaterThan(at);
      at = found;
    }

    // The issue and the place stand side by side.
    const kicker = read[read.indexOf(`strong: ${number}`) + 1];
    expect(kicker).toMatch(/^text: ,? ?.+, .+$/);
  });
}
