// An SMTP server from a package, for journeys that begin in a mailbox: it keeps what it takes, as it came.

import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { now } from './clock.ts';
import { until } from './patience.ts';
import { listen } from './ports.mjs';

export const DKIM_KEY = fileURLToPath(new URL('../tests/keys/dkim.pem', import.meta.url));

/** A mail that came. */
export interface Arrived {
  to: string;
  raw: Buffer;
  parsed: Email;
}

export class PostOffice {
  private readonly arrived: Arrived[] = [];
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          void PostalMime.parse(raw).then((parsed) => {
            for (const { address } of session.envelope.rcptTo) this.arrived.push({ to: address, raw, parsed });
            done();
          });
        });
      },
    });
    // A port in use is told to whoever listens, and a connection that breaks off is the sender's matter.
    this.server.on('error', () => {});
  }

  /** As settings name it. */
  url = '';

  static async opened(): Promise<PostOffice> {
    const office = new PostOffice();
    office.url = `smtp://127.0.0.1:${await listen(office.server.server)}`;
    return office;
  }

  /** The next mail, taken out of the box. */
  next(): Promise<Arrived> {
    return until('a mail', () => this.arrived.shift());
  }

  /** How many mails wait in the box. */
  get waiting(): number {
    return this.arrived.length;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(closed));
  }
}

/** What a verifier that is not ours says of a mail's signature, asked for the key of the tests. */
export async function signatureOf(mail: Arrived): Promise<{ result: string; signed: string }> {
  const pem = readFileSync(DKIM_KEY, 'utf8').replace(/^[^-].*\n/, '');
  const key = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
  const resolver = async (name: string) => {
    if (name !== 'samleng._domainkey.samleng.example') throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
    return [[`v=DKIM1; k=rsa; p=${key}`]];
  };
  const { results } = await dkimVerify(mail.raw, { resolver, curTime: now() });
  const [first] = results as { status: { result: string }; signingHeaders?: { keys: string } }[];
  return { result: first?.status.result ?? 'none', signed: first?.signingHeaders?.keys ?? '' };
}

/** The address in a mail that signs in. */
export function linkOf(mail: Arrived): string {
  const [link] = /http:\S+\/sign-in\/[0-9a-f]+/.exec(mail.parsed.text ?? '') ?? [];
  if (!link) throw new Error(`The mail has no link: ${mail.parsed.text}`);
  return link;
}
