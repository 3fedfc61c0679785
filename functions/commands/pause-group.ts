import type { RequestMark } from '#functions/domain/referral/requests.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { pause, resume } from '#functions/domain/safeguarding/hold.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { PauseReason } from '#shared/model/safeguarding.ts';
import { changeStanding, type Readiness, standingTold } from './change-standing.ts';
import type { Deps } from './deps.ts';

/** A coordinator and a group of their own area: another area's is not found under it. */
export type Pausing = { principal: Principal; groupId: OrganizationId; mark: RequestMark; at: Instant };

const of = ({ principal: { area, userId }, groupId, mark, at }: Pausing) => ({
  area,
  userId,
  groupId,
  mark,
  at,
});

/**
 * A coordinator stops referrals to a group at once: nobody is sent, nobody accepted, and no contact
 * details are opened there. Refuses as `pause` does, and `not_found`.
 */
export const pauseGroup = (deps: Deps, pausing: Pausing, reason: PauseReason): Promise<Result<Readiness>> =>
  changeStanding(deps, of(pausing), async ({ organization, said, around }) => {
    const held = pause({ standing: organization.safeguarding, said, around }, pausing.at);
    if (!held.ok) return held;
    return accept({
      ...held.value,
      telling: (by) => ({
        ...by,
        type: 'safeguarding.paused',
        data: { organizationId: pausing.groupId, reason },
      }),
    });
  });

/** The coordinator ends the pause; the group stands as its answers say. Refuses as `resume` does, and `not_found`. */
export const resumeGroup = (deps: Deps, pausing: Pausing): Promise<Result<Readiness>> =>
  changeStanding(deps, of(pausing), async ({ organization, said, around }) => {
    const held = resume({ standing: organization.safeguarding, said, around }, pausing.at);
    return held.ok ? accept({ ...held.value, telling: standingTold('safeguarding.resumed') }) : held;
  });
