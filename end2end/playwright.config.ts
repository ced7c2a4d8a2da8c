import { readdirSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { common, desktop, phone } from './config.ts';
import type { Journey } from './journey.ts';
import { holds, sets, type SetName } from './sets.ts';

const en = { language: 'en', locale: 'en-US' } as const;
const km = { language: 'km', locale: 'km-KH' } as const;
const fr = { language: 'fr', locale: 'fr-FR' } as const;
const asleep = { javaScriptEnabled: false } as const;

const places = {
  'phone-en': { ...phone, ...en },
  'phone-km': { ...phone, ...km },
  'phone-fr': { ...phone, ...fr },
  'phone-en-asleep': { ...phone, ...en, ...asleep },
  'phone-km-asleep': { ...phone, ...km, ...asleep },
  'desktop-en': { ...desktop, ...en },
} as const;
type Place = keyof typeof places;

/** Where a journey is made in each set; in a larger set also wherever a smaller one makes it. */
type Where = Partial<Record<SetName, Place[]>>;

/** What is the same in each language and on each screen, or walks through all of them by itself. */
const once = (set: SetName): Where => ({ [set]: ['phone-en'] });

const journeys: Record<string, Where> = {
  'main-job': { core: ['phone-km', 'desktop-en', 'phone-km-asleep'], everything: ['phone-en', 'phone-en-asleep'] },
  accounts: { core: ['phone-km'], main: ['phone-km-asleep'], everything: ['desktop-en'] },
  bar: { core: ['phone-en'], main: ['phone-en-asleep'] },
  calendars: once('main'),
  composer: { core: ['phone-km'], everything: ['desktop-en'] },
  'composer-in-use': { main: ['phone-km'], everything: ['desktop-en'] },
  'composer-without-scripts': { core: ['phone-km-asleep'], everything: ['phone-en-asleep'] },
  counting: { main: ['phone-km'] },
  'error-pages': once('main'),
  'every-page': once('core'),
  'first-screen': once('core'),
  following: { core: ['phone-km'], main: ['phone-km-asleep'], everything: ['desktop-en'] },
  'forum-life': { main: ['phone-km', 'phone-km-asleep'], everything: ['desktop-en'] },
  forums: { core: ['phone-km'], main: ['phone-en-asleep'], everything: ['desktop-en', 'phone-km-asleep'] },
  hydration: once('main'),
  keyboard: { core: ['desktop-en'], everything: ['phone-km'] },
  'laid-out': { main: ['phone-en', 'phone-en-asleep'] },
  leave: { core: ['desktop-en'], everything: ['phone-km'] },
  'leave-without-scripts': { core: ['phone-km-asleep'], everything: ['phone-en-asleep'] },
  mail: once('main'),
  mailto: { main: ['phone-km'], everything: ['phone-en-asleep'] },
  passkeys: { core: ['desktop-en'], everything: ['phone-km'] },
  privacy: once('core'),
  quoting: { core: ['phone-km'], main: ['phone-km-asleep'], everything: ['desktop-en'] },
  reading: { core: ['phone-km'], main: ['phone-en-asleep'], everything: ['phone-en', 'phone-fr', 'phone-km-asleep'] },
  refusals: { core: ['phone-km-asleep'], main: ['phone-en'] },
  'safety-question': { core: ['phone-km'], main: ['phone-en-asleep'] },
  'screen-reader': once('core'),
  steps: { core: ['phone-km'], main: ['phone-km-asleep'], everything: ['desktop-en'] },
  'steps-by-scripts': { main: ['phone-km'], everything: ['desktop-en'] },
  watching: { core: ['desktop-en'], everything: ['phone-km'] },
};

// Only where the browser's part is that of a release: a development build is several times as large.
const release: Record<string, Where> = { sizes: process.env.SAMLENG_E2E_SIZES ? once('core') : {} };

const placed = Object.entries({ ...journeys, ...release });
const written = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.spec.ts')).map((file) => file.replace('.spec.ts', ''));
const forgotten = written.filter((file) => !placed.some(([name]) => name === file));
if (forgotten.length > 0) throw new Error(`Journeys that are made nowhere: ${forgotten.join(', ')}`);
const lost = placed.map(([name]) => name).filter((name) => !written.includes(name));
if (lost.length > 0) throw new Error(`Journeys that are not there: ${lost.join(', ')}`);

const isMade = (where: Where, place: string) => sets.some((set) => holds(set) && where[set]?.some((one) => one === place));

export default defineConfig<Journey>({
  ...common,
  projects: Object.entries(places)
    .map(([name, use]) => ({ name, use, testMatch: placed.filter(([, where]) => isMade(where, name)).map(([spec]) => `**/${spec}.spec.ts`) }))
    .filter(({ testMatch }) => testMatch.length > 0),
});
