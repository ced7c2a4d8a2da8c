// The four steps, each ticked by doing it, from a first visit on: following, writing, watching half of a forum, and what makes an
// active member. Without scripts nobody counts what is watched, and step 3 stays open.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { day } from './clock.ts';
import { demoAlert } from './demo.ts';
import { expect, scriptsRun, settled, visit } from './journey.ts';
import { composeLetter, reportSent } from './letter.ts';
import { test } from './mailing.ts';
import { played, RECORDED } from './player.ts';
import { stepsOf, ticked } from './steps.ts';
import type { Words } from './words.ts';

const { slug } = demoAlert(({ urgency, safeToSign }) => urgency === 'now' && safeToSign);
const PRIMERS = ['how-urgent-actions-work', 'how-to-write-a-letter-that-is-read', 'how-the-un-process-works'];

test('all four steps are ticked by doing them, from a first visit', async ({ page, context, office, instance, language, words }) => {
  const main = page.getByRole('main');
  const scripts = await scriptsRun(page);
  const home = () => visit(page, `/${language}/`);
  const steps = async () => {
    await visit(page, `/${language}/steps`);
    return ticked(page, words);
  };
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await test.step('at first none is, and nothing is asked or kept', async () => {
    await home();
    expect(await ticked(page, words)).toEqual([]);
    expect(asked.filter((path) => path.endsWith('/steps/short'))).toEqual([]);
    await main.getByRole('link', { name: words('steps-title'), exact: true }).click();
    await expect(stepsOf(page)).toHaveCount(4);
    expect(await ticked(page, words)).toEqual([]);
    for (const step of await stepsOf(page).all()) await expect(step.locator('.step__next')).toHaveCount(1);
    expect(await context.cookies()).toEqual([]);
    expect(asked.filter((path) => path.endsWith('.wasm'))).toEqual([]);
    await expectAccessible(page);
  });

  await test.step('1: a yes to the mails', async () => {
    await stepsOf(page).nth(0).locator('.step__next').click();
    await main.getByLabel(words('follow-address')).fill('dara@members.example');
    await main.getByRole('button', { name: words('follow-ask') }).click();
    const mail = await office.next();
    const link = /http:\S+\/follow\/\S+/.exec(mail.parsed.text ?? '')?.[0] ?? '';
    await visit(page, link);
    await main.getByRole('button', { name: words('follow-confirm-act') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('follow-yours'));
    expect(await steps()).toEqual([1]);
  });

  await test.step('2: a letter', async () => {
    await visit(page, `/${language}/alerts/${slug}/write`);
    await composeLetter(page, words, 'Sok Dara');
    await reportSent(page, words);
    expect(await steps()).toEqual([1, 2]);
    await expect(main.getByRole('heading', { name: words('steps-did') })).toBeVisible();
    await expect(main.locator(`.entry a[href="/${language}/alerts/${slug}"]`)).toBeVisible();
  });

  if (scripts) {
    await test.step('3: half of a forum', async () => {
      await stepsOf(page).nth(2).locator('.step__next').click();
      await expect(page).toHaveURL(new RegExp(`/forums/${RECORDED}$`));
      await settled(page);
      await page.getByRole('button', { name: words('watch-play') }).click();
      await expect.poll(() => played(page)).toBeGreaterThan(0);
      // As fast as it counts.
      await page.locator('#media').evaluate((one) => ((one as HTMLMediaElement).playbackRate = 2));
      await expect
        .poll(() => page.evaluate((key) => Number(localStorage.getItem(key)?.split('|')[3] ?? 0), `samleng.watched.${RECORDED}`))
        .toBeGreaterThan(0);
      expect(await steps()).toEqual([1, 2, 3]);
    });
  }

  await test.step('4: three primers, and a second kind', async () => {
    for (const primer of PRIMERS) {
      await visit(page, `/${language}/primers/${primer}`);
      for (const question of [0, 1, 2]) await page.locator(`label[for="q${question}-0"]`).click();
      await page.getByRole('button', { name: words('primer-check') }).click();
      await expect(page.locator('.figure')).toHaveText(words.like('primer-right'));
    }
    const before = scripts ? [1, 2, 3] : [1, 2];
    expect(await steps()).toEqual(before);
    if (scripts) {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: instance.base });
      const label = words('write-copy-part', { part: words('share-neutral-label') });
      await page.getByRole('button', { name: label, exact: true }).click();
      await expect(page.locator('#share-copied')).toHaveText(words('write-copied'));
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${instance.base}/${language}/alerts/`);
    } else {
      for (const one of ['kua-6-26', 'kua-5-26']) await writes(page, language, one, words);
    }
    expect(await steps()).toEqual([...before, 4]);
    await expectAccessible(page);
  });

  await test.step('and the first page shows them, where scripts run', async () => {
    await home();
    if (scripts) await expect.poll(() => ticked(page, words)).toEqual([1, 2, 3, 4]);
    else expect(await ticked(page, words)).toEqual([]);
    await expectAccessible(page);
  });

  await test.step('a new alert begins the second step again', async () => {
    const text = readFileSync(fileURLToPath(new URL('../content/demo/alerts/kua-7-26.toml', import.meta.url)), 'utf8')
      .replace(/^number = .*$/m, 'number = "KUA 90/26"')
      .replace(/^issued = .*$/m, `issued = "${day(-2)}"`)
      .replace(/^act_by = .*$/m, `act_by = "${day(20)}"`);
    instance.publishAlert('kua-90-26', text);
    await expect.poll(steps).toEqual(scripts ? [1, 3, 4] : [1, 4]);
    await expect(stepsOf(page).nth(1)).toContainText(words('step-new'));
    await expect(stepsOf(page).nth(1).locator('.step__next')).toHaveAttribute('href', `/${language}/alerts/kua-90-26`);
    await office.next();
  });

  await test.step('and all is forgotten by one press', async () => {
    await page.getByRole('button', { name: words('steps-forget') }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/steps$`));
    await expect.poll(() => ticked(page, words)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await home();
    expect(await ticked(page, words)).toEqual([]);
  });
});

async function writes(page: Page, language: string, alert: string, words: Words): Promise<void> {
  await visit(page, `/${language}/alerts/${alert}/write`);
  const question = page.getByText(words('safety-no'), { exact: true });
  if (await question.isVisible()) await question.click();
  await composeLetter(page, words, 'Sok Dara');
  await reportSent(page, words);
}
