// What journeys ask of the player.

import type { Page } from '@playwright/test';

/** The forum of the demo that was recorded. */
export const RECORDED = 'when-the-radio-goes-silent';

/** How far what is played has come, in seconds. */
export const played = (page: Page) => page.locator('#media').evaluate((media) => (media as HTMLMediaElement).currentTime);
