import type { Referral } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import { belongsTo } from '../membership.ts';
import type { Doer } from './lifecycle.ts';

export type Side = 'sender' | 'reader';
/** How somebody stands to a referral: on which side, and in which role there. */
export type Stand = { side: Side; doer: Extract<Doer, 'link_worker' | 'lw_manager' | 'group_reader'> };

function senderStand(principal: Principal, referral: Referral): Stand | undefined {
  const roles = principal.memberships.flatMap((membership) =>
    'schemeId' in membership && membership.schemeId === referral.schemeId ? [membership.role] : [],
  );
  if (roles.includes('lw_manager')) return { side: 'sender', doer: 'lw_manager' };
  const own = referral.sender.userId === principal.userId && roles.includes('link_worker');
  return own ? { side: 'sender', doer: 'link_worker' } : undefined;
}

function readerStand(principal: Principal, referral: Referral): Stand | undefined {
  const reads = belongsTo(principal, referral.organizationId, ['group_reader']);
  return reads ? { side: 'reader', doer: 'group_reader' } : undefined;
}

/**
 * How the caller stands to a referral: the link worker who sent it while still in that team, a manager
 * of the team, or a reader of the group it went to. Undefined for everybody else, who is told that
 * there is no such referral. `among` keeps to the sides a route is for.
 */
export function standOf(
  principal: Principal,
  referral: Referral,
  among: readonly Side[] = ['sender', 'reader'],
): Stand | undefined {
  if (principal.area !== referral.area) return undefined;
  const sender = among.includes('sender') ? senderStand(principal, referral) : undefined;
  return sender ?? (among.includes('reader') ? readerStand(principal, referral) : undefined);
}
