import { homeOf } from '#functions/domain/membership.ts';
import type { EventType } from '#shared/events/index.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { eventWrite, type NewEvent } from './event.ts';
import type { Write } from './table.ts';

type SessionEvent = Extract<
  EventType,
  'session.started' | 'session.ended' | 'access.changed' | 'person.merged' | 'mail.chosen'
>;

/** The write of an event about somebody's own session or access. */
export function personEvent<T extends SessionEvent>(
  principal: Principal,
  event: {
    id: EventId;
    at: Instant;
    aggregate: string;
    version: number;
    type: T;
    data: NewEvent<T>['data'];
    actor?: string;
  },
): Write {
  const { area, userId } = principal;
  return eventWrite({ ...event, area, tenant: homeOf(principal, area), actor: event.actor ?? userId });
}
