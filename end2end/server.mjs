// Serves the demo from a new data folder until it is told to stop, then removes the folder. Started by Playwright (config.ts),
// which says by environment what to serve and where.

import { spawn } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { SAMLENG_E2E_BINARY, SAMLENG_E2E_SETTINGS, SAMLENG_E2E_PORT, SAMLENG_E2E_FOLDER, SAMLENG_E2E_LEAVE_TO } = process.env;
if (!SAMLENG_E2E_BINARY || !SAMLENG_E2E_SETTINGS || !SAMLENG_E2E_PORT || !SAMLENG_E2E_FOLDER) {
  throw new Error('Which program, settings, port and folder?');
}

const folder = SAMLENG_E2E_FOLDER;
const server = spawn(
  SAMLENG_E2E_BINARY,
  [
    'serve',
    ...['--settings', SAMLENG_E2E_SETTINGS],
    ...['--data', join(folder, 'data')],
    ...['--addr', `127.0.0.1:${SAMLENG_E2E_PORT}`],
    ...['--demo', fileURLToPath(new URL('../content/demo', import.meta.url))],
    '--samples',
  ],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SAMLENG_PUBLIC_URL: `http://localhost:${SAMLENG_E2E_PORT}`,
      SAMLENG_LEAVE_TO: SAMLENG_E2E_LEAVE_TO,
      // All journeys come from one network.
      SAMLENG_SENT_REPORTS_AN_HOUR: '100000',
    },
  },
);

// What it says is read by the journeys too.
const log = createWriteStream(join(folder, 'log'));
for (const [from, to] of /** @type {const} */ ([[server.stdout, process.stdout], [server.stderr, process.stderr]])) {
  from?.pipe(to);
  from?.pipe(log);
}

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
server.on('error', (error) => {
  rmSync(folder, { recursive: true, force: true });
  throw error;
});
