import type { ReferralView } from '#shared/api/referrals.ts';
import { due } from '#shared/text/en/days-ahead.ts';
import { ago, date } from '#shared/text/en/format.ts';
import { monthName } from '#shared/text/en/month-name.ts';
import { needs } from '#shared/text/en/needs.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { type SummaryFacts, SummaryRows } from './summary.drawn.tsx';

const dated = (day: string | null): string | null => day && date(day);

/** What was asked and answered, what waits and what was handed back. */
const careOf = ({ questions = [], waitingFor, handedBack, newOwner }: ReferralView) => ({
  options: { questions: questions.map(({ text, answer }) => ({ asked: text, answered: answer })) },
  waitingFor: waitingFor && monthName(waitingFor),
  handedBack: handedBack?.kind,
  called: handedBack?.called,
  aware: handedBack?.personAware,
  handNote: handedBack?.note,
  returning: handedBack?.returning && `${handedBack.returning.byName}: ${handedBack.returning.note}`,
  newOwner: newOwner && `${newOwner.who}, ${newOwner.organization}`,
});

/** What fills the summary of a referral. */
export const factsOf = (view: ReferralView): SummaryFacts => ({
  ...careOf(view),
  state: view.state,
  due: view.dueAt && `${due(view.dueAt, view.now)}, ${date(view.dueAt)}`,
  contactBy: dated(view.contactBy),
  startedOn: dated(view.startedOn),
  outcome: view.outcome,
  notStarted: view.notStartedReason,
  declined: view.declined?.reason,
  comment: view.declined?.comment,
  needs: view.needs.map((need) => needs[need]).join(', '),
  ward: view.wardName,
  wouldLike: view.wouldLike,
  access: view.accessNeeds,
  hasAccess: view.accessNeeds.length > 0,
  times: view.times,
  hasTimes: view.times.length > 0,
  speakFirst: view.speakToSenderFirst,
  activity: view.serviceName,
  group: view.side === 'sender' ? view.organizationName : null,
  from: referralPage.rows.sender(view.senderName, view.schemeName),
  agreedOn: date(view.agreement.agreedOn),
  sent: `${date(view.sentAt)}, ${ago(view.sentAt, view.now)}`,
  label: view.label,
});

/** A referral as either side may read it; who the person is stands nowhere in it. */
export const Summary = ({ view }: { view: ReferralView }) => <SummaryRows {...factsOf(view)} />;
