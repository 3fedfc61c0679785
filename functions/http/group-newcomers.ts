import type { Deps } from '#functions/commands/deps.ts';
import { firstDays } from '#functions/commands/first-days.ts';
import { holding } from '#functions/domain/group/members.ts';
import { opensFrom } from '#functions/domain/group/new-reader.ts';
import { newUntil } from '#functions/domain/referral/newcomer.ts';
import { listMembers } from '#functions/store/user.ts';
import type { GroupStanding } from '#shared/api/group-pause.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';

/** What is new about a group, for its coordinator: its own first thirty days, and readers who are held for a while. */
export async function newcomersOf(
  deps: Pick<Deps, 'table'>,
  organization: Organization,
  now: Instant,
): Promise<Pick<GroupStanding, 'firstDays' | 'newReaders'>> {
  const { area, id } = organization;
  const [members, first] = await Promise.all([
    listMembers(deps.table, area, id),
    firstDays(deps, { organization, at: now }),
  ]);
  const until = newUntil(organization);
  return {
    firstDays: until !== null && first.isNew ? { until, isFull: first.isFull } : null,
    newReaders: holding(members, id, 'group_reader').flatMap((reader) => {
      const { userId, name } = reader;
      const from = opensFrom(reader, id, now);
      return from === null ? [] : [{ userId, name, from }];
    }),
  };
}
