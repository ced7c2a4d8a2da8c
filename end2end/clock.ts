// The journeys' day is the one for which the demo was written, whatever day it is: the clock of every program and every browser that
// they start is moved by the same offset, and runs on from there.

import type { Browser } from '@playwright/test';

/** The day for which the demo was written; loading it on another day moves all its dates. */
export const WRITTEN_FOR = '2026-11-25';

/** Noon in Phnom Penh. */
const BEGINS = Date.parse(`${WRITTEN_FOR}T05:00:00Z`);

// Chosen when the run begins; workers get it by environment.
process.env.SAMLENG_E2E_OFFSET ??= String(BEGINS - Date.now());
const OFFSET = Number(process.env.SAMLENG_E2E_OFFSET);

export const DAY = 86_400_000;

export function now(): Date {
  return new Date(Date.now() + OFFSET);
}

/** The day that lies so many days after today, as documents write it. */
export function day(after: number): string {
  return new Date(now().getTime() + after * DAY).toISOString().slice(0, 10);
}

/** The environment of a program that starts now. Only a debug build reads it. */
export function clockOfPrograms(): { SAMLENG_CLOCK: string } {
  return { SAMLENG_CLOCK: now().toISOString() };
}

/**
 * Every context of this browser gets the journeys' day. What the browser takes for now is asked of itself: where the machine's clock is
 * moved for the programs (tools/sure), it keeps the real one.
 */
export async function moveClockOf(browser: Browser): Promise<void> {
  const asked = await browser.newContext();
  const page = await asked.newPage();
  const offset = now().getTime() - (await page.evaluate(() => Date.now()));
  await asked.close();
  const made = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await made(options);
    await context.addInitScript(moveDate, offset);
    return context;
  };
}

/** In the page: `Date` alone is moved; timers are as they are. */
function moveDate(offset: number): void {
  const Real = Date;
  const now = () => Real.now() + offset;
  globalThis.Date = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, values, made) => Reflect.construct(target, values.length > 0 ? values : [now()], made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
