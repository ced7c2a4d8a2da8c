// A running instance of the program, with the demo in a data folder of its own: one for each worker, and one for each journey that
// publishes or mails, so that nobody else's pages change under it.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenBuild } from './build.ts';
import { clockOfPrograms } from './clock.ts';
import { until } from './patience.ts';
import { onPort } from './ports.mjs';

const CONTENT = fileURLToPath(new URL('../content/demo', import.meta.url));

export interface Options {
  /** Settings, as variables of the environment. */
  settings?: Record<string, string>;
  /** Words of the command line beyond `serve`. */
  words?: string[];
}

export class Instance {
  readonly base: string;
  /** Holds the data folder and the log. */
  readonly folder = mkdtempSync(join(tmpdir(), 'samleng-instance-'));
  private readonly build = chosenBuild();
  private readonly server: ChildProcess;
  private readonly ended: Promise<void>;

  private constructor(
    port: number,
    private readonly settings: Record<string, string>,
    words: string[],
  ) {
    this.base = `http://localhost:${port}`;
    const log = openSync(this.log, 'a');
    this.server = spawn(this.build.program, ['serve', ...this.where, '--addr', `127.0.0.1:${port}`, '--demo', CONTENT, ...words], {
      env: this.environment,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.ended = new Promise((resolve) => this.server.once('exit', () => resolve()).once('error', () => resolve()));
    process.once('exit', this.kill);
  }

  /** Starts, and comes back when it answers. */
  static started({ settings = {}, words = [] }: Options = {}): Promise<Instance> {
    return onPort(async (port) => {
      const instance = new Instance(port, settings, words);
      const says = () => readFileSync(instance.log, 'utf8');
      await until('the start of an instance', () => !instance.runs || says().includes('Samleng is at '));
      if (instance.runs) return instance;
      const log = says();
      await instance.stop();
      if (/cannot be listened on: .*in use/.test(log)) return null;
      throw new Error(`The instance did not start.\n${log}`);
    });
  }

  /** Where everything that it said stands. */
  get log(): string {
    return join(this.folder, 'log');
  }

  /** Publishes a forum as an operator does, and waits until it shows; its recordings and transcripts are those of the demo. */
  publish(slug: string, toml: string): Promise<void> {
    return this.publishAll([[slug, toml]]);
  }

  async publishAll(forums: [slug: string, toml: string][]): Promise<void> {
    const shown = () => Promise.all(forums.map(([slug]) => this.revision(`/en/forums/${slug}`)));
    const before = await shown();
    this.command('publish', ...forums.map(([slug, toml]) => this.written('forums', slug, toml)));
    await until('what was published', async () => (await shown()).every((revision, at) => revision !== before[at]));
  }

  /** Publishes an alert as an operator does, and does not wait until it shows. */
  publishAlert(slug: string, toml: string): void {
    this.command('publish', this.written('alerts', slug, toml));
  }

  /** Runs a command of the program beside the server. */
  command(...words: string[]): string {
    const done = spawnSync(this.build.program, [...words, ...this.where], { env: this.environment, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
    return done.stdout;
  }

  /** Comes back when it has ended. */
  async stop(): Promise<void> {
    this.server.kill('SIGTERM');
    await this.ended;
    process.off('exit', this.kill);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get runs(): boolean {
    return this.server.pid !== undefined && this.server.exitCode === null && this.server.signalCode === null;
  }

  /** Nothing stays behind when a worker is ended at once. */
  private readonly kill = () => this.server.kill('SIGKILL');

  /** Changes when the page does. */
  private async revision(path: string): Promise<string> {
    const answer = await fetch(`${this.base}${path}`);
    await answer.arrayBuffer();
    return `${answer.status} ${answer.headers.get('etag')}`;
  }

  private written(kind: string, slug: string, toml: string): string {
    const documents = join(this.folder, 'content');
    for (const beside of ['media', 'recordings']) {
      if (!existsSync(join(documents, beside))) cpSync(join(CONTENT, beside), join(documents, beside), { recursive: true });
    }
    mkdirSync(join(documents, kind), { recursive: true });
    const file = join(documents, kind, `${slug}.toml`);
    writeFileSync(file, toml);
    return file;
  }

  private get where(): string[] {
    return ['--settings', this.build.settings, '--data', join(this.folder, 'data')];
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, ...this.build.environment, ...clockOfPrograms(), SAMLENG_PUBLIC_URL: this.base, ...this.settings };
  }
}
