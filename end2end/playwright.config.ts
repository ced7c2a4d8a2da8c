import { readdirSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { common, desktop, phone } from './config.ts';
import type { Journey } from './journey.ts';

const en = { language: 'en', locale: 'en-US' } as const;
const km = { language: 'km', locale: 'km-KH' } as const;
const asleep = { javaScriptEnabled: false } as const;

const places = {
  'phone-en': { ...phone, ...en },
  'phone-km': { ...phone, ...km },
  'phone-en-asleep': { ...phone, ...en, ...asleep },
  'phone-km-asleep': { ...phone, ...km, ...asleep },
  'desktop-en': { ...desktop, ...en },
} as const;
type Place = keyof typeof places;

// Whole journeys: on a phone in Khmer and a desktop in English; and on a phone without scripts.
const AWAKE: Place[] = ['phone-km', 'desktop-en'];
const EITHER_WAY: Place[] = [...AWAKE, 'phone-km-asleep'];
// What is the same in each language, or walks through all of them by itself.
const ONCE: Place[] = ['phone-en'];
const ONCE_EITHER_WAY: Place[] = ['phone-en', 'phone-en-asleep'];

/** Where each journey is made. */
const journeys: Record<string, Place[]> = {
  'main-job': [...EITHER_WAY, 'phone-en', 'phone-en-asleep'],
  accounts: EITHER_WAY,
  'another-language': ONCE,
  bar: ONCE_EITHER_WAY,
  composer: AWAKE,
  'composer-without-scripts': ['phone-en-asleep', 'phone-km-asleep'],
  counting: ['phone-km'],
  'error-pages': ONCE,
  'every-page': ONCE,
  'first-screen': ONCE,
  following: EITHER_WAY,
  'forum-life': EITHER_WAY,
  forums: [...EITHER_WAY, 'phone-en-asleep'],
  html: ONCE,
  hydration: ONCE,
  keyboard: AWAKE,
  'laid-out': ONCE_EITHER_WAY,
  leave: AWAKE,
  'leave-without-scripts': ['phone-en-asleep', 'phone-km-asleep'],
  mail: ONCE,
  mailto: ['phone-km', 'phone-en-asleep'],
  passkeys: AWAKE,
  privacy: ONCE,
  quoting: EITHER_WAY,
  reading: ONCE_EITHER_WAY,
  refusals: ['phone-en', 'phone-km-asleep'],
  'safety-question': ['phone-km', 'phone-en-asleep'],
  'same-for-everybody': ONCE,
  'screen-reader': ONCE,
  steps: EITHER_WAY,
  'steps-by-scripts': AWAKE,
  watching: AWAKE,
};

// The release only: a development build is several times as large.
const release: Record<string, Place[]> = { sizes: process.env.SAMLENG_E2E_SIZES ? ONCE : [] };

const placed = Object.entries({ ...journeys, ...release });
const forgotten = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.spec.ts'))
  .filter((file) => !placed.some(([name]) => file === `${name}.spec.ts`));
if (forgotten.length > 0) throw new Error(`Journeys that are made nowhere: ${forgotten.join(', ')}`);

export default defineConfig<Journey>({
  ...common,
  projects: Object.entries(places).map(([name, use]) => ({
    name,
    use,
    testMatch: placed.filter(([, where]) => where.some((place) => place === name)).map(([spec]) => `**/${spec}.spec.ts`),
  })),
});
