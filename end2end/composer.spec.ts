// The composer with scripts: what is chosen and typed is in the letter, by whatever way it leaves, and on this device alone.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { demoAlert, demoAlerts } from './demo.ts';
import { expect, test } from './journey.ts';
import { answersNo, awake, composeLetter, openMail, reportSent, takenApart } from './letter.ts';
import type { Words } from './words.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);
const write = (language: string) => `/${language}/alerts/${slug}/write`;

/** Opens the composer and waits until it is awake: nobody is as fast as a journey. */
async function open(page: Page, language: string, words: Words): Promise<void> {
  await page.goto(write(language));
  await awake(page, words);
}

const OWN = 'My aunt lives there.\nបងប្អូន & 100% + "?"#';

/** The letter that the mail link holds. */
async function mailed(page: Page, words: Words): Promise<string> {
  return takenApart((await openMail(page, words).getAttribute('href')) ?? '').body.replaceAll('\r\n', '\n');
}

/** The mail program is not opened here; that it was asked for is enough. */
async function pressMail(page: Page, words: Words): Promise<void> {
  await page.evaluate(() => document.getElementById('open-mail')?.addEventListener('click', (event) => event.preventDefault()));
  await openMail(page, words).click();
}

const points = (page: Page): Locator => page.locator('#choices > li');
const order = (page: Page) => points(page).evaluateAll((all) => all.map(({ id }) => id));
const drawn = (page: Page) => page.locator('#letter-points > div').evaluateAll((all) => all.map(({ id }) => id.replace('point', 'choice')));

test('points are put in order by keyboard and left out, and the letter follows', async ({ page, language, words }) => {
  await open(page, language, words);
  await page.getByText(words('write-choose'), { exact: true }).click();
  const before = await order(page);
  await points(page).nth(2).locator('[value^="up-"]').focus();
  await page.keyboard.press('Enter');
  const after = [before[0], before[2], before[1], before[3]];
  await expect.poll(() => order(page)).toEqual(after);
  expect(await drawn(page)).toEqual(after);
  await expect(points(page).nth(1).locator('[value^="up-"]')).toBeFocused();
  await expect(page.locator('#moved')).toHaveText(words('write-moved-up'));
  await page.keyboard.press('Enter');
  await expect.poll(() => order(page)).toEqual([before[2], before[0], before[1], before[3]]);

  const left = (await drawn(page))[1] ?? '';
  await points(page).nth(1).getByRole('checkbox').uncheck();
  await expect(page.locator(`#${left.replace('choice', 'point')}`)).toBeHidden();
  const visible = await page.locator('.letter__point:visible').allInnerTexts();
  expect(visible).toHaveLength(3);
  const body = await mailed(page, words);
  const meaning = language === 'en' ? visible : [];
  for (const text of meaning) expect(body).toContain(text.trim());
});

test('a point is dragged to its place', async ({ page, language, words }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await open(page, language, words);
  await page.getByText(words('write-choose'), { exact: true }).click();
  const before = await order(page);
  await points(page).nth(3).dragTo(points(page).nth(0));
  await expect.poll(() => order(page)).toEqual([before[3], before[0], before[1], before[2]]);
  expect(await drawn(page)).toEqual(await order(page));
});

test('own words, name and city stand in the letter wherever it leaves', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, language, words);
  await page.getByLabel(words('write-own'), { exact: true }).fill(OWN);
  await page.getByLabel(words('write-city'), { exact: true }).fill('Lyon');
  await composeLetter(page, words, 'Sok Dara');
  const body = await mailed(page, words);
  expect(body).toContain(`\n\n${OWN}\n\n`);
  expect(body.endsWith('\nSok Dara\nLyon')).toBe(true);
  await expect(page.locator('#letter-own')).toHaveText(OWN);

  await test.step('copied whole', async () => {
    await page.getByText(words('write-nothing-opened'), { exact: true }).click();
    await page.getByRole('button', { name: words('write-copy-all') }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(body);
    await expect(page.locator('#copied')).toHaveText(words('write-copied'));
  });
  await test.step('in a web mail', async () => {
    await page.getByText(words('write-web-mail'), { exact: true }).click();
    await page.evaluate(() => document.getElementById('open-gmail')?.addEventListener('click', (event) => event.preventDefault()));
    await page.locator('#open-gmail').click();
    const gmail = new URL((await page.locator('#open-gmail').getAttribute('href')) ?? '');
    expect(gmail.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(body);
    await page.evaluate(() => document.getElementById('open-outlook')?.addEventListener('click', (event) => event.preventDefault()));
    await page.locator('#open-outlook').click();
    const link = new URL((await page.locator('#open-outlook').getAttribute('href')) ?? '');
    expect(link.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(body);
  });
  await test.step('as a file', async () => {
    await page.getByText(words('write-more-ways'), { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.locator('#save-mail-file').evaluate((link) => (link as HTMLElement).click());
    const file = await readFile(await (await download).path(), 'utf8');
    const [head = '', text = ''] = file.split('\r\n\r\n');
    expect(head).toContain('X-Unsent: 1');
    expect(Buffer.from(text, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(body);
  });
  await test.step('on paper', async () => {
    await page.evaluate(() => (window.print = () => {}));
    await page.getByRole('button', { name: words('write-print'), exact: true }).click();
    const papers = page.locator('.paper');
    expect(await papers.count()).toBeGreaterThan(0);
    expect(await papers.first().locator('.paper__body').evaluate((paper) => paper.textContent)).toBe(body);
    await expect(papers.first().locator('.paper__place')).toHaveText('Lyon,');
  });
});

test('every letter of the demo is one A4 page for each address', async ({ page, language, words }) => {
  test.slow();
  for (const alert of demoAlerts) {
    for (const index of alert.letters.keys()) {
      await page.goto(`/${language}/alerts/${alert.slug}/write${index === 0 ? '' : `/${index + 1}`}`);
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

test('whoever comes back is asked first whether they sent it, also after the tab was closed', async ({ page, context, language, words }) => {
  await open(page, language, words);
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#came-back')).toBeHidden();
  await pressMail(page, words);
  const body = await mailed(page, words);
  await page.close();

  const later = await context.newPage();
  await later.goto(write(language));
  const question = later.locator('#came-back');
  await expect(question).toBeFocused();
  await expect(question).toContainText(words('write-did-you-send'));
  const tops = await Promise.all([question, later.getByRole('heading', { level: 1 })].map((one) => one.boundingBox()));
  expect(tops[0]?.y, 'above everything else').toBeLessThan(tops[1]?.y ?? 0);
  expect(await mailed(later, words)).toBe(body);
  await later.getByRole('button', { name: words('back-not-yet') }).click();
  await expect(question).toBeHidden();
  await later.reload();
  await expect(openMail(later, words)).toBeVisible();
  await expect(question).toBeHidden();
  expect(await mailed(later, words)).toBe(body);

  await pressMail(later, words);
  await later.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await expect(question).toBeVisible();
  await later.getByRole('button', { name: words('back-came-back') }).click();
  await expect(later.locator('#back-says')).toHaveText(words('back-thanks'));
  await expect(question).toBeHidden();

  await pressMail(later, words);
  await later.reload();
  await question.getByRole('button', { name: words('write-sent') }).click();
  await expect(later.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
  expect(await later.evaluate(() => Object.keys(localStorage).sort())).toEqual(['samleng.acted', `samleng.wrote.${slug}`]);
});

test('a draft is forgotten by one button, and where nothing can be kept the composer says so and works', async ({ page, language, words }) => {
  await open(page, language, words);
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#draft-says')).toHaveText(words('draft-kept'));
  await page.getByRole('button', { name: words('write-forget') }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(page.getByLabel(words('write-name'), { exact: true })).toHaveValue('');

  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#draft-says')).toHaveText(words('draft-not-kept'));
  expect((await mailed(page, words)).endsWith('Sok Dara')).toBe(true);
});

test('with the line gone, composing, copying, file and print still work, and the report says that it must wait', async ({ page, context, language, words, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, language, words);
  await expect(openMail(page, words)).toBeVisible();
  await page.waitForLoadState('networkidle');
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
  await open(page, language, words);
  await page.getByLabel(words('write-own'), { exact: true }).fill('ក'.repeat(400));
  await composeLetter(page, words, 'Sok Dara');
  await pressMail(page, words);
  expect(takenApart((await openMail(page, words).getAttribute('href')) ?? '').body).toBe('');
  await expect(page.locator('#paste')).toHaveText(words('write-paste'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('ក'.repeat(400));
  await context.close();
});

test('nothing leaves without a name, and the message stands at its field', async ({ page, language, words }) => {
  await open(page, language, words);
  await expect(openMail(page, words)).toBeVisible();
  await openMail(page, words).click();
  await expect(page.getByLabel(words('write-name'), { exact: true })).toBeFocused();
  await expect(page.locator('#name-error')).toHaveText(words('name-missing'));
});

test('what is wholly ours is shown on demand, and no longer than it is true', async ({ page, language, words }) => {
  await open(page, language, words);
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

test('all letters are reported at once, and the thanks hold a neutral text to share', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { letters } = demoAlert((alert) => alert.slug === slug);
  expect(letters.length).toBeGreaterThan(1);
  await open(page, language, words);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByRole('button', { name: words.like('write-sent-all') }).click();
  await expect(page.getByRole('heading', { name: words.like('thanks-count') })).toBeVisible();
  const neutral = page.getByRole('textbox', { name: words('share-neutral-label'), exact: true });
  const text = await neutral.inputValue();
  expect(text).toContain(`/${language}/alerts/${slug}`);
  await page.locator('#of-share-neutral').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await expect(page.locator('#share-copied')).toHaveText(words('write-copied'));
  await page.getByText(words('share-open'), { exact: true }).click();
  await expect(page.getByRole('textbox', { name: words('share-open-label'), exact: true })).toHaveValue(/KUA \d+\/\d+/);
});

test('what was typed before the composer woke is newer than the draft', async ({ page, context, language, words }) => {
  await open(page, language, words);
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
  await later.goto(write(language));
  await later.getByLabel(words('write-own'), { exact: true }).fill('New words.');
  wake();
  await awake(later, words);
  const body = await mailed(later, words);
  expect(body).toContain('New words.');
  expect(body.endsWith('\nSok Dara\nLyon')).toBe(true);
});

test('a draft of an older text says so, and goes on saying it', async ({ page, language, words }) => {
  await open(page, language, words);
  await composeLetter(page, words, 'Sok Dara');
  await expect(page.locator('#changed')).toBeHidden();
  await expect(page.locator('#draft-says')).toHaveText(words('draft-kept'));
  // The third line of a draft stands for the text that it was begun with.
  await page.evaluate((key) => {
    const lines = (localStorage.getItem(key) ?? '').split('\n');
    localStorage.setItem(key, lines.with(2, '1').join('\n'));
  }, `samleng.draft.${slug}`);
  await page.reload();
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
  await open(page, language, words);
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

test('of a letter that was composed and never sent the server keeps the number "prepared" alone', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const folder = process.env.SAMLENG_E2E_FOLDER ?? '';
  const told: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') told.push(request.postDataJSON());
  });
  const marker = `Nobody${language}Chan`;
  await open(page, language, words);
  await page.getByLabel(words('write-own'), { exact: true }).fill(`${marker} saw it.`);
  await page.getByLabel(words('write-city'), { exact: true }).fill(`${marker}ville`);
  await composeLetter(page, words, marker);
  await pressMail(page, words);
  await page.evaluate(() => (window.print = () => {}));
  await page.getByText(words('write-more-ways'), { exact: true }).click();
  await page.getByRole('button', { name: words('write-print'), exact: true }).click();
  const prepared = { alert: slug, letter: 1, told: 'Prepared' };
  await expect.poll(() => told).toEqual([prepared, prepared]);
  const files = [join(folder, 'log'), ...(await readdir(join(folder, 'data'))).map((name) => join(folder, 'data', name))];
  for (const file of files) {
    const kept = await readFile(file).catch(() => Buffer.alloc(0));
    expect(kept.includes(marker), file).toBe(false);
  }
});

test('a finished letter is in the mail program after two taps, and three more for the safety question and a name', async ({ page, language, words }) => {
  for (const alert of demoAlerts.filter(({ slug: one, safeToSign }) => one === slug || !safeToSign).slice(0, 2)) {
    let taps = 0;
    const tap = async (target: Locator) => {
      await expect(target).toBeInViewport();
      await target.click();
      taps += 1;
    };
    await page.goto(`/${language}/alerts/${alert.slug}`);
    await tap(page.getByRole('link', { name: words('alert-write-the-letter') }).first());
    if (!alert.safeToSign) {
      await page.getByText(words('safety-no'), { exact: true }).scrollIntoViewIfNeeded();
      await tap(page.getByText(words('safety-no'), { exact: true }));
    }
    await awake(page, words);
    const name = page.getByLabel(words('write-name'), { exact: true });
    await name.scrollIntoViewIfNeeded();
    await tap(name);
    await page.keyboard.type('Sok Dara');
    await page.evaluate(() => document.getElementById('open-mail')?.addEventListener('click', (event) => event.preventDefault()));
    await openMail(page, words).scrollIntoViewIfNeeded();
    await tap(openMail(page, words));
    expect((await mailed(page, words)).endsWith('Sok Dara')).toBe(true);
    // Two for who changes nothing, one for the name, one for the question.
    expect(taps).toBe(alert.safeToSign ? 3 : 4);
  }
});

test('own words that are long are drawn in a pause, and whatever leaves is whole at once', async ({ page, context, language, words }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, language, words);
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
  await awake(page, words);
  await expect(own).toHaveValue(/ចប់ហើយ$/);
});

test('the next letter starts from the same choices, until the tab is closed', async ({ page, context, language, words }) => {
  await open(page, language, words);
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
  await other.goto(write(language));
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
  await open(page, language, words);
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
  await open(page, language, words);
  await composeLetter(page, words, 'Sok Dara');
  await page.getByText(words('write-nothing-opened'), { exact: true }).click();
  await page.getByRole('button', { name: words('write-copy-all') }).click();
  await expect(page.locator('#copied')).toHaveText(words('write-copy-refused'));
  await expect(page.getByRole('textbox', { name: words('write-field-letter'), exact: true })).toHaveValue(await mailed(page, words));
});
