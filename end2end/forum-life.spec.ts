// A forum from its announcement to its recording: taken into the calendar, watched live, played again. The stream is a real one
// (broadcast.ts), and the instance is this journey's own.

import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expectAccessible } from './axe.ts';
import { Broadcast } from './broadcast.ts';
import { Instance } from './instance.ts';
import { expect, scriptsRun, test as journey } from './journey.ts';
import { played } from './player.ts';

const HOUR = 3_600_000;

const test = journey.extend<object, { instance: Instance; broadcast: Broadcast }>({
  instance: [
    async ({}, use) => {
      const instance = await Instance.started();
      await use(instance);
      instance.stop();
    },
    { scope: 'worker' },
  ],
  broadcast: [
    async ({}, use) => {
      const broadcast = await Broadcast.begun();
      await use(broadcast);
      await broadcast.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ instance }, use) => use(instance.base),
});

/** The forum of the journey, beginning at an instant, an hour long. */
function forum(begins: Date, more = ''): string {
  const [date, time] = begins.toISOString().split('T');
  const until = new Date(begins.getTime() + HOUR).toISOString().slice(11, 16);
  const text = (word: string) => `en = "${word}"\nkm = "${word}"\nfr = "${word}"`;
  const [stream, recording = ''] = more.split('\f');
  return `format = 1
kind = "forum"
slug = "tonight"
issue = "independent-media"
date = "${date}"
from = "${time?.slice(0, 5)}"
until = "${until}"
time_zone = "UTC"
languages = ["en"]
alerts = ["kua-6-26"]
[title]
${text('Tonight')}
[summary]
${text('A forum.')}
[body]
${text('A forum about the radio.')}
[broadcast]
telephone = "+855 00 000 000"
${stream ?? ''}
${recording}`;
}

const ofTonight = (language: string) => `/${language}/forums/tonight`;

test('announced, in the calendar, live, and recorded', async ({ page, language, words, guard, instance, broadcast }) => {
  test.slow();
  const scripts = await scriptsRun(page);
  const main = page.getByRole('main');
  guard.allow(new RegExp(`asked another host: ${broadcast.origin}`));

  await test.step('announced, and taken into the calendar', async () => {
    const begins = new Date(Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR);
    await instance.publish('tonight', forum(begins));
    await page.goto(ofTonight(language));
    await expect(main.locator('#watch')).toHaveCount(0);
    const link = main.getByRole('link', { name: words('forum-to-calendar'), exact: true });
    const text = await (await page.request.get((await link.getAttribute('href')) ?? '')).text();
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') ?? undefined);
    expect(event.startDate.toJSDate().getTime()).toBe(begins.getTime());
    expect(event.duration.toSeconds()).toBe(3600);
  });

  await test.step('live', async () => {
    await instance.publish('tonight', forum(new Date(Date.now() - 60_000), `stream = "${broadcast.address}"`));
    broadcast.asked.length = 0;
    await page.goto(ofTonight(language));
    await expect(main.getByText(words('watch-from', { hosts: new URL(broadcast.origin).host }))).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(broadcast.asked, 'before the press nobody asks there').toEqual([]);
    await expectAccessible(page);
    if (scripts) {
      await main.getByRole('button', { name: words('watch-now') }).click();
      await expect.poll(() => played(page), { timeout: 20_000 }).toBeGreaterThan(0.5);
      expect(broadcast.asked).toContain('live.m3u8');
      await expect(page.locator('#watch-says')).toBeEmpty();
      await expectAccessible(page);
    } else {
      await expect(main.getByRole('link', { name: broadcast.address })).toBeVisible();
    }
  });

  await test.step('a stream that is dead says so, and what else there is', async () => {
    await instance.publish('tonight', forum(new Date(Date.now() - 60_000), `stream = "${broadcast.origin}/nothing.m3u8"`));
    await page.goto(ofTonight(language));
    if (!scripts) return;
    guard.allow(/404 \(Not Found\)/);
    await main.getByRole('button', { name: words('watch-now') }).click();
    await expect(page.locator('#watch-says')).toHaveText(words('watch-failed'), { timeout: 20_000 });
    await expect(main.getByRole('button', { name: words('watch-now') })).toBeVisible();
    await expect(main.getByRole('link', { name: '+855 00 000 000' })).toBeVisible();
  });

  await test.step('what is no stream says so', async () => {
    await instance.publish('tonight', forum(new Date(Date.now() - 60_000), `stream = "${broadcast.origin}/page.m3u8"`));
    await page.goto(ofTonight(language));
    if (!scripts) return;
    await main.getByRole('button', { name: words('watch-now') }).click();
    await expect(page.locator('#watch-says')).toHaveText(words('watch-wrong'), { timeout: 20_000 });
  });

  await test.step('at a company: nobody there is asked before the press, and afterwards the one that was named', async () => {
    const there: string[] = [];
    await page.route('https://www.youtube-nocookie.com/**', (route) => {
      there.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Video</title>' });
    });
    guard.allow(/asked another host: https:\/\/www\.youtube-nocookie\.com\//);
    await instance.publish('tonight', forum(new Date(Date.now() - 60_000), 'embed = "https://www.youtube.com/watch?v=abcdefghi-_"'));
    await page.goto(ofTonight(language));
    await expect(main.getByText(words('watch-company', { company: 'YouTube (Google)' }))).toBeVisible();
    await expect(main.getByRole('link', { name: words('watch-at-company', { company: 'YouTube (Google)' }) })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(there).toEqual([]);
    await expectAccessible(page);
    if (!scripts) return;
    await main.getByRole('button', { name: words('watch-now') }).click();
    await expect(page.locator('#stage iframe')).toBeVisible();
    await expect.poll(() => there).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghi-_?autoplay=1&rel=0']);
  });

  await test.step('recorded', async () => {
    const recording = '[recording]\nseconds = 60\nvideo = "when-the-radio-goes-silent.mp4"\n';
    await instance.publish('tonight', forum(new Date(Date.now() - 2 * HOUR), `\f${recording}`));
    await page.goto(ofTonight(language));
    if (scripts) {
      await main.getByRole('button', { name: words('watch-play') }).click();
      await expect.poll(() => played(page)).toBeGreaterThan(0.3);
    } else {
      await expect(main.locator('noscript video')).toHaveAttribute('controls', '');
    }
  });
});

// F12 of the cases: the same instants in a library that is not ours, on nights on which clocks change.
test('calendars hold the right instant around the nights on which clocks change', async ({ page, language, instance }) => {
  const rows = readFileSync(new URL('../tests/inputs/F12.tsv', import.meta.url), 'utf8').trim().split('\n').slice(2);
  const planned = rows.map((row) => row.split('\t')).map(([number = '', typed = '', zone = '', , , , , utc = '']) => ({ slug: `f12-${number}`, typed, zone, utc }));
  expect(new Set(planned.map(({ zone }) => zone)).size).toBe(3);
  const documents = planned.map(({ slug, typed, zone }): [string, string] => {
    const [date, from = ''] = typed.split(' ');
    const until = `${String((Number(from.slice(0, 2)) + 1) % 24).padStart(2, '0')}${from.slice(2)}`;
    const toml = forum(new Date(0))
      .replace('"tonight"', `"${slug}"`)
      .replace(/date = ".*"/, `date = "${date}"`)
      .replace(/from = ".*"/, `from = "${from}"`)
      .replace(/until = ".*"/, `until = "${until}"`)
      .replace('"UTC"', `"${zone}"`);
    return [slug, toml];
  });
  await instance.publishAll(documents);
  const text = await (await page.request.get(`${instance.base}/${language}/forums.ics`)).text();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const begins = new Map(calendar.getAllSubcomponents('vevent').map((event) => [String(event.getFirstPropertyValue('url')), new ICAL.Event(event).startDate.toJSDate()]));
  for (const { slug, utc } of planned) {
    expect(begins.get(`${instance.base}/${language}/forums/${slug}`)?.toISOString(), slug).toBe(new Date(`${utc.slice(0, 10)}T${utc.slice(11, 16)}:00Z`).toISOString());
  }
});
