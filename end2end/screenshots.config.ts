// `npm run screenshots`: not a test, but pictures to look at. Into the folder SAMLENG_SCREENSHOTS (end2end/screenshots).

import { defineConfig } from '@playwright/test';
import { common } from './config.ts';
import type { Journey } from './journey.ts';

export default defineConfig<Journey>({ ...common, testMatch: '**/screenshots.ts', projects: [{ name: 'screenshots' }] });
