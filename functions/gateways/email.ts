import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { calling } from '#functions/runtime/unavailable.ts';

/** One mail. `key` names what it tells of, so that a provider's log can be matched; it is no content. */
export type Mail = { to: string; subject: string; text: string; key: string };
/** Sends a mail; an outage is thrown as `Unavailable`, a refused address as it came. */
export type Mailer = { send(mail: Mail): Promise<void> };

/** Mail by SES v2: plain text only, from the area's sender. */
export const sesMailer = (client: SESv2Client, from: string): Mailer => ({
  async send({ to, subject, text, key }) {
    const body = { Text: { Data: text, Charset: 'UTF-8' } };
    const simple = { Subject: { Data: subject, Charset: 'UTF-8' }, Body: body };
    await calling('mail', () =>
      client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: { Simple: simple },
          EmailTags: [{ Name: 'key', Value: key }],
        }),
      ),
    );
  },
});

export const sesClient = (): SESv2Client =>
  new SESv2Client({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 6000, throwOnRequestTimeout: true },
  });
