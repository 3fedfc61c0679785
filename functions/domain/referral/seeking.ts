import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';

/** Ends that leave a person with nobody. */
const LEFT_WITH_NOBODY: readonly ReferralState[] = ['declined', 'expired'];

/**
 * Whether somewhere else has still to be found: a group said no, or nothing, and the link worker has
 * neither sent the person elsewhere nor put it aside, and still could. Until then it stays on the caseload.
 */
export const seeksElsewhere = ({
  state,
  resentAs,
  putAside,
  gone,
}: Pick<Referral, 'state' | 'resentAs' | 'putAside' | 'gone'>): boolean =>
  LEFT_WITH_NOBODY.includes(state) &&
  resentAs === undefined &&
  putAside === undefined &&
  (gone?.original ?? null) === null;

/**
 * Whether the link worker may look elsewhere although the group may still answer: it is late, or keeps the
 * person waiting. Sending elsewhere then takes the first one back.
 */
export const mayTryElsewhere = ({ state, dueAt }: Pick<Referral, 'state' | 'dueAt'>, now: Instant): boolean =>
  state === 'waitlisted' || (state === 'sent' && dueAt !== null && dueAt <= now);
