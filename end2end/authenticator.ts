// A device that keeps passkeys, as Chromium pretends one: it opens without a finger where the journey says so.

import type { CDPSession, Page } from '@playwright/test';

export interface Kind {
  /** Keeps passkeys that it finds by itself. */
  discoverable: boolean;
  /** Asks who holds it. */
  verifies: boolean;
}

export class Authenticator {
  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  static async of(page: Page, { discoverable, verifies }: Kind = { discoverable: true, verifies: true }): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: verifies ? 'internal' : 'usb',
        hasResidentKey: discoverable,
        hasUserVerification: verifies,
        isUserVerified: verifies,
        automaticPresenceSimulation: true,
      },
    });
    return new Authenticator(session, authenticatorId);
  }

  /** The device is lost, or left at home. */
  async remove(): Promise<void> {
    await this.session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.id });
  }

  /** How many passkeys it keeps. */
  async count(): Promise<number> {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id });
    return credentials.length;
  }

  /** Its counter goes back, as that of a copy would. */
  async turnBackCounter(): Promise<void> {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id });
    await this.session.send('WebAuthn.clearCredentials', { authenticatorId: this.id });
    for (const credential of credentials) {
      await this.session.send('WebAuthn.addCredential', { authenticatorId: this.id, credential: { ...credential, signCount: 0 } });
    }
  }
}
