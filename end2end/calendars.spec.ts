// F12 of the cases: the instants of forums in a calendar, read by a library that is not ours, on nights on which clocks change.

import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { forum } from './forum.ts';
import { Instance } from './instance.ts';
import { expect, test } from './journey.ts';

test('calendars hold the right instant around the nights on which clocks change', async ({ page, language }) => {
  const instance = await Instance.started();
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
  await instance.stop();
});
