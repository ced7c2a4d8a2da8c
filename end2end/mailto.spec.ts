// The mail program gets exactly the letter that stands on the screen.

import { demoAlerts } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { answersNo, awake, composeLetter, openMail, takenApart } from './letter.ts';
import { holds, inMain } from './sets.ts';

// What a URL, a mail header or HTML could take for its own.
const NAMES = [`Sok & "Dara" 100% + O'Neil`, 'សុខ តារា', '?subject=x&bcc=a@b.example#'];

/** In `main` a letter in each language; in `everything` all letters of all alerts. */
const tried = holds('everything') ? demoAlerts : (['en', 'km', 'fr'] as const).flatMap((language) => demoAlerts.filter(({ letters }) => letters[0] === language).slice(0, 1));

for (const { slug, letters, safeToSign } of tried) {
  for (const [index, letterLanguage] of inMain(letters, 1).entries()) {
    const letter = index + 1;
    const composer = `alerts/${slug}/write${letter === 1 ? '' : `/${letter}`}`;

    test(`letter ${letter} of ${slug} reaches the mail program as it stands on the screen`, async ({ page, language, words, javaScriptEnabled }) => {
      // Without scripts it is the server that makes the link, and its own tests know every name. The letter's language is its
      // own: one name will do where the page is in Khmer.
      const names = javaScriptEnabled === false ? NAMES.slice(0, 1) : language === 'km' ? NAMES.slice(1, 2) : NAMES;
      for (const name of names) {
        await visit(page, `/${language}/${composer}`);
        if (!safeToSign) await answersNo(page, words);
        await composeLetter(page, words, name);
        const link = openMail(page, words);
        const href = async () => (await link.getAttribute('href')) ?? '';
        await expect.poll(async () => takenApart(await href()).body.split('\n').at(-1)).toBe(name);

        // RFC 3986 and 6068: only these, and `+` never, which some programs read as a space.
        expect(await href()).toMatch(/^mailto:(?:[A-Za-z0-9\-._~@,?=&]|%[0-9A-F]{2})+$/);
        const mail = takenApart(await href());
        // Each part as it stands in the field to copy.
        await page.getByText(words('write-nothing-opened'), { exact: true }).click();
        const copied = (label: string) => page.getByRole('textbox', { name: words(label), exact: true });
        await expect(copied('write-field-to')).toHaveValue(mail.to.join(', '));
        if (mail.cc.length > 0) await expect(copied('write-field-cc')).toHaveValue(mail.cc.join(', '));
        await expect(copied('write-field-subject')).toHaveValue(mail.subject);
        await expect(copied('write-field-letter')).toHaveValue(mail.body.replaceAll('\r\n', '\n'));
        expect(mail.body.replaceAll('\r\n', ''), 'line breaks are CRLF').not.toMatch(/[\r\n]/);

        // And as it is read above: the sentences in order, without what they mean in the reader's language, then the name.
        const read = await page.locator('.letter').evaluate((sheet) => {
          const copy = sheet.cloneNode(true) as HTMLElement;
          for (const other of copy.querySelectorAll('.letter__meaning, [hidden]')) other.remove();
          return [...copy.querySelectorAll('p, li')].map((line) => (line.textContent ?? '').trim()).filter(Boolean);
        });
        const [subject, ...lines] = read;
        expect(subject).toBe(mail.subject);
        expect(lines.at(-1)).toBe(name);
        let at = 0;
        for (const line of lines) {
          const found = mail.body.indexOf(line, at);
          expect(found, `"${line}" in its place`).toBeGreaterThanOrEqual(at);
          at = found + line.length;
        }
        expect(at, 'nothing follows the name').toBe(mail.body.length);
      }
    });

    test(`letter ${letter} of ${slug} says what each sentence means to whoever does not read its language`, async ({ page, language, words, javaScriptEnabled }) => {
      await visit(page, `/${language}/${composer}`);
      if (!safeToSign) await answersNo(page, words);
      // An island that wakes may choose other wordings, which have other numbers of sentences.
      if (javaScriptEnabled !== false) await awake(page, words);
      const sheet = page.locator('.letter');
      await expect(sheet).toHaveAttribute('lang', letterLanguage);
      const sentences = await sheet.locator('p:visible:not(.letter__name, .letter__own), li:visible').count();
      const meanings = sheet.locator(`.letter__meaning[lang="${language}"]:visible`);
      await expect(meanings).toHaveCount(letterLanguage === language ? 0 : sentences);
    });
  }
}
