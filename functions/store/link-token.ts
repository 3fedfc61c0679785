import * as z from 'zod/mini';
import { LINK_PURPOSES, type LinkLife, lifeOf, linkEnds } from '#functions/domain/links/life.ts';
import { hashOf, type NewSecret } from '#functions/runtime/secrets.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { ttlAfter } from './expiry.ts';
import { sessionKeys } from './keys.ts';
import { record } from './record.ts';
import type { Table, Write } from './table.ts';

/**
 * What a mailed link leads to. `subject` is the id of the thing (a group, a registration, a referral),
 * `holder` the id of whom it was mailed to. Nothing here can be turned back into the link.
 */
export const Link = z.strictObject({
  purpose: z.enum(LINK_PURPOSES),
  area: AreaId,
  subject: z.string(),
  holder: z.string(),
  endsAt: Instant,
});
export type Link = z.infer<typeof Link>;
/** The newest link of one purpose, thing and person: a link that is not the newest has been replaced. */
const Newest = z.strictObject({ hash: z.string(), usedAt: z.nullable(Instant) });

export const linkRecord = record('link', Link);
export const newestLinkRecord = record('newest link', Newest);

export type LinkTo = Omit<Link, 'endsAt'>;
/** A link that works now; `version` is what its use is conditioned on. */
export type LiveLink = Link & { hash: string; version: number };
export type FoundLink = { life: 'live'; link: LiveLink } | { life: Exclude<LinkLife, 'live'>; link: Link };

const RACES = 5;
/** How long after its end we can still say that a link has run out, rather than that we do not know it. */
export const LINK_REMEMBERED_DAYS = 60;
const ttlOf = (endsAt: Instant) => ttlAfter(endsAt, LINK_REMEMBERED_DAYS);
const newestKey = ({ purpose, area, subject, holder }: LinkTo) =>
  sessionKeys.newestLink(purpose, area, `${subject}#${holder}`);

/** A token and the writes that make its link the newest, for a transaction that makes more than the link. */
export async function newLink(
  { table, secret }: { table: Table; secret: NewSecret },
  to: LinkTo,
  now: Instant,
): Promise<{ token: string; writes: Write[] }> {
  const link: Link = { ...to, endsAt: linkEnds(to.purpose, now) };
  const ttl = ttlOf(link.endsAt);
  const token = secret();
  const hash = hashOf(token);
  const before = await table.get('sessions', newestKey(to));
  const version = before === undefined ? 0 : newestLinkRecord.fromItem(before).version;
  const newest = { hash, usedAt: null };
  const item = newestLinkRecord.toItem(newestKey(to), newest, version + 1, { ttl });
  const expected = before === undefined ? 'absent' : { version };
  const made = linkRecord.toItem(sessionKeys.link(hash), link, 1, { ttl });
  return {
    token,
    writes: [
      { kind: 'put', table: 'sessions', item: made, expected: 'absent' },
      { kind: 'put', table: 'sessions', item, expected },
    ],
  };
}

/**
 * Makes a link and answers its token: 32 random bytes that are kept nowhere, only their hash. Whatever
 * link this person had for the same thing works no longer. Called by the worker that mails it.
 */
export async function makeLink(
  deps: { table: Table; secret: NewSecret },
  to: LinkTo,
  now: Instant,
): Promise<string> {
  for (let race = 0; race < RACES; race += 1) {
    const { token, writes } = await newLink(deps, to, now);
    if ((await deps.table.transact(writes)).ok) return token;
  }
  throw new Unavailable('storage', new Error('A new link lost every race'));
}

/** What a token leads to and whether it still works; undefined for one we never made. Reads only. */
export async function findLink(table: Table, token: string, now: Instant): Promise<FoundLink | undefined> {
  const hash = hashOf(token);
  const item = await table.get('sessions', sessionKeys.link(hash));
  if (item === undefined) return undefined;
  const link = linkRecord.fromItem(item).value;
  const stored = await table.get('sessions', newestKey(link));
  const newest = stored && newestLinkRecord.fromItem(stored);
  const life = lifeOf({ ...link, hash, newest: newest?.value }, now);
  return life === 'live' ? { life, link: { ...link, hash, version: newest?.version ?? 0 } } : { life, link };
}

/** Uses a link up, in the transaction of what it does: of two at once only one commits. */
export const linkUsed = (link: LiveLink, now: Instant): Write => ({
  kind: 'put',
  table: 'sessions',
  item: newestLinkRecord.toItem(newestKey(link), { hash: link.hash, usedAt: now }, link.version + 1, {
    ttl: ttlOf(link.endsAt),
  }),
  expected: { version: link.version },
});

/** Changes nothing: fails when the link was replaced since it was looked up. For links that may be used again. */
export const linkStands = (link: LiveLink): Write => ({
  kind: 'check',
  table: 'sessions',
  key: newestKey(link),
  expected: { version: link.version },
});
