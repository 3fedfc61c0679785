import type { Telling } from '#functions/domain/referral/decided.ts';
import { eventWrite, type NewEvent } from '#functions/store/event.ts';
import type { Write } from '#functions/store/table.ts';
import type { EventType } from '#shared/events/index.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Deps } from './deps.ts';

/** What an event is of, and who made it when. */
export type Of = Pick<NewEvent, 'area' | 'tenant' | 'aggregate' | 'version'>;
export type By = { userId: UserId | 'public' | 'link' | 'system' | 'operator'; at: Instant };

/** Who acted, as events say it: timers and the operator's tool act for nobody. */
const actorOf = (userId: By['userId']): string => {
  if (userId === 'system') return 'system:timers';
  return userId === 'operator' ? 'system:operator' : userId;
};

/** The write of an event of any kind, beside the state it tells of. */
export const tell = <T extends EventType>(
  { ids }: Pick<Deps, 'ids'>,
  of: Of,
  telling: By & { type: T; data: NewEvent<T>['data'] },
): Write => {
  const { userId, at, type, data } = telling;
  return eventWrite({
    ...of,
    id: ids.event(),
    at,
    actor: actorOf(userId),
    type,
    data,
  });
};

/** The write of a referral's event: of its own aggregate and version, in the chain of the sending team. */
export const tellReferral = (
  deps: Pick<Deps, 'ids'>,
  of: { referral: Referral; version: number; aggregate?: string },
  telling: By & Telling,
): Write =>
  tell(
    deps,
    {
      area: of.referral.area,
      tenant: of.referral.schemeId,
      aggregate: of.aggregate ?? `referral#${of.referral.id}`,
      version: of.version,
    },
    telling,
  );
