// What every Playwright run here shares: Debian's Chromium, one patience, and no way to any other machine.

import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
// Chooses the day of the run before any worker begins.
import './clock.ts';
import type { Journey } from './journey.ts';
import { PATIENCE } from './patience.ts';

/** Where "Leave now" leads in the journeys; they answer for it themselves. */
export const NEUTRAL_SITE = 'https://neutral.example/';

/** What the longest journey takes ten times over. */
const LONGEST = 600_000;

export const common: PlaywrightTestConfig<Journey> = defineConfig<Journey>({
  testDir: '.',
  outputDir: 'results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // One that passes at the second try has failed.
  retries: 0,
  workers: Number(process.env.SAMLENG_E2E_WORKERS ?? 2),
  timeout: LONGEST,
  expect: { timeout: PATIENCE },
  reporter: 'list',
  use: {
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
    screenshot: 'only-on-failure',
    launchOptions: {
      // tools/sure moves the clock of all programs by a library that Chromium stumbles over.
      env: withoutFaketime(process.env),
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
});

export const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const desktop = { viewport: { width: 1280, height: 800 } };

function withoutFaketime({ LD_PRELOAD: _, FAKETIME: __, ...environment }: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? '']));
}
