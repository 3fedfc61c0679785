import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '#shared/model/dates.ts';

/** Nobody reads a form and answers it sooner; machines do. */
const LEAST_MS = 3_000;
/** A form left open for longer is shown anew, with what was typed. */
const MOST_MS = 24 * 3_600_000;

const signed = (text: string, secret: string) =>
  createHmac('sha256', `form|${secret}`).update(text).digest('base64url').slice(0, 22);

/** What a shown form carries: when it was shown and a name of its own, signed. Holds nothing of who asked. */
export function formToken(at: Instant, nonce: string, secret: string): string {
  const text = `${Date.parse(at).toString(36)}.${nonce}`;
  return `${text}.${signed(text, secret)}`;
}

/** What a form token says: fit to be taken, with the name of the form it came with; or why not. */
export type ReadToken = { kind: 'fit'; nonce: string } | { kind: 'too_fast' } | { kind: 'stale' };

/** Judges the token of a form that was sent. One of another day, cut, or made up is `stale`: show the form anew. */
export function readFormToken(token: string, now: Instant, secrets: readonly string[]): ReadToken {
  const [shown = '', nonce = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature);
  const ours = secrets.some((secret) => {
    const wanted = Buffer.from(signed(`${shown}.${nonce}`, secret));
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  });
  const age = Date.parse(now) - Number.parseInt(shown, 36);
  if (!ours || age > MOST_MS) return { kind: 'stale' };
  return age < LEAST_MS ? { kind: 'too_fast' } : { kind: 'fit', nonce };
}
