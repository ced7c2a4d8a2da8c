// Public pages are the same bytes for everybody, can be asked for again cheaply, and set no cookie.

import { publicPages } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

const STRANGERS: Record<string, string>[] = [
  { 'accept-language': 'km, en;q=0.5', 'user-agent': 'one' },
  { 'accept-language': 'fr', 'user-agent': 'two', cookie: 'anything=1', referer: 'https://elsewhere.example/' },
];

for (const language of languages) {
  test(`two strangers get the same bytes of every ${language} page`, async ({ playwright, baseURL }) => {
    const [one, two] = await Promise.all(STRANGERS.map((extraHTTPHeaders) => playwright.request.newContext({ baseURL, extraHTTPHeaders })));
    for (const path of publicPages(language)) {
      const answers = [await one?.get(path), await two?.get(path)];
      for (const answer of answers) {
        expect.soft(answer?.status(), path).toBe(200);
        expect.soft(answer?.headers(), path).not.toHaveProperty('set-cookie');
      }
      const [first, second] = await Promise.all(answers.map((answer) => answer?.body()));
      expect.soft(first?.equals(second ?? Buffer.alloc(0)), path).toBe(true);
    }
    await Promise.all([one?.dispose(), two?.dispose()]);
  });

  test(`no ${language} page is sent again to who has it`, async ({ request }) => {
    for (const path of publicPages(language)) {
      const etag = (await request.get(path)).headers().etag ?? '';
      expect.soft(etag, path).toMatch(/^(W\/)?".+"$/);
      const again = await request.get(path, { headers: { 'if-none-match': etag } });
      expect.soft(again.status(), path).toBe(304);
      expect.soft(await again.body(), path).toHaveLength(0);
      expect.soft(again.headers().etag, path).toBe(etag);
    }
  });

  test(`every ${language} page is protected by its headers`, async ({ request }) => {
    for (const path of publicPages(language)) {
      const headers = (await request.get(path)).headers();
      const policy = headers['content-security-policy'] ?? '';
      expect.soft(policy, path).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect.soft(policy, path).not.toContain('unsafe-inline');
      expect.soft(policy, path).not.toMatch(/https?:/);
      expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
      expect.soft(headers['referrer-policy'], path).toBe('same-origin');
      expect.soft(headers.vary?.toLowerCase(), path).toContain('accept-encoding');
    }
  });
}
