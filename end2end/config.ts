// What every Playwright run here shares: one server with the demo, Debian's Chromium, and no way to any other machine.

import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { chosenBuild } from './build.ts';
import type { Journey } from './journey.ts';

/** Where "Leave now" leads in the journeys; they answer for it themselves. */
export const NEUTRAL_SITE = 'https://neutral.example/';

// This file is read again by every worker; what was chosen first is handed down by environment.
process.env.SAMLENG_E2E_PORT ??= String(await freePort());
process.env.SAMLENG_E2E_FOLDER ??= mkdtempSync(join(tmpdir(), 'samleng-end2end-'));
const baseURL = `http://localhost:${process.env.SAMLENG_E2E_PORT}`;

export const common: PlaywrightTestConfig<Journey> = defineConfig<Journey>({
  testDir: '.',
  outputDir: 'results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // One that passes at the second try has failed.
  retries: 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL,
    screenshot: 'only-on-failure',
    launchOptions: {
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
  webServer: {
    command: 'node server.mjs',
    url: `${baseURL}/health`,
    env: {
      ...chosenBuild(),
      SAMLENG_E2E_FOLDER: process.env.SAMLENG_E2E_FOLDER,
      SAMLENG_E2E_LEAVE_TO: NEUTRAL_SITE,
    },
    stderr: 'pipe',
    timeout: 30_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});

export const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const desktop = { viewport: { width: 1280, height: 800 } };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
