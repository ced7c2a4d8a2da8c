// Public pages are the same bytes for everybody, can be asked for again cheaply, and set no cookie.

import { publicPages } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

for (const path of languages.flatMap(publicPages)) {
  test(`two strangers get the same bytes of ${path}`, async ({ playwright, baseURL }) => {
    const strangers: Record<string, string>[] = [
      { 'accept-language': 'km, en;q=0.5', 'user-agent': 'one' },
      { 'accept-language': 'fr', 'user-agent': 'two', cookie: 'anything=1', referer: 'https://elsewhere.example/' },
    ];
    const bodies: Buffer[] = [];
    for (const headers of strangers) {
      const client = await playwright.request.newContext({ baseURL, extraHTTPHeaders: headers });
      const answer = await client.get(path);
      expect(answer.status()).toBe(200);
      expect(answer.headers()).not.toHaveProperty('set-cookie');
      bodies.push(await answer.body());
      await client.dispose();
    }
    expect(bodies[0]?.equals(bodies[1] ?? Buffer.alloc(0))).toBe(true);
  });

  test(`${path} is not sent again to who has it`, async ({ request }) => {
    const etag = (await request.get(path)).headers().etag ?? '';
    expect(etag).toMatch(/^(W\/)?".+"$/);
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
    expect(await again.body()).toHaveLength(0);
    expect(again.headers().etag).toBe(etag);
  });

  test(`${path} is protected by its headers`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
  });
}
