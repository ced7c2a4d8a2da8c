// How long a journey waits for anything: long enough for a busy machine, so that it ends only what hangs.

export const PATIENCE = 60_000;

/** Looks again and again until `look` finds something; fails after the patience's end, with what was waited for. */
export async function until<T>(what: string, look: () => T | null | undefined | false | Promise<T | null | undefined | false>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
