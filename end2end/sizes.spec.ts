// What a first visit to an alert costs, as brotli, in bytes. Only where the browser's part is that of a release (`./test all`).
// What Chromium counts on a slow phone, heads of the answers included, says `./test numbers`.

import { get } from 'node:http';
import { demoAlert, demoAlerts } from './demo.ts';
import { expect, test, visit } from './journey.ts';
import { RECORDED } from './player.ts';
import { languages } from './words.ts';

const BUDGET = {
  htmlAndCss: 14_000,
  wasm: 110_000,
  javascriptOfIslands: 8_000,
  pageScript: 2_000,
  /** All that it takes to read the page: HTML, CSS and fonts. */
  readable: { km: 90_000, en: 45_000, fr: 45_000 },
  all: 210_000,
};

/** Each font file by the beginning of its name, and all of a page together: titles and text, Khmer and Latin. */
const FONTS: [name: string, most: number][] = [['signs', 1_500], ['serif-km', 33_000], ['sans-km', 23_000], ['serif', 13_000], ['sans', 11_000]];
const ALL_FONTS = 33_000 + 23_000 + 13_000 + 11_000;

const LEAD = demoAlert(({ urgency }) => urgency === 'now').slug;

for (const language of languages) {
  // Khmer pages are the heaviest: all of them. Of the others the one that is read most.
  for (const { slug } of demoAlerts.filter(({ slug }) => language === 'km' || slug === LEAD)) {
    test(`a first visit to /${language}/alerts/${slug} stays within its budget`, async ({ page, baseURL }) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      await visit(page, `/${language}/alerts/${slug}`);

      const bytes = new Map<string, number>();
      for (const url of loaded.filter((url) => url.startsWith(baseURL ?? ''))) bytes.set(new URL(url).pathname, await size(url));
      const sum = (wanted: (path: string) => boolean) =>
        [...bytes].filter(([path]) => wanted(path)).reduce((total, [, size]) => total + size, 0);

      const told = [...bytes].map(([path, size]) => `${size} ${path}`).join('\n');
      console.log(`${language} ${slug}\n${told}`);
      const html = (path: string) => path.startsWith(`/${language}/`);
      const ending = (end: string) => (path: string) => path.endsWith(end);
      const pageScript = (path: string) => path.startsWith('/assets/page.');
      expect.soft(sum((path) => html(path) || ending('.css')(path)), 'HTML and CSS').toBeLessThanOrEqual(BUDGET.htmlAndCss);
      expect.soft(sum(ending('.wasm')), 'wasm').toBeLessThanOrEqual(BUDGET.wasm);
      expect.soft(sum((path) => ending('.js')(path) && !pageScript(path)), 'JavaScript of the islands').toBeLessThanOrEqual(BUDGET.javascriptOfIslands);
      expect.soft(sum(pageScript), 'page.js').toBeLessThanOrEqual(BUDGET.pageScript);
      const font = (path: string) => path.endsWith('.woff2');
      expect.soft(sum((path) => html(path) || ending('.css')(path) || font(path)), 'readable').toBeLessThanOrEqual(BUDGET.readable[language]);
      expect.soft(sum(() => true), 'all').toBeLessThanOrEqual(BUDGET.all);
      expect.soft(sum(font), 'fonts').toBeLessThanOrEqual(ALL_FONTS);
      for (const [path, size] of [...bytes].filter(([path]) => font(path))) {
        const [name, most] = FONTS.find(([name]) => path.startsWith(`/fonts/${name}`)) ?? [];
        expect.soft(name, `${path} has a budget`).toBeDefined();
        expect.soft(size, path).toBeLessThanOrEqual(most ?? 0);
        // Where no Khmer is read, none is loaded.
        if (language !== 'km') expect.soft(name).not.toContain('-km');
      }
    });
  }

  test(`without scripts an alert in ${language} fetches none of the islands`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await visit(page, `/${language}/alerts/${LEAD}`);
    await context.close();
    expect(loaded.filter((path) => /\.(wasm|js)$/.test(path))).toEqual([]);
  });
}

for (const language of languages) {
  test(`a forum in ${language} stays within its budget before anything is played`, async ({ page, baseURL }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await visit(page, `/${language}/forums/${RECORDED}`);
    const counted = loaded.filter((url) => url.endsWith(`/${RECORDED}`) || url.endsWith('.css'));
    const sizes = await Promise.all(counted.map(size));
    console.log(`${language} ${RECORDED}: ${sizes.join(' + ')}`);
    expect(counted).toHaveLength(2);
    expect(sizes.reduce((total, one) => total + one, 0)).toBeLessThanOrEqual(BUDGET.htmlAndCss);
    expect(loaded.filter((url) => !url.startsWith(`${baseURL}/`) || /\/(hls|recordings)\//.test(url))).toEqual([]);
  });
}

/** The bytes of the body as they travel. */
function size(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' } }, (answer) => {
      let total = 0;
      answer.on('data', (chunk: Buffer) => (total += chunk.length));
      answer.on('end', () => resolve(total));
      answer.on('error', reject);
    }).on('error', reject);
  });
}
