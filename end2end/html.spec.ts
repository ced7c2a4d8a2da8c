// The HTML of every page, read by the Nu Html Checker: it has nothing to say. Inside islands Leptos marks places with `<!>`,
// which the parser takes for an empty comment and the checker for a bogus one; that alone is excepted, and only there.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { allPages, demoAlert } from './demo.ts';
import { expect, test } from './journey.ts';
import { languages } from './words.ts';

const CHECKER = new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;

/** What the checker says of a place; lines and columns count from 1, and the place ends there. */
interface Message {
  type: string;
  message: string;
  url?: string;
  lastLine?: number;
  lastColumn?: number;
  extract?: string;
}

test('the HTML of every page has no fault', async ({ request }) => {
  const { slug } = demoAlert(() => true);
  const pages = languages.flatMap((language) => [...allPages(language), `/${language}/nothing-here`, `/${language}/alerts/${slug}/write?name=%3Cb%3E`]);
  const folder = await mkdtemp(join(tmpdir(), 'samleng-html-'));
  const texts = new Map<string, { path: string; text: string }>();
  for (const [at, path] of pages.entries()) {
    const text = await (await request.get(path)).text();
    const file = join(folder, `${at}.html`);
    texts.set(file, { path, text });
    await writeFile(file, text);
  }
  const faults = (await check([...texts.keys()])).flatMap((message) => {
    const { path, text } = texts.get(message.url?.replace(/^file:/, '') ?? '') ?? { path: '', text: '' };
    return isMarkOfLeptos(message, text) ? [] : [`${path}: ${message.message} ${message.extract ?? ''}`];
  });
  await rm(folder, { recursive: true });
  expect(texts.size).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

async function check(files: string[]): Promise<Message[]> {
  const { stderr } = await promisify(execFile)('java', ['-jar', CHECKER, '--format', 'json', '--exit-zero-always', ...files], { maxBuffer: 64 << 20 });
  return JSON.parse(stderr).messages;
}

function isMarkOfLeptos({ message, lastLine, lastColumn }: Message, text: string): boolean {
  if (message !== 'Bogus comment.' || lastLine === undefined || lastColumn === undefined) return false;
  const before = text.split('\n').slice(0, lastLine);
  before.push((before.pop() ?? '').slice(0, lastColumn));
  const html = before.join('\n');
  const islands = html.split('<leptos-island').length - html.split('</leptos-island').length;
  return /<!>$/.test(html) && islands > 0;
}
