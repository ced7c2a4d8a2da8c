// Accounts by mail: joining, coming in again, what is held, inviting, and leaving.

import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, scriptsRun, visit } from './journey.ts';
import { test } from './mailing.ts';
import { linkOf, type PostOffice } from './post-office.ts';
import type { Words } from './words.ts';

test('a member joins by mail, comes in again on another device by code, takes everything along, and leaves', async ({ page, browser, language, words, guard, office }) => {
  guard.allow(/404 \(Not Found\)|422 \(Unprocessable/);
  const main = page.getByRole('main');
  const address = 'dara@members.example';
  let link = '';

  await test.step('the name and the address bring a mail', async () => {
    await visit(page, `/${language}/join`);
    await expectAccessible(page);
    await main.getByRole('button', { name: words('join-by-mail') }).click();
    await expect(main.getByText(words('member-name-missing')).first()).toBeVisible();
    await expectAccessible(page);
    await main.getByLabel(words('member-name')).fill('សុខា & Dara');
    await main.getByLabel(words('follow-address')).fill(address);
    await main.getByRole('button', { name: words('join-by-mail') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('sign-in-asked-title'));
    await expectAccessible(page);
  });

  await test.step('a scanner that opens the link spends nothing, and its button joins', async () => {
    const mail = await office.next();
    expect(mail.to).toBe(address);
    expect(mail.parsed.text).not.toContain('Dara');
    link = linkOf(mail);
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(link, { method, headers: { 'user-agent': 'MailScanner/5.0' } });
    await visit(page, link);
    await expectAccessible(page);
    await main.getByRole('button', { name: words('join-link-act') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('me-title'));
    await expect(main.getByLabel(words('member-name'))).toHaveValue('សុខា & Dara');
    await expectAccessible(page);
    await visit(page, link);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('sign-in-gone-title'));
  });

  await test.step('another device comes in by the code, typed in Khmer digits', async () => {
    const other = await browser.newContext({ javaScriptEnabled: await scriptsRun(page) });
    const there = await other.newPage();
    await visit(there, `/${language}/sign-in`);
    await there.getByLabel(words('follow-address')).fill(address.toUpperCase());
    await there.getByRole('button', { name: words('sign-in-by-mail') }).click();
    const mail = await office.next();
    expect(mail.to).toBe(address);
    const [code = ''] = /\d{6}/.exec(mail.parsed.subject ?? '') ?? [];
    await there.getByLabel(words('sign-in-code')).fill('000000');
    await there.getByRole('button', { name: words('sign-in-code-use') }).click();
    await expect(there.getByText(words('sign-in-code-wrong')).first()).toBeVisible();
    await there.getByLabel(words('sign-in-code')).fill([...code].map((digit) => '០១២៣៤៥៦៧៨៩'[Number(digit)]).join(''));
    await there.getByRole('button', { name: words('sign-in-code-use') }).click();
    await expect(there.getByRole('heading', { level: 1 })).toHaveText(words('me-title'));

    await visit(page, `/${language}/me/ways`);
    await expectAccessible(page);
    await main.getByRole('button', { name: words('ways-sessions-end') }).click();
    await visit(there, `/${language}/me`);
    await expect(there).toHaveURL(new RegExp(`/${language}/sign-in\\?next=/${language}/me$`));
    await other.close();
  });

  await test.step('everything that is held comes as one file', async () => {
    const answer = await page.request.get(`/${language}/me/export`);
    const held = (await answer.json()) as { account: { address: string; name: string; sessions: unknown[] } };
    expect(held.account.address).toBe(address);
    expect(held.account.name).toBe('សុខា & Dara');
    expect(held.account.sessions).toHaveLength(1);
  });

  await test.step('who leaves is gone at once', async () => {
    await visit(page, `/${language}/me/leave`);
    await expectAccessible(page);
    await main.getByRole('button', { name: words('leave-for-good-act') }).click();
    await expect(page).toHaveURL(`/${language}/`);
    await visit(page, `/${language}/me`);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('sign-in-title'));
  });
});

test('an invitation raises a number, and nobody learns whose it was', async ({ page, browser, language, words, office }) => {
  const main = page.getByRole('main');
  await joined(page, office, language, words, 'inviter@members.example');
  const invitation = (await main.locator('.sheet__address').textContent()) ?? '';
  await expect(main.getByText(words('me-invited', { count: 0, shown: '0' }))).toBeVisible();
  await visit(page, invitation);
  await expect(main.getByText(words('join-own-invitation'))).toBeVisible();

  const other = await browser.newContext({ javaScriptEnabled: await scriptsRun(page) });
  const there = await other.newPage();
  await visit(there, invitation);
  await expect(there.getByText(words('join-invited'))).toBeVisible();
  await there.getByLabel(words('member-name')).fill('Bopha');
  await there.getByLabel(words('follow-address')).fill('bopha@members.example');
  await there.getByRole('button', { name: words('join-by-mail') }).click();
  await visit(there, linkOf(await office.next()));
  await there.getByRole('button', { name: words('join-link-act') }).click();
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(words('me-title'));
  await other.close();

  await visit(page, `/${language}/me`);
  await expect(main.getByText(words('me-invited', { count: 1, shown: language === 'km' ? '១' : '1' }))).toBeVisible();
});

test('without scripts, or without passkeys in the browser, the page says what to do instead', async ({ page, language, words }) => {
  const scripts = await scriptsRun(page);
  if (scripts) await page.addInitScript('delete window.PublicKeyCredential');
  for (const path of ['join', 'sign-in']) {
    await visit(page, `/${language}/${path}`);
    await expect(page.locator('[data-passkey-says]')).toHaveText(words(scripts ? 'passkey-unsupported' : 'passkey-no-script'));
    await expect(page.locator('button[value=passkey]')).toBeHidden();
  }
});

async function joined(page: Page, office: PostOffice, language: string, words: Words, address: string): Promise<void> {
  const main = page.getByRole('main');
  await visit(page, `/${language}/join`);
  await main.getByLabel(words('member-name')).fill('Dara');
  await main.getByLabel(words('follow-address')).fill(address);
  await main.getByRole('button', { name: words('join-by-mail') }).click();
  await visit(page, linkOf(await office.next()));
  await main.getByRole('button', { name: words('join-link-act') }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('me-title'));
}
