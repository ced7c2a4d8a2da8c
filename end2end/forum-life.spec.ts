// A forum from its announcement to its recording: taken into the calendar, watched live, played again. The stream is a real one
// (broadcast.ts), and the instance is this journey's own.

import ICAL from 'ical.js';
import { expectAccessible } from './axe.ts';
import { Broadcast } from './broadcast.ts';
import { now } from './clock.ts';
import { forum, HOUR } from './forum.ts';
import { Instance } from './instance.ts';
import { expect, scriptsRun, test as journey, visit } from './journey.ts';
import { played } from './player.ts';

const test = journey.extend<object, { instance: Instance; broadcast: Broadcast }>({
  instance: [
    async ({}, use) => {
      const instance = await Instance.started();
      await use(instance);
      await instance.stop();
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

const aMinuteAgo = () => new Date(now().getTime() - 60_000);

const ofTonight = (language: string) => `/${language}/forums/tonight`;

test('announced, in the calendar, live, and recorded', async ({ page, language, words, guard, instance, broadcast }) => {
  const scripts = await scriptsRun(page);
  const main = page.getByRole('main');
  guard.allow(new RegExp(`asked another host: ${broadcast.origin}`));

  await test.step('announced, and taken into the calendar', async () => {
    const begins = new Date(Math.ceil(now().getTime() / HOUR) * HOUR + 48 * HOUR);
    await instance.publish('tonight', forum(begins));
    await visit(page, ofTonight(language));
    await expect(main.locator('#watch')).toHaveCount(0);
    const link = main.getByRole('link', { name: words('forum-to-calendar'), exact: true });
    const text = await (await page.request.get((await link.getAttribute('href')) ?? '')).text();
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') ?? undefined);
    expect(event.startDate.toJSDate().getTime()).toBe(begins.getTime());
    expect(event.duration.toSeconds()).toBe(3600);
  });

  await test.step('live', async () => {
    await instance.publish('tonight', forum(aMinuteAgo(), `stream = "${broadcast.address}"`));
    broadcast.asked.length = 0;
    await visit(page, ofTonight(language));
    await expect(main.getByText(words('watch-from', { hosts: new URL(broadcast.origin).host }))).toBeVisible();
    expect(broadcast.asked, 'before the press nobody asks there').toEqual([]);
    await expectAccessible(page);
    if (scripts) {
      await main.getByRole('button', { name: words('watch-now') }).click();
      await expect.poll(() => played(page)).toBeGreaterThan(0.5);
      expect(broadcast.asked).toContain('live.m3u8');
      await expect(page.locator('#watch-says')).toBeEmpty();
      await expectAccessible(page);
    } else {
      await expect(main.getByRole('link', { name: broadcast.address })).toBeVisible();
    }
  });

  await test.step('a stream that is dead says so, and what else there is', async () => {
    await instance.publish('tonight', forum(aMinuteAgo(), `stream = "${broadcast.origin}/nothing.m3u8"`));
    await visit(page, ofTonight(language));
    if (!scripts) return;
    guard.allow(/404 \(Not Found\)/);
    await main.getByRole('button', { name: words('watch-now') }).click();
    await expect(page.locator('#watch-says')).toHaveText(words('watch-failed'));
    await expect(main.getByRole('button', { name: words('watch-now') })).toBeVisible();
    await expect(main.getByRole('link', { name: '+855 00 000 000' })).toBeVisible();
  });

  await test.step('what is no stream says so', async () => {
    await instance.publish('tonight', forum(aMinuteAgo(), `stream = "${broadcast.origin}/page.m3u8"`));
    await visit(page, ofTonight(language));
    if (!scripts) return;
    await main.getByRole('button', { name: words('watch-now') }).click();
    await expect(page.locator('#watch-says')).toHaveText(words('watch-wrong'));
  });

  await test.step('at a company: nobody there is asked before the press, and afterwards the one that was named', async () => {
    const there: string[] = [];
    await page.route('https://www.youtube-nocookie.com/**', (route) => {
      there.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Video</title>' });
    });
    guard.allow(/asked another host: https:\/\/www\.youtube-nocookie\.com\//);
    await instance.publish('tonight', forum(aMinuteAgo(), 'embed = "https://www.youtube.com/watch?v=abcdefghi-_"'));
    await visit(page, ofTonight(language));
    await expect(main.getByText(words('watch-company', { company: 'YouTube (Google)' }))).toBeVisible();
    await expect(main.getByRole('link', { name: words('watch-at-company', { company: 'YouTube (Google)' }) })).toBeVisible();
    expect(there).toEqual([]);
    await expectAccessible(page);
    if (!scripts) return;
    await main.getByRole('button', { name: words('watch-now') }).click();
    await expect(page.locator('#stage iframe')).toBeVisible();
    await expect.poll(() => there).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghi-_?autoplay=1&rel=0']);
  });

  await test.step('recorded', async () => {
    const recording = '[recording]\nseconds = 60\nvideo = "when-the-radio-goes-silent.mp4"\n';
    await instance.publish('tonight', forum(new Date(now().getTime() - 2 * HOUR), `\f${recording}`));
    await visit(page, ofTonight(language));
    if (scripts) {
      await main.getByRole('button', { name: words('watch-play') }).click();
      await expect.poll(() => played(page)).toBeGreaterThan(0.3);
    } else {
      await expect(main.locator('noscript video')).toHaveAttribute('controls', '');
    }
  });
});
