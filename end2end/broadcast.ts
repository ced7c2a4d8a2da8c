// A real broadcast: ffmpeg makes an HLS stream of a test picture and a tone as time goes by, and a server of its own gives it to
// other sites' pages, as those of Owncast, PeerTube or MediaMTX do.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { until } from './patience.ts';
import { listen } from './ports.mjs';

const KINDS: Record<string, string> = { m3u8: 'application/vnd.apple.mpegurl', ts: 'video/mp2t' };

export class Broadcast {
  readonly origin: string;
  /** Every path that a browser asked for. */
  readonly asked: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'samleng-broadcast-'));
  private readonly ffmpeg: ChildProcess;

  private constructor(
    private readonly server: Server,
    port: number,
  ) {
    this.origin = `http://127.0.0.1:${port}`;
    server.on('request', (request, response) => {
      const name = basename(new URL(request.url ?? '/', this.origin).pathname);
      this.asked.push(name);
      const file = join(this.folder, name);
      const kind = KINDS[name.split('.').at(-1) ?? ''];
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (name === 'page.m3u8') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Not a stream</title>');
      if (!kind || !existsSync(file)) return response.writeHead(404).end();
      return response.writeHead(200, { 'Content-Type': kind, 'Cache-Control': 'no-store' }).end(readFileSync(file));
    });
    this.ffmpeg = spawn(
      'ffmpeg',
      [
        ...['-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=10'],
        ...['-re', '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=44100'],
        ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '10', '-c:a', 'aac', '-b:a', '48k'],
        ...['-f', 'hls', '-hls_time', '1', '-hls_list_size', '6', '-hls_flags', 'delete_segments', join(this.folder, 'live.m3u8')],
      ],
      { stdio: 'inherit' },
    );
    process.once('exit', this.kill);
  }

  /** Begins, and comes back when there is something to see. */
  static async begun(): Promise<Broadcast> {
    const server = createServer();
    const broadcast = new Broadcast(server, await listen(server));
    await until('the beginning of a broadcast', () => broadcast.hasBegun);
    return broadcast;
  }

  get address(): string {
    return `${this.origin}/live.m3u8`;
  }

  async end(): Promise<void> {
    const over = new Promise((resolve) => this.ffmpeg.on('exit', resolve));
    this.kill();
    await over;
    process.off('exit', this.kill);
    this.server.close();
    this.server.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Nothing stays behind when a worker is ended at once. */
  private readonly kill = () => this.ffmpeg.kill('SIGKILL');

  private get hasBegun(): boolean {
    const list = join(this.folder, 'live.m3u8');
    return existsSync(list) && readFileSync(list, 'utf8').split('.ts').length > 3;
  }
}
