// Lighthouse's marks for the pages that most people see, on its phone, as a table. `./test numbers` starts it with the release;
// it ends with 1 when a bar is broken, and then says what cost the marks.

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROMIUM, CHROMIUM_FLAGS, withRelease } from './released.mjs';

/** @type {Record<string, number>} */
const BARS = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
// The composer and the checklist are not indexed, so nobody looks for them by a search.
const PAGES = [
  { page: '', indexed: true },
  { page: 'alerts', indexed: true },
  { page: 'alerts/kua-7-26', indexed: true },
  { page: 'alerts/kua-7-26/write', indexed: false },
  { page: 'steps', indexed: false },
  { page: 'posts/after-the-upr-session', indexed: true },
];

let failed = false;
await withRelease(async (base) => {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS] });
  console.log('page                                ', ...Object.keys(BARS));
  for (const language of ['km', 'en', 'fr']) {
    for (const { page, indexed } of PAGES) {
      const categories = Object.keys(BARS).filter((name) => name !== 'seo' || indexed);
      const report = await marks(`${base}/${language}/${page}`, { port: chrome.port, onlyCategories: categories, logLevel: 'error' });
      failed = told(`/${language}/${page}`, report) || failed;
    }
  }
  chrome.kill();
});
process.exitCode = failed ? 1 : 0;

/**
 * What Lighthouse says of a page. Where it could not record how the page was loaded it asks to be run again, so it is, twice.
 *
 * @param {string} address @param {import('lighthouse').Flags} flags
 */
async function marks(address, flags) {
  for (let tries = 1; ; tries += 1) {
    const result = await lighthouse(address, flags);
    if (!result) throw new Error(`Lighthouse says nothing of ${address}.`);
    if (!result.lhr.runtimeError || tries === 3) return result.lhr;
  }
}

/**
 * Prints the line of a page, and whether it breaks a bar.
 *
 * @param {string} path @param {import('lighthouse').Result} report
 */
function told(path, { categories, audits }) {
  const marks = Object.values(categories).map(({ id, score, auditRefs }) => ({ id, mark: Math.round((score ?? 0) * 100), auditRefs }));
  const broken = marks.filter(({ id, mark }) => mark < (BARS[id] ?? 0));
  console.log(path.padEnd(36), ...marks.map(({ id, mark }) => String(mark).padStart(id.length)), broken.length ? `${broken.map(({ id }) => id).join(', ')}: failed` : ': passed');
  for (const { id } of broken.flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1))) {
    console.log(`    ${audits[id]?.title}: ${audits[id]?.displayValue ?? ''}`);
  }
  return broken.length > 0;
}
