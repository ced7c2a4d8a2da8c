import { chromium } from '@playwright/test';
const [,, out, ...urls] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let i=0;
for (const spec of urls) {
  const [url, w='360', mode='light', act=''] = spec.split('|');
  const c = await b.newContext({ viewport: { width: +w, height: +w<700?740:900 }, colorScheme: mode==='dark'?'dark':'light', deviceScaleFactor: 1, javaScriptEnabled: mode!=='nojs' });
  const p = await c.newPage(); await p.goto(url); 
  if (act==='open') await p.click('details.wishes > summary');
  if (act==='bad') { await p.fill('#address','dara@'); await p.click('details.wishes > summary'); await p.check('#alerts-issues'); await p.click('button.button--main'); await p.waitForLoadState(); }
  await p.screenshot({ path: `${out}/${i++}.png`, fullPage: true });
  await c.close();
}
await b.close();
