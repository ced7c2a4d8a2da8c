// Following by mail: from the home page to a mail of a new alert, to its letter, and away again.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { day } from './clock.ts';
import { desktop, phone } from './config.ts';
import type { Instance } from './instance.ts';
import { expect, scriptsRun, visit } from './journey.ts';
import { composeLetter, openMail, reportSent } from './letter.ts';
import { test } from './mailing.ts';
import { signatureOf, type Arrived, type PostOffice } from './post-office.ts';
import { ticked } from './steps.ts';
import type { Words } from './words.ts';

const DARA = 'dara@members.example';
const VANNA = 'vanna@members.example';

test('a member follows, gets a new alert, writes its letter in five taps, changes what comes, and leaves', async ({ page, language, words, guard, office, instance }) => {
  const main = page.getByRole('main');

  await test.step('the home page leads to the form, and the form to a mail', async () => {
    await visit(page, `/${language}/`);
    await main.getByRole('link', { name: words('step-follow'), exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/follow$`));
    await expectAccessible(page);
    await main.getByLabel(words('follow-address')).fill(DARA);
    await main.getByRole('button', { name: words('follow-ask') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('follow-asked-title'));
    await expectAccessible(page);
  });

  await test.step('the mail asks whether it was the owner, and says nothing more', async () => {
    const mail = await office.next();
    expect(mail.to).toBe(DARA);
    expect(mail.parsed.subject).toBe(words('mail-confirm-subject'));
    expect((await signatureOf(mail)).result).toBe('pass');
    await fitsEveryScreen(page, mail);
    await visit(page, linkOf(mail, '/follow/'));
    await expectAccessible(page);
    await main.getByRole('button', { name: words('follow-confirm-act') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('follow-yours'));
    await expectAccessible(page);
  });

  let mail: Arrived;
  await test.step('a new alert comes neutrally, signed, with the way out for machines', async () => {
    publishAlert(instance, 90);
    mail = await office.next();
    expect(mail.parsed.subject).toBe(words('mail-neutral-subject'));
    expect(mail.parsed.from?.name).toBe(words('mail-neutral-sender'));
    const header = (name: string) => mail.parsed.headers.find(({ key }) => key === name)?.value ?? '';
    expect(header('list-unsubscribe')).toMatch(/^<http:\/\/localhost:\d+\/leave\/[0-9a-f]+>$/);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-id')).toBe('<news.samleng.example>');
    expect(header('auto-submitted')).toBe('auto-generated');
    const { result, signed } = await signatureOf(mail);
    expect(result).toBe('pass');
    for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'auto-submitted']) {
      expect(signed.toLowerCase().split(/\s*:\s*/)).toContain(name);
    }
    await fitsEveryScreen(page, mail);
  });

  await test.step('from the mail to a sent letter are five taps at most', async () => {
    await visit(page, linkOf(mail, '/alerts/'));
    await main.getByRole('link', { name: words('alert-write-the-letter') }).first().click();
    await composeLetter(page, words, 'Sok Dara');
    await expect(openMail(page, words)).toHaveAttribute('href', /^mailto:/);
    await reportSent(page, words);
    // The link, "write the letter", without scripts the button that makes it, the mail program, "I sent it".
    expect((await scriptsRun(page)) ? 4 : 5).toBeLessThanOrEqual(5);
    await visit(page, `/${language}/steps`);
    expect(await ticked(page, words)).toEqual([1, 2]);
  });

  await test.step('what comes is changed by the link in the mail', async () => {
    await visit(page, linkOf(mail, '/follow/'));
    await main.getByLabel(words('follow-in-full')).check();
    await main.getByLabel(words('follow-forums')).check();
    await main.getByRole('button', { name: words('follow-change') }).click();
    await expect(main.getByLabel(words('follow-in-full'))).toBeChecked();
    await expect(main.getByLabel(words('follow-forums'))).toBeChecked();
    publishAlert(instance, 91);
    const full = await office.next();
    expect(full.parsed.subject).toMatch(/^KUA 91\/26/);
    expect(full.parsed.text).toContain(`/${language}/alerts/kua-91-26/write`);
    expect((await signatureOf(full)).result).toBe('pass');
    await fitsEveryScreen(page, full);
  });

  await test.step('whoever leaves is gone, and the link with them', async () => {
    await visit(page, linkOf(mail, '/follow/'));
    await main.getByRole('button', { name: words('follow-leave') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('follow-left-title'));
    await expectAccessible(page);
    guard.allow(/404 \(Not Found\)/);
    await visit(page, linkOf(mail, '/follow/'));
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('follow-dead-title'));
    expect(instance.command('subscribers', 'count')).toMatch(/^0 confirmed, 0 not yet, 0 suppressed/);
    // Of the next alert whoever came later hears, and nobody else.
    await follows(page, office, language, words, VANNA);
    for (const number of [92, 93]) {
      publishAlert(instance, number);
      expect((await office.next()).to).toBe(VANNA);
    }
    expect(office.waiting).toBe(0);
  });
});

test('what is no address is told at its field, and what was chosen stays', async ({ page, language, words, guard }) => {
  guard.allow(/422 \(Unprocessable/);
  const main = page.getByRole('main');
  await visit(page, `/${language}/follow`);
  await main.getByLabel(words('follow-address')).fill('dara@');
  await main.getByText(words('follow-choose')).click();
  await main.getByLabel(words('follow-alerts-issues')).check();
  await main.getByRole('button', { name: words('follow-ask') }).click();
  await expect(main.getByText(words('follow-address-unreadable')).first()).toBeVisible();
  await expect(main.getByText(words('follow-issues-missing')).first()).toBeVisible();
  await expect(main.getByLabel(words('follow-alerts-issues'))).toBeChecked();
  await expect(main.getByLabel(words('follow-address'))).toHaveValue('dara@');
  await expectAccessible(page);
});

/** Asks for mails, and says yes in the one that comes. */
async function follows(page: Page, office: PostOffice, language: string, words: Words, address: string): Promise<void> {
  const main = page.getByRole('main');
  await visit(page, `/${language}/follow`);
  await main.getByLabel(words('follow-address')).fill(address);
  await main.getByRole('button', { name: words('follow-ask') }).click();
  await visit(page, linkOf(await office.next(), '/follow/'));
  await main.getByRole('button', { name: words('follow-confirm-act') }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('follow-yours'));
}

/** The demo's alert once more, under another number, from today on. */
function publishAlert(instance: Instance, number: number): void {
  const text = readFileSync(fileURLToPath(new URL('../content/demo/alerts/kua-7-26.toml', import.meta.url)), 'utf8')
    .replace(/^number = .*$/m, `number = "KUA ${number}/26"`)
    .replace(/^issued = .*$/m, `issued = "${day(-2)}"`)
    .replace(/^act_by = .*$/m, `act_by = "${day(20)}"`);
  instance.publishAlert(`kua-${number}-26`, text);
}

/** The address in a mail that leads to such a page. */
function linkOf(mail: Arrived, part: string): string {
  const links = (mail.parsed.text ?? '').match(/http:\S+/g) ?? [];
  const link = links.find((link) => link.includes(part));
  if (!link) throw new Error(`The mail has no link with ${part}: ${mail.parsed.text}`);
  return link;
}

async function fitsEveryScreen(page: Page, mail: Arrived): Promise<void> {
  const shown = await page.context().newPage();
  for (const { viewport } of [phone, desktop]) {
    await shown.setViewportSize(viewport);
    await shown.setContent(mail.parsed.html ?? '');
    await expect(shown.getByRole('link').first()).toBeVisible();
    expect(await shown.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await shown.close();
}
