// Which build the journeys try, and how its program finds the site's files.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export interface Build {
  program: string;
  settings: string;
  environment: Record<string, string>;
}

/** The program that SAMLENG_E2E_BINARY names, else the development build. */
export function chosenBuild(): Build {
  const program = process.env.SAMLENG_E2E_BINARY ?? inProject('target/debug/samleng');
  const folder = dirname(program);
  // A release folder knows where everything is.
  if (existsSync(join(folder, 'site'))) return { program, settings: join(folder, 'Leptos.toml'), environment: {} };
  if (!existsSync(program) || !existsSync(join(folder, 'hash.txt'))) throw new Error(`${program} is not built yet: \`./test journeys\` builds it.`);
  // What lies in target/ is told by the same variables as cargo-leptos sets.
  return {
    program,
    settings: inProject('Leptos.toml'),
    environment: {
      LEPTOS_OUTPUT_NAME: 'samleng',
      LEPTOS_SITE_ROOT: inProject('target/site'),
      LEPTOS_SITE_PKG_DIR: 'pkg',
      LEPTOS_HASH_FILES: 'true',
      LEPTOS_HASH_FILE_NAME: 'hash.txt',
    },
  };
}
