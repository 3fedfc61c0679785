import * as activities from './activities.ts';
import type { Endpoint } from './endpoint.ts';
import * as gapNotes from './gap-notes.ts';
import * as grants from './grants.ts';
import * as groupChecks from './group-checks.ts';
import * as groupKnown from './group-known.ts';
import * as groupPause from './group-pause.ts';
import * as groupPublic from './group-public.ts';
import * as groups from './groups.ts';
import * as insight from './insight.ts';
import * as introductions from './introductions.ts';
import * as invites from './invites.ts';
import * as linkOutcome from './link-outcome.ts';
import * as linkWorkers from './link-workers.ts';
import * as links from './links.ts';
import * as mailChoice from './mail-choice.ts';
import * as members from './members.ts';
import * as ownGroup from './own-group.ts';
import * as people from './people.ts';
import * as place from './place.ts';
import * as queue from './queue.ts';
import * as referralCare from './referral-care.ts';
import * as referralMoves from './referral-moves.ts';
import * as referralResend from './referral-resend.ts';
import * as referrals from './referrals.ts';
import * as registrations from './registrations.ts';
import * as safeguarding from './safeguarding.ts';
import * as search from './search.ts';
import * as session from './session.ts';
import * as suggestions from './suggestions.ts';
import * as system from './system.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'boundary' in value && 'path' in value;

/** Every route there is. The router, infra, OpenAPI, the authorization matrix and the fuzz run walk it. */
export const routes: readonly Endpoint[] = [
  search,
  groupPublic,
  groups,
  groupChecks,
  groupKnown,
  groupPause,
  ownGroup,
  mailChoice,
  members,
  activities,
  grants,
  links,
  linkOutcome,
  linkWorkers,
  queue,
  referrals,
  referralMoves,
  referralCare,
  registrations,
  safeguarding,
  referralResend,
  session,
  suggestions,
  gapNotes,
  introductions,
  insight,
  invites,
  people,
  place,
  system,
].flatMap((resource) => Object.values(resource).filter(isEndpoint));
