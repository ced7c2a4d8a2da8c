// A recording is watched: by press and by keyboard, with captions, as sound alone; and what counts of it.

import { expectAccessible } from './axe.ts';
import { expect, test, visit } from './journey.ts';
import { played, RECORDED } from './player.ts';

test('before the press only this site is asked, and hls.js is not loaded', async ({ page, language, words }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visit(page, `/${language}/forums/${RECORDED}`);
  expect(asked.filter((path) => /^\/(hls|recordings)\//.test(path) || path.endsWith('.vtt'))).toEqual([]);
  await page.getByRole('button', { name: words('watch-play') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  expect(asked.some((path) => path.startsWith('/hls/') && path.endsWith('.mjs'))).toBe(true);
  expect(asked.some((path) => path.startsWith('/hls/') && path.endsWith('worker.js'))).toBe(true);
});

// What a 304 says is what the browser holds the page to. In a context of its own: where requests are watched, Chromium keeps nothing.
test('it plays on the second visit as on the first', async ({ browser, baseURL, language, words }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  for (const which of ['first', 'second', 'third']) {
    await visit(page, `/${language}/forums/${RECORDED}`);
    await page.getByRole('button', { name: words('watch-play') }).click();
    await expect.poll(() => played(page), `on the ${which} visit`).toBeGreaterThan(0);
  }
  await context.close();
});

test('captions are shown, the spoken line is marked, and a quality can be chosen', async ({ page, language, words }) => {
  await visit(page, `/${language}/forums/${RECORDED}`);
  await page.getByRole('button', { name: words('watch-play') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  await expect.poll(() => page.locator('#media').evaluate((media) => {
    const tracks = [...(media as HTMLVideoElement).textTracks];
    return tracks.filter(({ mode }) => mode === 'showing').map(({ language: code, cues }) => [code, (cues?.length ?? 0) > 5]);
  })).toEqual([[language, true]]);
  const line = page.locator('.line').nth(4);
  await line.locator('.line__at').click();
  await expect(line).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.line[aria-current]')).toHaveCount(1);
  await page.getByLabel(words('watch-quality')).selectOption({ index: 1 });
  await expectAccessible(page);
});

test('the player is worked by keyboard alone, and says what it is', async ({ page, language, words }) => {
  await visit(page, `/${language}/forums/${RECORDED}`);
  await page.getByRole('button', { name: words('watch-play') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#media')).toBeFocused();
  await expect.poll(() => played(page)).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect.poll(() => page.locator('#media').evaluate((media) => (media as HTMLMediaElement).paused)).toBe(true);
  await expect(page.locator('#watch')).toMatchAriaSnapshot(`
    - region "${words('watch-title')}":
      - status
      - button "${words('watch-listen')}"
      - paragraph:
        - text: ${words('watch-quality')}
        - combobox "${words('watch-quality')}":
          - option "${words('watch-automatic')}" [selected]
          - option "180p"
          - option "360p"
      - list:
        - listitem:
          - link /${words('watch-keep-video')}/
        - listitem:
          - link /${words('watch-keep-sound')}/
      - paragraph: ${words('watch-counts')}
  `);
  // The browser's own controls stand inside the element; what they are called is the browser's matter.
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: { role?: { value: string }; name?: { value: string } }[] };
  const named = nodes.filter(({ name }) => name?.value).map(({ role, name }) => `${role?.value} ${name?.value}`);
  expect(named).toContain(`Video ${words('watch-title')}`);
  expect(named.filter((one) => /^(button (play|mute)|slider )/.test(one)).length, named.join('\n')).toBeGreaterThanOrEqual(3);
});

test('sound alone is played without a picture', async ({ page, language, words }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visit(page, `/${language}/forums/${RECORDED}`);
  await page.getByRole('button', { name: words('watch-listen') }).click();
  await expect.poll(() => played(page)).toBeGreaterThan(0.2);
  expect(asked.filter((path) => path.startsWith('/recordings/')).every((path) => path.endsWith('.m4a'))).toBe(true);
  await expect(page.locator('#media')).toHaveJSProperty('localName', 'audio');

  // And back, where it was.
  await page.locator('.line__at').nth(5).click();
  await page.getByRole('button', { name: words('watch-picture') }).click();
  await expect(page.locator('#media')).toHaveJSProperty('localName', 'video');
  await expect.poll(() => played(page)).toBeGreaterThan(15);
  await page.getByRole('button', { name: words('watch-listen') }).click();
  await expect(page.locator('#media')).toHaveJSProperty('localName', 'audio');
  await expect.poll(() => played(page)).toBeGreaterThan(15);
});

test('a word is found in what was said', async ({ page, language, words }) => {
  await visit(page, `/${language}/forums/${RECORDED}`);
  const field = page.getByLabel(words('said-find'));
  const all = await page.locator('.line').count();
  const texts = await page.locator('.line__said').allTextContents();
  const word = (texts[3] ?? '').replaceAll('\u200b', '').slice(2, 9);
  await field.fill(word);
  await expect.poll(() => page.locator('.line:visible').count()).toBeLessThan(all);
  expect(await page.locator('.line:visible').count()).toBeGreaterThan(0);
  await field.fill('xyzxyz');
  await expect(page.locator('#found')).toHaveText(words('said-found', { count: 0, shown: '0' }));
  await field.fill('');
  await expect.poll(() => page.locator('.line:visible').count()).toBe(all);
});
