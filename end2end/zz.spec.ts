import { test } from './journey.ts';
test('vt', async ({ page, guard }) => {
  guard.allow(/./);
  page.on('pageerror', (e) => console.log('ERR', page.url(), e.message, e.stack));
  for (const p of ['/en/', '/en/alerts/kua-7-26', '/en/alerts/kua-7-26/write', '/en/steps', '/en/']) { console.log(p); await page.goto(p); await page.waitForTimeout(700);}
  await page.goto('/en/'); await page.waitForTimeout(500);
  console.log('click'); await page.getByRole('link', {name: 'Read and write'}).click(); await page.waitForTimeout(700);
  console.log('click2'); await page.getByRole('link', {name: 'Write the letter'}).first().click(); await page.waitForTimeout(700);
});
