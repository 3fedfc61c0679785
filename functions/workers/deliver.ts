import type { Mailer } from '#functions/gateways/email.ts';
import type { Logger } from '#functions/runtime/logger.ts';
import type { NewSecret } from '#functions/runtime/secrets.ts';
import { claim, letGo, noteSent } from '#functions/store/delivery.ts';
import type { Table } from '#functions/store/table.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { MailWords } from '#shared/text/en/mail.ts';

/** What mails are made with. `secret` makes the tokens of links, which exist in the mail alone. */
export type Mailing = {
  table: Table;
  mailer: Mailer;
  origin: string;
  now: () => Instant;
  secret: NewSecret;
  log: Logger;
};

/** One mail to be sent: `id` names whom in marks and logs, never the address. `write` may make a link, so it comes last. */
export type Letter = { id: string; to: string; write: () => MailWords | Promise<MailWords> };

/**
 * Sends one mail of one event once: claimed before, noted after, let go when the sending fails. Only a
 * death between the provider's yes and our note can double a mail.
 */
export async function deliver(deps: Mailing, event: Envelope, letter: Letter): Promise<void> {
  const delivery = { eventId: event.id, to: letter.id };
  const claimed = await claim(deps.table, delivery, deps.now());
  if (claimed === 'sent') return;
  if (claimed === 'busy') throw new Error('This mail is being sent elsewhere: ask again');
  try {
    await deps.mailer.send({ to: letter.to, key: event.id, ...(await letter.write()) });
  } catch (error) {
    await letGo(deps.table, delivery);
    throw error;
  }
  await noteSent(deps.table, delivery, deps.now());
}
