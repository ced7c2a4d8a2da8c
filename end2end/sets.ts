// How much is tried: `core` while one works, `main` by `./test`, `everything` by `./test everything`. Each holds the one before it.

export const sets = ['core', 'main', 'everything'] as const;
export type SetName = (typeof sets)[number];

const chosen = (process.env.SAMLENG_E2E_SET ?? 'main') as SetName;
if (!sets.includes(chosen)) throw new Error(`SAMLENG_E2E_SET is ${chosen}, not one of ${sets.join(', ')}.`);

/** Whether the chosen set is this one, or holds it. */
export const holds = (set: SetName): boolean => sets.indexOf(chosen) >= sets.indexOf(set);

/** In `everything` all of them; else the first ones, as further ones of their kind teach little. */
export const inMain = <T>(all: readonly T[], first: number): readonly T[] => (holds('everything') ? all : all.slice(0, first));
