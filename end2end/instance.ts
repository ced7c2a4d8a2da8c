// An instance of its own for journeys that publish: nobody else's pages change under them.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenBuild } from './build.ts';

const CONTENT = fileURLToPath(new URL('../content/demo', import.meta.url));

export class Instance {
  readonly base: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'samleng-instance-'));
  private readonly build = chosenBuild();
  private readonly server: ChildProcess;

  private constructor(
    port: number,
    private readonly settings: Record<string, string>,
  ) {
    this.base = `http://localhost:${port}`;
    this.server = spawn(this.build.SAMLENG_E2E_BINARY ?? '', ['serve', ...this.where, '--addr', `127.0.0.1:${port}`, '--demo', CONTENT], {
      env: this.environment,
      stdio: 'ignore',
    });
  }

  /** Starts with the demo in a new data folder, and with these settings in the environment. */
  static async started(settings: Record<string, string> = {}): Promise<Instance> {
    const instance = new Instance(await freePort(), settings);
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await fetch(`${instance.base}/health`).catch(() => null))?.ok) return instance;
      await new Promise((soon) => setTimeout(soon, 100));
    }
    throw new Error('The instance did not start.');
  }

  /** Publishes a document as an operator does; its recordings and transcripts are those of the demo. */
  publish(slug: string, toml: string): Promise<void> {
    return this.publishAll([[slug, toml]]);
  }

  async publishAll(all: [slug: string, toml: string][]): Promise<void> {
    const documents = join(this.folder, 'content');
    for (const beside of ['media', 'recordings']) {
      if (!existsSync(join(documents, beside))) cpSync(join(CONTENT, beside), join(documents, beside), { recursive: true });
    }
    const files = all.map(([slug, toml]) => {
      const file = join(documents, 'forums', `${slug}.toml`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, toml);
      return file;
    });
    const done = spawnSync(this.build.SAMLENG_E2E_BINARY ?? '', ['publish', ...this.where, ...files], { env: this.environment, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
    // The server looks each second.
    await new Promise((soon) => setTimeout(soon, 1_500));
  }

  /** Publishes an alert, and does not wait until it shows. */
  publishNow(slug: string, toml: string): void {
    const folder = join(this.folder, 'content', 'alerts');
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(this.folder, 'content', 'media'))) cpSync(join(CONTENT, 'media'), join(this.folder, 'content', 'media'), { recursive: true });
    writeFileSync(join(folder, `${slug}.toml`), toml);
    this.command('publish', join(folder, `${slug}.toml`));
  }

  /** Runs a command of the program beside the server. */
  command(...words: string[]): string {
    const done = spawnSync(this.build.SAMLENG_E2E_BINARY ?? '', [...words, ...this.where], { env: this.environment, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
    return done.stdout;
  }

  stop(): void {
    this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get where(): string[] {
    return ['--settings', this.build.SAMLENG_E2E_SETTINGS ?? '', '--data', join(this.folder, 'data')];
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, ...this.build, SAMLENG_PUBLIC_URL: this.base, ...this.settings };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
