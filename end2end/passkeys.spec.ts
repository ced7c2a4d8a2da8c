// Accounts by passkey: joining without an address, codes on paper, and the desk with its second factor.

import { createHmac } from 'node:crypto';
import { Authenticator } from './authenticator.ts';
import { expectAccessible } from './axe.ts';
import { now } from './clock.ts';
import { expect, visit } from './journey.ts';
import { test } from './mailing.ts';
import { linkOf } from './post-office.ts';

test('a member joins by passkey alone, is two presses away from any page, and comes back by a code on paper', async ({ page, language, words, guard }) => {
  guard.allow(/422 \(Unprocessable/);
  const main = page.getByRole('main');
  const device = await Authenticator.of(page);
  let codes: string[] = [];

  await test.step('a name is enough, and the codes are shown once', async () => {
    await visit(page, `/${language}/join`);
    // Without a name nothing is kept on the device.
    await main.getByRole('button', { name: words('join-by-passkey') }).click();
    await expect(main.getByText(words('member-name-missing')).first()).toBeVisible();
    expect(await device.count()).toBe(0);
    await main.getByLabel(words('member-name')).fill('<b>ចាន់ធូ</b>');
    await main.getByRole('button', { name: words('join-by-passkey') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('recovery-title'));
    await expectAccessible(page);
    codes = await main.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(8);
    await main.getByRole('link', { name: words('recovery-onward') }).click();
    await expect(main.getByLabel(words('member-name'))).toHaveValue('<b>ចាន់ធូ</b>');
  });

  await test.step('from any page to signed in and back there are two presses', async () => {
    await main.getByRole('button', { name: words('me-sign-out') }).click();
    await visit(page, `/${language}/posts`);
    await page.getByRole('contentinfo').getByRole('link', { name: words('menu-account') }).click();
    await expectAccessible(page);
    await main.getByRole('button', { name: words('sign-in-by-passkey') }).click();
    await expect(page).toHaveURL(`/${language}/posts`);
    await visit(page, `/${language}/me`);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('me-title'));
  });

  await test.step('a copy of the passkey is refused', async () => {
    await device.turnBackCounter();
    await visit(page, `/${language}/sign-in`);
    await main.getByRole('button', { name: words('sign-in-by-passkey') }).click();
    await expect(main.getByText(words('passkey-copied')).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('without the device a code on paper opens the account, once', async () => {
    await device.remove();
    await page.context().clearCookies();
    for (const opens of [true, false]) {
      await visit(page, `/${language}/sign-in`);
      await main.getByText(words('recovery-lost')).click();
      await main.getByLabel(words('recovery-code')).fill((codes[0] ?? '').toUpperCase().replaceAll('-', ' '));
      await main.getByRole('button', { name: words('recovery-use') }).click();
      if (opens) await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('ways-title'));
      else await expect(main.getByText(words('recovery-wrong')).first()).toBeVisible();
      await page.context().clearCookies();
    }
  });
});

test('a device that keeps no passkey it finds again is refused with the reason', async ({ page, language, words }) => {
  const main = page.getByRole('main');
  const device = await Authenticator.of(page, { discoverable: false, verifies: false });
  await visit(page, `/${language}/join`);
  await main.getByLabel(words('member-name')).fill('Rith');
  await main.getByRole('button', { name: words('join-by-passkey') }).click();
  await expect(main.getByRole('status')).toHaveText(new RegExp(`${words('passkey-unfit')}|${words('passkey-cancelled')}`));
  expect(await device.count()).toBe(0);
});

test('the first steward opens the desk with a second factor, and adds a coordinator who loses the role again', async ({ page, browser, language, words, guard, office, instance }) => {
  guard.allow(/401 \(Unauthorized\)|422 \(Unprocessable/);
  const main = page.getByRole('main');
  await Authenticator.of(page);
  const address = 'coordinator@members.example';

  await test.step('the link of the command line joins, and the desk asks for more than that', async () => {
    const [link = ''] = /http\S+/.exec(instance.command('first-steward', '--another')) ?? [];
    await visit(page, link.replace('/en/', `/${language}/`));
    await main.getByLabel(words('member-name')).fill('Sophea');
    await main.getByRole('button', { name: words('join-link-act') }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('second-title'));
    await expectAccessible(page);
    await main.getByRole('link', { name: words('second-to-ways') }).click();
  });

  await test.step('an app for codes opens the desk, but not its people', async () => {
    await main.getByText(words('ways-app-add')).click();
    const secret = (await main.locator('details .sheet__address').textContent()) ?? '';
    await main.getByLabel(words('second-code')).fill(totp(secret, now().getTime()));
    await main.getByRole('button', { name: words('ways-app-use') }).click();
    await expect(main.getByText(words('ways-app-is'))).toBeVisible();
    await visit(page, '/desk');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('desk-title'));
    await expectAccessible(page);
    await visit(page, '/desk/people');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('second-title'));
  });

  await test.step('a passkey opens them too', async () => {
    await visit(page, `/${language}/me/ways`);
    await main.getByLabel(words('ways-passkey-name')).fill('my phone');
    await main.getByRole('button', { name: words('ways-passkey-add') }).click();
    await expect(main.getByText('my phone', { exact: true })).toBeVisible();
    await visit(page, '/desk/people');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words('desk-people'));
    await expectAccessible(page);
  });

  const other = await browser.newContext();
  const there = await other.newPage();
  await Authenticator.of(there);
  await test.step('who was added comes in by mail and works at the desk', async () => {
    await main.getByLabel(words('people-name')).fill('Vanna');
    await main.getByLabel(words('people-address')).fill(address);
    await main.getByRole('button', { name: words('people-add') }).click();
    await expect(main.getByRole('heading', { name: 'Vanna' })).toBeVisible();
    await visit(there, linkOf(await office.next()));
    await there.getByRole('button', { name: words('sign-in-link-act') }).click();
    await there.getByRole('link', { name: words('second-to-ways') }).click();
    await there.getByLabel(words('ways-passkey-name')).fill('work phone');
    await there.getByRole('button', { name: words('ways-passkey-add') }).click();
    await expect(there.getByText('work phone', { exact: true })).toBeVisible();
    await visit(there, '/desk');
    await expect(there.getByRole('heading', { level: 1 })).toHaveText(words('desk-title'));
    expect((await visit(there, '/desk/people'))?.status()).toBe(404);
  });

  await test.step('a role that is taken away ends what is open', async () => {
    await visit(there, `/${language}/me`);
    await main.getByText(words('people-change', { name: 'Vanna' })).click();
    await main.getByRole('listitem').filter({ hasText: 'Vanna' }).getByRole('button', { name: words('people-remove') }).click();
    await expect(main.getByRole('heading', { name: 'Vanna' })).toHaveCount(0);
    await there.getByRole('button', { name: words('me-change') }).click();
    await expect(there.getByRole('heading', { level: 1 })).toHaveText(words('error-signed-out-title'));
    await other.close();
  });

  await test.step('the last steward stays one', async () => {
    await visit(page, '/desk/people');
    await main.getByText(words('people-change', { name: 'Sophea' })).click();
    await main.getByRole('button', { name: words('people-remove') }).click();
    await expect(main.getByText(words('people-last-steward')).first()).toBeVisible();
    await expect(main.getByRole('heading', { name: 'Sophea' })).toBeVisible();
  });
});

/** The code of an app (RFC 6238), by Node's own means. */
function totp(secret: string, now: number): string {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
