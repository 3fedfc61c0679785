import type { Deps } from '#functions/commands/deps.ts';
import { mountActivities } from './activities.ts';
import type { App } from './app.ts';
import { mountGapNotes } from './gap-notes.ts';
import { mountGrants } from './grants-staff.ts';
import { mountGroupPause } from './group-pause.ts';
import { mountGroups } from './groups-staff.ts';
import { mountIntroductions } from './introductions.ts';
import { mountInvites } from './invites.ts';
import { mountMailChoice } from './mail-choice.ts';
import { mountMembers } from './members.ts';
import { mountOwnGroup } from './own-group.ts';
import { mountPeople } from './people.ts';
import { mountPlace } from './place.ts';
import { mountCare } from './referral-care.ts';
import { mountReferrals } from './referrals.ts';
import { mountSafeguarding } from './safeguarding.ts';
import { mountModeration } from './suggestions.ts';

/** Everything the staff function answers: groups, referrals, grants and what coordinators look after. */
export function mountStaff(app: App, deps: Deps): void {
  for (const mountAll of [
    mountReferrals,
    mountCare,
    mountGroups,
    mountOwnGroup,
    mountMailChoice,
    mountMembers,
    mountActivities,
    mountSafeguarding,
    mountGrants,
    mountGroupPause,
    mountModeration,
    mountGapNotes,
    mountIntroductions,
    mountInvites,
    mountPeople,
    mountPlace,
  ])
    mountAll(app, deps);
}
