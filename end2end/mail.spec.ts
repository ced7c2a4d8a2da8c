// Mails are what other programs take for mails: parsed by a library that is not ours.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { chosenBuild } from './build.ts';
import { clockOfPrograms } from './clock.ts';
import { desktop, phone } from './config.ts';
import { expect, test } from './journey.ts';
import { languages, wordsOf } from './words.ts';

test('a mail is read by another library, and fits every screen in every language', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'samleng-mail-'));
  const { program, settings, environment } = chosenBuild();
  const env = { ...process.env, ...environment, ...clockOfPrograms(), SAMLENG_MAIL_FROM: 'alerts@samleng.example', SAMLENG_PUBLIC_URL: 'https://samleng.example' };
  const where = ['--settings', settings, '--data', folder];
  const done = spawnSync(program, ['check', ...where, 'mail', 'dara@members.example'], { env, encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  const outbox = join(folder, 'outbox');
  const mail = readFileSync(join(outbox, readdirSync(outbox)[0] ?? ''));
  rmSync(folder, { recursive: true, force: true });

  const parsed = await PostalMime.parse(mail);
  expect(parsed.subject).toBe(wordsOf('en')('mail-test-subject'));
  for (const language of languages) {
    expect(parsed.text).toContain(wordsOf(language)('mail-test-text'));
    expect(parsed.html).toContain(wordsOf(language)('mail-test-text'));
  }
  for (const { viewport } of [phone, desktop]) {
    await page.setViewportSize(viewport);
    await page.setContent(parsed.html ?? '');
    await expect(page.getByRole('link', { name: wordsOf('en')('mail-test-open') })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
