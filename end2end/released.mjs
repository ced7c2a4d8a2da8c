// The release, serving the demo from a new data folder for as long as it is measured.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'samleng-released-'));
  const base = `http://localhost:${port}`;
  const server = spawn('dist/samleng', ['serve', '--settings', 'dist/Leptos.toml', '--data', folder, '--addr', `127.0.0.1:${port}`, '--demo', 'dist/demo'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, SAMLENG_PUBLIC_URL: base },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  /** @param {string} toml @param {Record<string, string>} files */
  const publish = async (toml, files = {}) => {
    const content = join(folder, 'content');
    mkdirSync(join(content, 'media'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(content, 'media', name), text);
    writeFileSync(join(content, 'document.toml'), toml);
    const done = spawnSync('dist/samleng', ['publish', '--settings', 'dist/Leptos.toml', '--data', folder, join(content, 'document.toml')], {
      cwd: new URL('..', import.meta.url),
      env: { ...process.env, SAMLENG_PUBLIC_URL: base },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
    // The server looks each second.
    await new Promise((soon) => setTimeout(soon, 1_500));
  };
  try {
    for (let tries = 0; tries < 100 && !(await fetch(`${base}/health`).catch(() => null))?.ok; tries += 1) await new Promise((soon) => setTimeout(soon, 100));
    await measure(base, publish, folder);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
