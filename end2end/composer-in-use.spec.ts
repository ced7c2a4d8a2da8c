// The composer with scripts, where something is not as usual: no line, no room, an old draft, an old page, another program.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { demoAlert, demoAlerts } from './demo.ts';
import { expect, settled, test, visit } from './journey.ts';
import { answersNo, awake, composeLetter, composerOf, mailed, openComposer, openMail, pressMail, reportSent, takenApart } from './letter.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);

test('every letter of the demo is one A4 page for each address', async ({ page, language, words }) => {
  for (const alert of demoAlerts) {
    for (const index of alert.letters.keys()) {
      await visit(page, `/${language}/alerts/${alert.slug}/write${index === 0 ? '' : `/${index + 1}`}`);
      if (!alert.safeToSign) await answersNo(page, words);
      await page.getByLabel(words('write-name'), { exact: true }).fill('Sok Dara');
      await page.evaluate(() => (window.print = () => {}));
      await page.getByText(words('write-more-ways'), { exact: true }).click();
      await page.getByRole('button', { name: words('write-print'), exact: true }).click();
      const file = await page.pdf({ preferCSSPageSize: true });
      const pdf = file.toString('latin1');
      const pages = pdf.match(/\/Type \/Page\b/g)?.length;
      expect(pages, `letter ${index + 1} of ${alert.slug}`).toBe(await page.locator('.paper').count());
      // Khmer is drawn by shapes that no longer say which signs they were: what its page holds is compared above, as HTML.
      if (alert.letters[index] !== 'km') {
        const body = (await mailed(page, words)).replace(/\s/g, '');
        const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
        for (const paper of text) expect(paper.replace(/\s/g, ''), `letter ${index + 1} of ${alert.slug} on paper`).toContain(body);
      }
      expect(pdf, 'A4 in points').toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]\S*\]/);
    }
  }
});

test('with the line gone, composing, copying, file and print still work, and the report says that it must wait', async ({ page, context, language, words, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openComposer(page, language, words, slug);
  await expect(openMail(page, words)).toBeVisible();
  await context.setOffline(true);
  await composeLetter(page, words, 'Sok Dara');
  const body = await mailed(page, words);
  expect(body.endsWith('Sok Dara')).toBe(true);
  await page.getByText(words('write-nothing-opened'), { exact: true }).click();
  await page.getByRole('button', { name: words('write-copy-all') }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(body);
  const download = page.waitForEvent('download');
  await page.locator('#save-mail-file').evaluate((link) => (link as HTMLElement).click());
  expect((await readFile(await (await download).path(), 'utf8')).startsWith('X-Unsent: 1')).toBe(true);
  await page.getByRole('button', { name: words('write-sent') }).click();
  await expect(page.getByText(words('write-not-sent'))).toBeVisible();
  await context.setOffline(false);
  await reportSent(page, words);
});

test('on Windows a letter that is too long for a link is put on the clipboard', async ({ browser, baseURL, language, words }) => {
  const context = await browser.newContext({ baseURL, userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await openComposer(page, language, words, slug);
  await page.getByLabel(words('write-own'), { exact: true }).fill('ក'.repeat(400));
  await composeLetter(page, words, 'Sok Dara');
  await pressMail(page, words);
  expect(takenApart((await openMail(page, words).getAttribute('href')) ?? '').body).toBe('');
  await expect(page.locator('#paste')).toHaveText(words('write-paste'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('ក'.repeat(400));
  await context.close();
});

test('what is wholly ours is shown on demand, and no longer than it is true', async ({ page, language, words }) => {
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  const says = page.locator('#ours');
  await expect(page.locator('.letter--compared')).toHaveCount(0);
  await page.getByRole('button', { name: words('write-compare') }).click();
  await expect(says).toHaveText(words('ours-all'));
  await expect(page.locator('.letter--compared')).toHaveCount(1);

  const own = page.getByLabel(words('write-own'), { exact: true });
  const ours = ((await mailed(page, words)).split('\n\n')[1] ?? '').trim();
  await own.fill(`My aunt lives there.\n${ours.toUpperCase()}`);
  await expect(says).toHaveText('');
  await expect(page.locator('.letter--compared')).toHaveCount(0);
  await page.getByRole('button', { name: words('write-compare') }).click();
  await expect(says).toHaveText(words('ours-some'));
  await expect(page.locator('.letter__ours').first()).toBeVisible();
  await expect(page.locator('#letter-own')).toHaveText(`My aunt lives there.\n${ours.toUpperCase()}`);
  await own.fill('My aunt lives there.');
  await page.getByRole('button', { name: words('write-compare') }).click();
  await expect(says).toHaveText(words('ours-none'));
  await expect(page.locator('.letter__ours')).toHaveCount(0);
});

test('what was typed before the composer woke is newer than the draft', async ({ page, context, language, words }) => {
  await openComposer(page, language, words, slug);
  await page.getByLabel(words('write-own'), { exact: true }).fill('Old words.');
  await page.getByLabel(words('write-city'), { exact: true }).fill('Lyon');
  await composeLetter(page, words, 'Sok Dara');
  await page.close();
  const later = await context.newPage();
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await later.route('**/*.wasm', async (route) => {
    await asleep;
    await route.continue();
  });
  await later.goto(composerOf(language, slug));
  await later.getByLabel(words('write-own'), { exact: true }).fill('New words.');
  wake();
  await awake(later, words);
  const body = await mailed(later, words);
  expect(body).toContain('New words.');
  expect(body.endsWith('\nSok Dara\nLyon')).toBe(true);
});

test('a draft of an older text says so, and goes on saying it', async ({ page, language, words }) => {
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#changed')).toBeHidden();
  await expect(page.locator('#draft-says')).toHaveText(words('draft-kept'));
  // The third line of a draft stands for the text that it was begun with.
  await page.evaluate((key) => {
    const lines = (localStorage.getItem(key) ?? '').split('\n');
    localStorage.setItem(key, lines.with(2, '1').join('\n'));
  }, `samleng.draft.${slug}`);
  await page.reload();
  await settled(page);
  await awake(page, words);
  await expect(page.getByRole('alert')).toContainText(words('draft-outdated'));
  await page.getByLabel(words('write-city'), { exact: true }).fill('Lyon');
  await expect(page.getByRole('alert')).toContainText(words('draft-outdated'));
  expect((await mailed(page, words)).endsWith('\nSok Dara\nLyon')).toBe(true);
});

test('a page that is older than the alert says so when it is seen again, and before anything is sent', async ({ page, language, words }) => {
  let changed = false;
  await page.route('**/api/letters/tell', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: changed ? '"1"' : await answer.text() });
  });
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  const seenAgain = async () => {
    const told = page.waitForResponse('**/api/letters/tell');
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await told;
  };
  await seenAgain();
  await expect(page.locator('#changed')).toBeHidden();
  changed = true;
  await seenAgain();
  await expect(page.getByRole('alert')).toContainText(words('page-outdated'));
  await page.getByRole('link', { name: words('write-open-anew') }).click();
  await awake(page, words);
  await expect(page.getByLabel(words('write-name'), { exact: true })).toHaveValue('Sok Dara');
});

test('of a letter that was composed and never sent the server keeps the number "prepared" alone', async ({ page, served, language, words }) => {
  const told: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') told.push(request.postDataJSON());
  });
  const marker = `Nobody${language}Chan`;
  await openComposer(page, language, words, slug);
  await page.getByLabel(words('write-own'), { exact: true }).fill(`${marker} saw it.`);
  await page.getByLabel(words('write-city'), { exact: true }).fill(`${marker}ville`);
  await composeLetter(page, words, marker);
  await pressMail(page, words);
  await page.evaluate(() => (window.print = () => {}));
  await page.getByText(words('write-more-ways'), { exact: true }).click();
  await page.getByRole('button', { name: words('write-print'), exact: true }).click();
  const prepared = { alert: slug, letter: 1, told: 'Prepared' };
  await expect.poll(() => told).toEqual([prepared, prepared]);
  const data = join(served.folder, 'data');
  const files = [served.log, ...(await readdir(data)).map((name) => join(data, name))];
  for (const file of files) {
    const kept = await readFile(file).catch(() => Buffer.alloc(0));
    expect(kept.includes(marker), file).toBe(false);
  }
});

test('own words that are long are drawn in a pause, and whatever leaves is whole at once', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  const own = page.getByLabel(words('write-own'), { exact: true });
  await own.fill('មីងរបស់ខ្ញុំរស់នៅទីនោះ។ '.repeat(60));
  await own.press('End');
  await page.keyboard.type('ចប់');
  await page.evaluate(() => document.getElementById('copy-all')?.click());
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('ចប់');
  await page.keyboard.type('ហើយ');
  await expect(page.locator('#letter-own')).toHaveText(/ចប់ហើយ$/);
  await expect.poll(() => mailed(page, words)).toContain('ចប់ហើយ');
  await page.reload();
  await settled(page);
  await awake(page, words);
  await expect(own).toHaveValue(/ចប់ហើយ$/);
});

test('the next letter starts from the same choices, until the tab is closed', async ({ page, context, language, words }) => {
  await openComposer(page, language, words, slug);
  await page.getByLabel(words('write-own'), { exact: true }).fill('My aunt lives there.');
  await page.getByLabel(words('write-city'), { exact: true }).fill('Lyon');
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
  await page.locator('#next-letter').getByRole('link').click();
  await awake(page, words);
  await expect(page.getByLabel(words('write-name'), { exact: true })).toHaveValue('Sok Dara');
  expect((await mailed(page, words)).endsWith('\nSok Dara\nLyon')).toBe(true);
  await expect(page.locator('#came-back')).toBeHidden();
  const other = await context.newPage();
  await visit(other, composerOf(language, slug));
  await awake(other, words);
  await expect(other.getByLabel(words('write-name'), { exact: true })).toHaveValue('');
});

test('the share sheet gets the letter, and one that is cancelled loses nothing', async ({ page, language, words }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(Navigator.prototype, 'share', {
      value: (data: unknown) => {
        shared.push(data);
        return shared.length > 1 ? Promise.reject(new DOMException('cancelled', 'AbortError')) : Promise.resolve();
      },
    });
  });
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByText(words('write-more-ways'), { exact: true }).click();
  const share = page.getByRole('button', { name: words('write-share'), exact: true });
  await share.click();
  const body = await mailed(page, words);
  expect(await page.evaluate(() => (window as unknown as { shared: { text: string }[] }).shared[0]?.text)).toBe(body);
  await share.click();
  await expect(page.locator('#share-says')).toHaveText(words('write-share-refused'));
  expect(await mailed(page, words)).toBe(body);
});

test('where the browser refuses to copy, the composer says so and the text stays to be selected', async ({ page, language, words }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await openComposer(page, language, words, slug);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByText(words('write-nothing-opened'), { exact: true }).click();
  await page.getByRole('button', { name: words('write-copy-all') }).click();
  await expect(page.locator('#copied')).toHaveText(words('write-copy-refused'));
  await expect(page.getByRole('textbox', { name: words('write-field-letter'), exact: true })).toHaveValue(await mailed(page, words));
});
