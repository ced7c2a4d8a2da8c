// Journeys with mail: each has an instance of its own, whose mails come to a post office of its own.

import { NEUTRAL_SITE } from './config.ts';
import { Instance } from './instance.ts';
import { test as journey } from './journey.ts';
import { DKIM_KEY, PostOffice } from './post-office.ts';

export const test = journey.extend<{ office: PostOffice; instance: Instance }>({
  office: async ({}, use) => {
    const office = await PostOffice.opened();
    await use(office);
    await office.close();
  },
  instance: async ({ office }, use) => {
    const settings = {
      SAMLENG_SMTP_URL: office.url,
      SAMLENG_MAIL_FROM: 'alerts@samleng.example',
      SAMLENG_DKIM_KEY: DKIM_KEY,
      SAMLENG_LEAVE_TO: NEUTRAL_SITE,
    };
    const instance = await Instance.started({ settings });
    await use(instance);
    await instance.stop();
  },
  baseURL: async ({ instance }, use) => use(instance.base),
});
