import type { GroupBlock, GroupCheck, GroupStep, StepState } from '#shared/model/group-steps.ts';
import type { OrganizationStatus } from '#shared/model/organization.ts';
import type { RegistrationState } from '#shared/model/registration.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';

/** What a group's way to its first referral depends on. */
export type ProgressFacts = {
  status: OrganizationStatus;
  /** Undefined when the group did not register here. */
  registration: RegistrationState | undefined;
  standing: SafeguardingStanding;
  inEngland: boolean;
  /** Whether the area has gone live: before that nobody is referred to any group of it. */
  isLive: boolean;
  /** Safeguarding questions that are left, whoever reads. */
  questionsLeft: number;
  readers: number;
  /** Whether somebody was asked to read and their link still works. */
  isReaderAsked: boolean;
  hasPhone: boolean;
  /** Activities that are running, and of how many something good is known of their room. */
  running: number;
  withRoom: number;
};
export type Step = { step: GroupStep; state: StepState; isNeeded: boolean };

/** Where the coordinator's check is: the group's own status decides, its registration says why it is not done. */
export function checkOf({ status, registration }: ProgressFacts): GroupCheck {
  if (status === 'checked') return 'checked';
  if (status === 'suspended' || status === 'closed') return 'stopped';
  return registration === 'returned' ? 'returned' : 'waiting';
}

/** What keeps referrals away that the group cannot answer away; the gravest first. */
export function blockOf({ status, standing, inEngland, isLive }: ProgressFacts): GroupBlock | null {
  if (status === 'suspended' || status === 'closed') return 'stopped';
  if (!inEngland) return 'not_england';
  if (standing.status === 'paused_by_coordinator') return 'paused';
  if (standing.tier > 1) return 'higher_tier';
  return isLive ? null : 'not_live';
}

const CHECK_STATE: Readonly<Record<GroupCheck, StepState>> = {
  checked: 'done',
  waiting: 'waiting',
  returned: 'to_do',
  stopped: 'to_do',
};

/**
 * The steps of a group, done or left, always in the same order. Needed are those without which no link
 * worker can send anybody; phone and room are what makes it go well.
 */
export function stepsOf(facts: ProgressFacts): Step[] {
  const { questionsLeft, readers, isReaderAsked, hasPhone, running, withRoom } = facts;
  const step = (name: GroupStep, isDone: boolean, isNeeded: boolean): Step => ({
    step: name,
    state: isDone ? 'done' : 'to_do',
    isNeeded,
  });
  return [
    { step: 'check', state: CHECK_STATE[checkOf(facts)], isNeeded: true },
    step('basics', questionsLeft === 0, true),
    step('phone', hasPhone, false),
    step('activity', running > 0, true),
    step('room', running > 0 && withRoom === running, false),
    readers === 0 && isReaderAsked
      ? { step: 'reader', state: 'waiting', isNeeded: true }
      : step('reader', readers > 0, true),
  ];
}
