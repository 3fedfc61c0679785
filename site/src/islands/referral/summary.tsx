import type { ReferralView } from '#shared/api/referrals.ts';
import { ago, date, due, monthName } from '#shared/text/en/format.ts';
import { needs } from '#shared/text/en/needs.ts';
import {
  awareWords,
  calledWords,
  declineReasons,
  handBackKinds,
  notStartedReasons,
  outcomes,
} from '#shared/text/en/reasons.ts';
import { accessNeeds, preferredTimes, referralStates, stateMeanings } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { SummaryList, type SummaryRow } from '#shared/ui/summary-list.tsx';

const words = referralPage.rows;
const row = (key: string, value: string | null): SummaryRow[] =>
  value === null || value === '' ? [] : [{ key, value }];
const named = <Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>) =>
  codes.map((code) => labels[code]).join(', ');

/** What came of it so far: only what has happened. */
const soFar = (view: ReferralView): SummaryRow[] => [
  ...row(words.contactBy, view.contactBy === null ? null : date(view.contactBy)),
  ...row(words.startedOn, view.startedOn === null ? null : date(view.startedOn)),
  ...row(words.outcome, view.outcome === null ? null : outcomes[view.outcome]),
  ...row(words.reason, view.notStartedReason === null ? null : notStartedReasons[view.notStartedReason]),
  ...row(words.reason, view.declined === null ? null : declineReasons[view.declined.reason]),
  ...row(words.comment, view.declined?.comment ?? null),
];

/** What was asked and answered, what waits and what was handed back. */
const care = ({ questions = [], waitingFor, handedBack, newOwner }: ReferralView): SummaryRow[] => [
  ...questions.flatMap(({ text, answer }) => [...row(words.asked, text), ...row(words.answered, answer)]),
  ...row(words.waitingFor, waitingFor === undefined ? null : monthName(waitingFor)),
  ...row(words.handedBack, handedBack?.kind ? handBackKinds[handedBack.kind] : null),
  ...row(words.called, handedBack?.called ? calledWords[handedBack.called] : null),
  ...row(words.aware, handedBack?.personAware ? awareWords[handedBack.personAware] : null),
  ...row(words.handNote, handedBack?.note ?? null),
  ...row(
    words.returning,
    handedBack?.returning ? `${handedBack.returning.byName}: ${handedBack.returning.note}` : null,
  ),
  ...row(words.newOwner, newOwner === undefined ? null : `${newOwner.who}, ${newOwner.organization}`),
];

const asked = (view: ReferralView): SummaryRow[] => [
  ...row(words.needs, named(view.needs, needs)),
  ...row(words.ward, view.wardName),
  ...row(words.wouldLike, view.wouldLike),
  ...row(words.access, named(view.accessNeeds, accessNeeds)),
  ...row(words.times, named(view.times, preferredTimes)),
  ...row(words.speakFirst, view.speakToSenderFirst ? words.speakFirstYes : null),
];

/** A referral as either side may read it; who the person is stands nowhere in it. */
export const Summary = ({ view }: { view: ReferralView }) => (
  <SummaryList
    rows={[
      { key: words.state, value: `${referralStates[view.state]}. ${stateMeanings[view.state]}` },
      ...row(words.due, view.dueAt === null ? null : `${due(view.dueAt, view.now)}, ${date(view.dueAt)}`),
      ...soFar(view),
      ...care(view),
      ...asked(view),
      ...row(words.activity, view.serviceName),
      ...row(words.group, view.side === 'sender' ? view.organizationName : null),
      ...row(words.from, words.sender(view.senderName, view.schemeName)),
      ...row(words.agreement, words.agreedOn(date(view.agreement.agreedOn))),
      ...row(words.sent, `${date(view.sentAt)}, ${ago(view.sentAt, view.now)}`),
      ...row(words.label, view.label),
    ]}
  />
);
