// An SMTP server from a package, for journeys that begin in a mailbox: it keeps what it takes, as it came.

import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

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
  }

  static async opened(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((ready) => office.server.listen(0, '127.0.0.1', () => ready()));
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The next mail, taken out of the box. */
  async next(): Promise<Arrived> {
    for (let tries = 0; tries < 100; tries += 1) {
      const mail = this.arrived.shift();
      if (mail) return mail;
      await new Promise((soon) => setTimeout(soon, 100));
    }
    throw new Error('No mail came within ten seconds.');
  }

  /** How many mails wait in the box. */
  get waiting(): number {
    return this.arrived.length;
  }

  close(): void {
    this.server.close(() => {});
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
  const { results } = await dkimVerify(mail.raw, { resolver });
  const [first] = results as { status: { result: string }; signingHeaders?: { keys: string } }[];
  return { result: first?.status.result ?? 'none', signed: first?.signingHeaders?.keys ?? '' };
}

/** The address in a mail that signs in. */
export function linkOf(mail: Arrived): string {
  const [link] = /http:\S+\/sign-in\/[0-9a-f]+/.exec(mail.parsed.text ?? '') ?? [];
  if (!link) throw new Error(`The mail has no link: ${mail.parsed.text}`);
  return link;
}
