import { asCompared } from '#functions/domain/email-address.ts';
import type { PersonDetails } from '#shared/model/person.ts';

/** How a number is compared: digits alone, from 0 however the country was written. */
const nationalNumber = (phone: string): string => phone.replace(/\D/g, '').replace(/^(00)?44(0)?/, '0');

/**
 * By what a team recognises that it has already referred somebody, in the form that is fingerprinted and
 * never stored. Undefined when the person is reached through the link worker, who knows them.
 */
export function recognisedBy({ channel }: PersonDetails): string | undefined {
  if (channel.kind === 'phone') return `phone:${nationalNumber(channel.phone)}`;
  if (channel.kind === 'email') return `email:${asCompared(channel.email)}`;
  return undefined;
}
