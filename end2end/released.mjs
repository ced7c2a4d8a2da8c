// The release, serving the demo from a new data folder for as long as it is measured.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPort } from './ports.mjs';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Calls `measure` with the address of the release; afterwards nothing of it is left.
 *
 * @param {(base: string) => Promise<void>} measure
 */
export async function withRelease(measure) {
  return withPublishing((base) => measure(base));
}

/**
 * The same, where documents of one's own are published too: by their TOML, beside files of the demo and of one's own.
 *
 * @param {(base: string, publish: (toml: string, files?: Record<string, string>) => Promise<void>, data: string) => Promise<void>} measure
 */
export async function withPublishing(measure) {
  const folder = mkdtempSync(join(tmpdir(), 'samleng-released-'));
  const { base, server } = await onPort((port) => served(port, folder));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  /** @param {string} toml @param {Record<string, string>} files */
  const publish = async (toml, files = {}) => {
    const content = join(folder, 'content');
    mkdirSync(join(content, 'media'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(content, 'media', name), text);
    writeFileSync(join(content, 'document.toml'), toml);
    const done = spawnSync('dist/samleng', ['publish', ...where(folder), join(content, 'document.toml')], { ...of(base), encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
    // The server looks each second.
    await new Promise((soon) => setTimeout(soon, 1_500));
  };
  try {
    await measure(base, publish, folder);
  } finally {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
const where = (folder) => ['--settings', 'dist/Leptos.toml', '--data', folder];

/** @param {string} base */
const of = (base) => ({ cwd: new URL('..', import.meta.url), env: { ...process.env, SAMLENG_PUBLIC_URL: base } });

/**
 * The release, once it says that it is there; null where somebody else has the port.
 *
 * @param {number} port @param {string} folder
 * @returns {Promise<{ base: string, server: import('node:child_process').ChildProcess } | null>}
 */
function served(port, folder) {
  const base = `http://localhost:${port}`;
  const words = ['serve', ...where(folder), '--addr', `127.0.0.1:${port}`, '--demo', 'dist/demo'];
  const server = spawn('dist/samleng', words, { ...of(base), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (/** @type {Buffer} */ text) => {
        said += text;
        if (said.includes('Samleng is at ')) resolve({ base, server });
      });
    }
    server.once('error', reject);
    server.once('close', () => (/cannot be listened on: .*in use/.test(said) ? resolve(null) : reject(new Error(`The release ended.\n${said}`))));
  });
}
