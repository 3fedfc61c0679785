import { createApp } from '#functions/http/app.ts';
import { mountGapNotes } from '#functions/http/gap-notes.ts';
import { mountGrants } from '#functions/http/grants-staff.ts';
import { mountGroups } from '#functions/http/groups-staff.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountCare } from '#functions/http/referral-care.ts';
import { mountReferrals } from '#functions/http/referrals.ts';
import { mountSafeguarding } from '#functions/http/safeguarding.ts';
import { mountModeration } from '#functions/http/suggestions.ts';
import { commandDepsOf, httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('staff', httpContextOf('staff', readEnvironment('staff')));
const deps = commandDepsOf(app.context);
for (const mountAll of [mountReferrals, mountCare, mountGroups, mountSafeguarding, mountGrants, mountModeration, mountGapNotes])
  mountAll(app, deps);
export const handler = wrapped(app.context.log, lambda(app));
