// A forum from its announcement to its recording: taken into the calendar, watched live, played again. The stream is a real one
// (broadcast.ts), and the instance is this journey's own.

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
