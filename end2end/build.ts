// Which build the journeys try, and how its program finds the site's files.

import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The environment for server.mjs. The program is the one that SAMLENG_E2E_BINARY names, else what cargo-leptos built last. */
export function chosenBuild(): Record<string, string> {
  const binary = process.env.SAMLENG_E2E_BINARY ?? lastBuilt();
  const folder = dirname(binary);
  // A release folder knows where everything is.
  if (existsSync(join(folder, 'site'))) return { SAMLENG_E2E_BINARY: binary, SAMLENG_E2E_SETTINGS: join(folder, 'Leptos.toml') };
  // What lies in target/ is told by the same variables as cargo-leptos sets.
  return {
    SAMLENG_E2E_BINARY: binary,
    SAMLENG_E2E_SETTINGS: inProject('Leptos.toml'),
    LEPTOS_OUTPUT_NAME: 'samleng',
    LEPTOS_SITE_ROOT: inProject('target/site'),
    LEPTOS_SITE_PKG_DIR: 'pkg',
    LEPTOS_HASH_FILES: 'true',
    LEPTOS_HASH_FILE_NAME: 'hash.txt',
  };
}

/** Both profiles write target/site; its files belong to the one whose hash.txt is newer. */
function lastBuilt(): string {
  const built = ['debug', 'release']
    .map((profile) => ({ program: inProject(`target/${profile}/samleng`), hashes: inProject(`target/${profile}/hash.txt`) }))
    .filter(({ program, hashes }) => existsSync(program) && existsSync(hashes))
    .sort((a, b) => statSync(b.hashes).mtimeMs - statSync(a.hashes).mtimeMs);
  if (!built[0]) throw new Error('Nothing is built yet: `./test journeys`, or `. tools/env` and `cargo leptos build`.');
  return built[0].program;
}
