import { defineConfig } from '@playwright/test';
import { common, desktop, phone } from './config.ts';
import type { Journey } from './journey.ts';

const en = { language: 'en', locale: 'en-US' } as const;
const km = { language: 'km', locale: 'km-KH' } as const;

// What is only to be seen with scripts; and what must do without them.
const awake = ['composer', 'forums', 'keyboard', 'leave', 'mailto', 'main-job', 'passkeys', 'safety-question', 'steps-by-scripts'];
// Whatever the language.
const once = ['bar', 'hydration', 'mail', 'privacy', 'reading', 'refusals'];
// A forum as it is broadcast and recorded; watching takes as long as what is watched.
const forum = ['forum-life', 'quoting', 'following', 'steps'];
const asleep = ['composer-without-scripts', 'forums', 'leave-without-scripts', 'main-job', 'refusals', 'safety-question'];
// These walk through all languages by themselves.
const walks = ['another-language', 'error-pages', 'every-page', 'first-screen', 'html', 'same-for-everybody', 'screen-reader'];

const specs = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`);

export default defineConfig<Journey>({
  ...common,
  projects: [
    { name: 'phone-en', use: { ...phone, ...en }, testMatch: specs(...awake, ...walks, ...once, 'following', 'steps') },
    { name: 'phone-km', use: { ...phone, ...km }, testMatch: specs(...awake, ...forum, 'watching', 'counting') },
    { name: 'phone-en-nojs', use: { ...phone, ...en, javaScriptEnabled: false }, testMatch: specs(...asleep, 'bar', 'mailto', 'reading', 'steps') },
    { name: 'phone-km-nojs', use: { ...phone, ...km, javaScriptEnabled: false }, testMatch: specs(...asleep, ...forum) },
    { name: 'desktop-en', use: { ...desktop, ...en }, testMatch: specs('composer', 'forums', 'keyboard', 'leave', 'main-job', 'passkeys', ...forum, 'watching') },
    { name: 'desktop-en-nojs', use: { ...desktop, ...en, javaScriptEnabled: false }, testMatch: specs(...forum) },
    // The release only: a development build is several times as large.
    ...(process.env.SAMLENG_E2E_SIZES ? [{ name: 'sizes', use: { ...phone, ...en }, testMatch: specs('sizes') }] : []),
  ],
});
